using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class EntryTextTests
{
    private const string First = "Секретариат собрал экспертов в Астане.";
    private const string Second = "Они обсудили меры доверия на границах.";

    [Theory]
    [InlineData("<p>" + First + "</p><p>" + Second + "</p>")]
    [InlineData("&lt;p&gt;" + First + "&lt;/p&gt;&lt;p&gt;" + Second + "&lt;/p&gt;")]
    [InlineData("<p>" + First + "</p><p>Читайте также: <a href=\"/2\">Совсем другая новость об иных делах</a></p><p>" + Second + "</p>")]
    [InlineData("<p>" + First + "</p><p>" + Second + "</p><p>The post Experts met in Astana appeared first on <a href=\"/\">The Herald</a>.</p>")]
    [InlineData("<p>" + First + "</p><p>" + Second + "</p><p>Подпишитесь на наш Telegram-канал!</p>")]
    [InlineData("<p>Секретариат <s>впервые</s> собрал экспертов в Астане.</p><p><del>Встреча была тайной.</del></p><p>" + Second + "</p>")]
    [InlineData("Секретариат <s>впервые</s> собрал экспертов в Астане.\n" + Second)]
    public void The_article_of_an_entry_is_its_text_alone(string html) => EntryText.OfArticle(html).ShouldBe($"{First}\n{Second}");

    [Theory]
    [InlineData("<p>Настил в 900 м<sup>2</sup> выдержит 10<sup>6</sup> циклов<sup><a href=\"#fn1\">1</a></sup>.</p>")]
    [InlineData("Настил в 900 м<sup>2</sup> выдержит 10<sup>6</sup> циклов<a href=\"#_ftn1\"><sup>[1]</sup></a>.")]
    public void Number_of_a_footnote_is_none_of_its_words(string html) => EntryText.OfArticle(html).ShouldBe("Настил в 900 м2 выдержит 106 циклов.");

    [Fact]
    public void Lines_of_figures_are_its_own() => EntryText.OfArticle("<p>Курс валют на 5 ноября</p><p>USD – 478,30 / 480,10</p>").ShouldBe("Курс валют на 5 ноября\nUSD – 478,30 / 480,10");

    [Fact]
    public void What_would_leave_nothing_is_kept() => EntryText.OfArticle("<p>Подпишитесь на наш Telegram-канал!</p>").ShouldBe("Подпишитесь на наш Telegram-канал!");
}
