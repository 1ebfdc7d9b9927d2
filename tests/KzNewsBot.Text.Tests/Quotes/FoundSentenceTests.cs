using KzNewsBot.Text.Quotes;

namespace KzNewsBot.Text.Tests.Quotes;

public sealed class FoundSentenceTests
{
    private const string Body =
        """
        Две тысячи военных и сорок вертолётов вышли на учение «Горный щит» под Таразом.
        Руководит учением генерал Ержанов, который раньше командовал южной бригадой. Он добавил, что полигон закроют для наблюдателей в четверг.
        Медики развернули на полигоне полевой госпиталь на сорок коек.
        Сколько ещё продлится учение наблюдателей под Таразом?
        «Мы ждём наблюдателей из пяти стран. Беспилотники стоят на южном краю полигона. Никто не опоздает», – сказал генерал Ержанов.
        """;

    [Theory]
    [InlineData("госпиталь", "Медики развернули на полигоне полевой госпиталь на сорок коек.")]
    [InlineData("ГОСПИТАЛЯ", "Медики развернули на полигоне полевой госпиталь на сорок коек.")]
    [InlineData("полигоне медиков", "Медики развернули на полигоне полевой госпиталь на сорок коек.")]
    [InlineData("учения", "Две тысячи военных и сорок вертолётов вышли на учение «Горный щит» под Таразом.")]
    [InlineData("учение генерала", "Руководит учением генерал Ержанов, который раньше командовал южной бригадой.")]
    public void The_sentence_with_most_of_the_words_is_found_in_any_of_their_forms(string query, string sentence) =>
        Find(query).ShouldBe(sentence);

    [Fact]
    public void One_that_leans_on_the_sentence_before_it_is_quoted_with_that() =>
        Find("четверг").ShouldBe("Руководит учением генерал Ержанов, который раньше командовал южной бригадой. Он добавил, что полигон закроют для наблюдателей в четверг.");

    [Theory]
    [InlineData("чаепитие")]
    [InlineData("")]
    [InlineData("беспилотники")]
    [InlineData("сколько")]
    public void What_stands_in_no_sentence_that_may_be_quoted_is_not_found(string query) => Find(query).ShouldBeNull();

    [Fact]
    public void A_word_that_is_Kazakh_too_is_found_in_a_Kazakh_text()
    {
        const string text = "Сарбаздар таңертең бірлескен жаттығуға шықты. Полигонда бітімгерлерге арналған далалық аурухана ашылды.";

        FoundSentence.Find(text, Language.Kazakh, "бітімгерлер")?.Span.In(text).ShouldBe("Полигонда бітімгерлерге арналған далалық аурухана ашылды.");
    }

    private static string? Find(string query) => FoundSentence.Find(Body, Language.Russian, query)?.Span.In(Body);
}
