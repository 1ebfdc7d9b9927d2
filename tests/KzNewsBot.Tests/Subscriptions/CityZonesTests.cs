using KzNewsBot.Subscriptions;

namespace KzNewsBot.Tests.Subscriptions;

public class CityZonesTests
{
    [Theory]
    [InlineData("Берлин", "Europe/Berlin")]
    [InlineData("berlin", "Europe/Berlin")]
    [InlineData("Алматы уақыты", "Asia/Almaty")]
    [InlineData("Астана уақыты бойынша", "Asia/Almaty")]
    [InlineData("по Москве", "Europe/Moscow")]
    [InlineData("по московскому времени", "Europe/Moscow")]
    [InlineData("Moscow time", "Europe/Moscow")]
    [InlineData("МСК", "Europe/Moscow")]
    [InlineData("Мәскеуде", "Europe/Moscow")]
    [InlineData("г. Шымкент", "Asia/Almaty")]
    [InlineData("Ақтау", "Asia/Aqtau")]
    [InlineData("в Уральске", "Asia/Oral")]
    [InlineData("Бейжің", "Asia/Shanghai")]
    [InlineData("Анкара", "Europe/Istanbul")]
    [InlineData("Вена", "Europe/Vienna")]
    [InlineData("Женева", "Europe/Zurich")]
    [InlineData("Вашингтон", "America/New_York")]
    [InlineData("Нью-Йорк", "America/New_York")]
    [InlineData("new york", "America/New_York")]
    [InlineData("Бішкек", "Asia/Bishkek")]
    [InlineData("Ташкент", "Asia/Tashkent")]
    [InlineData("Париж", "Europe/Paris")]
    [InlineData("Лондон", "Europe/London")]
    [InlineData("Алматы, Астана", "Asia/Almaty")]
    public void A_city_is_known_in_three_languages_and_in_any_case(string text, string zone) => CityZones.Find(text).ShouldBe(zone);

    [Theory]
    [InlineData("")]
    [InlineData("по времени")]
    [InlineData("Атлантида")]
    [InlineData("Алматы, Берлин")]
    [InlineData("НАТО")]
    public void Any_other_text_names_none(string text) => CityZones.Find(text).ShouldBeNull();

    [Fact]
    public void Every_zone_of_the_table_is_one_that_the_clock_knows()
    {
        foreach (var city in (string[])["Алматы", "Кызылорда", "Костанай", "Актобе", "Актау", "Атырау", "Уральск", "Москва", "Ташкент", "Бишкек", "Пекин", "Анкара", "Брюссель", "Берлин", "Париж", "Лондон", "Вена", "Женева", "Вашингтон"])
        {
            var zone = CityZones.Find(city).ShouldNotBeNull(city);
            WallClock.FindZone(zone).ShouldBe(zone);
        }
    }
}
