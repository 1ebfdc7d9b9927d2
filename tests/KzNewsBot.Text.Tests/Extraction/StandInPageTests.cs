using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class StandInPageTests
{
    [Theory]
    [InlineData("Страница не найдена")]
    [InlineData("404")]
    [InlineData("Ошибка 404. Страница не найдена | Степной вестник")]
    [InlineData("Бет табылмады")]
    [InlineData("404 Not Found")]
    [InlineData("Page not found – Steppe Herald")]
    public void A_title_says_that_there_is_no_page(string title) => (StandInPage.IsNotFound(title), StandInPage.IsForNow(title)).ShouldBe((true, false));

    [Theory]
    [InlineData("Технические работы")]
    [InlineData("На сайте ведутся технические работы")]
    [InlineData("Сайт временно недоступен")]
    [InlineData("Техникалық жұмыстар жүргізілуде")]
    [InlineData("Under maintenance")]
    [InlineData("We're down for maintenance")]
    [InlineData("Service temporarily unavailable")]
    [InlineData("Вы будете перенаправлены…")]
    [InlineData("Redirecting…")]
    [InlineData("Just a moment...")]
    [InlineData("Attention Required! | Cloudflare")]
    [InlineData("Checking your browser before you enter steppe.example")]
    [InlineData("Verify you are human")]
    [InlineData("Access denied")]
    [InlineData("DDoS-Guard")]
    [InlineData("Проверка браузера")]
    [InlineData("Вы не робот?")]
    [InlineData("Подтвердите, что вы не робот")]
    [InlineData("Доступ к сайту ограничен")]
    [InlineData("Сайтқа кіру шектелген")]
    public void A_title_says_that_there_is_none_now(string title) => (StandInPage.IsNotFound(title), StandInPage.IsForNow(title)).ShouldBe((false, true));

    [Theory]
    [InlineData("В аэропорту Астаны ведутся технические работы")]
    [InlineData("Технические работы на границе завершены раньше срока")]
    [InlineData("Пропавший без вести солдат не найден")]
    [InlineData("Сайт министерства временно недоступен из-за кибератаки")]
    [InlineData("Аэродром на реконструкции")]
    [InlineData("Перенаправлены рейсы в Астану из-за тумана")]
    [InlineData("Перенаправление сточных вод в Алматы")]
    [InlineData("Maintenance of peace: a new UN mission")]
    [InlineData("404 миротворца вернулись домой")]
    [InlineData("Страница истории: 30 лет Казбату")]
    [InlineData("Доступ к сайту министерства ограничен после атаки")]
    [InlineData("Доступ к Каспию ограничен льдами")]
    [InlineData("Access denied: how a village lost its road")]
    [InlineData("Just a moment of silence for the fallen")]
    [InlineData("Security check at the border takes an hour")]
    public void A_headline_says_more(string title) => (StandInPage.IsNotFound(title), StandInPage.IsForNow(title)).ShouldBe((false, false));
}
