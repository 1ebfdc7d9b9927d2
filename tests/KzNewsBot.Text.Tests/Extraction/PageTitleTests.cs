using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class PageTitleTests
{
    private const string Headline = "Мост через Тасты открыт для спасателей";
    private const string Text = "<p>Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе.</p>"
        + "<p>По нему пройдёт даже тяжёлая техника спасателей, а дорога до аулов станет втрое короче.</p>";

    [Theory]
    [InlineData($"<title>{Headline} - Степной дозор</title>", $"<h1>{Headline}</h1>")]
    [InlineData($"<title>{Headline} - Степной дозор</title>", $"<h1>Степной дозор</h1><h1>{Headline}</h1>")]
    [InlineData($"<title>{Headline} - Степной дозор</title>", $"<h2>{Headline}</h2>")]
    [InlineData("<title>x</title><meta property=og:title content='Мост через Тасты откр…'>", $"<h1>{Headline}</h1>")]
    [InlineData("<title>Мост через Тасты откр... | Степной дозор</title>", $"<h1>{Headline}</h1>")]
    [InlineData($"<title>{Headline} - Степной дозор</title>", $"<header><h1><a href=/>Степной дозор</a></h1></header><div>{Headline}</div>")]
    [InlineData($"<title>{Headline} - Степной дозор</title>", $"<a href='https://dozor.example/ru/'><h1>Степной дозор</h1></a><div>{Headline}</div>")]
    [InlineData($"<title>{Headline} :: Степной дозор</title>", $"<div class=article_title>{Headline}</div>")]
    [InlineData($"<title>{Headline} | Степной дозор</title>", $"<h1>Степной дозор</h1><h2>{Headline}</h2>")]
    [InlineData($"<title>Степной дозор: {Headline}</title>", $"<h1>Степной дозор</h1><h2>{Headline}</h2>")]
    [InlineData($"<title>{Headline} - Общественный совет строителей мостов</title>", $"<h1>{Headline}</h1><footer><h2>Общественный совет строителей мостов</h2></footer>")]
    [InlineData($"<title>{Headline}-Степной дозор</title>", $"<h1><a href=/><img alt='Степной дозор'></a></h1><div class=ttl>{Headline}</div>")]
    [InlineData("<title>Новости управления</title>", $"<h3>{Headline}</h3>")]
    [InlineData("<title>Версия для печати</title>", $"<h1>{Headline}</h1>")]
    [InlineData("<title>Print version</title>", $"<h1>{Headline}</h1>")]
    [InlineData($"<title>Степной дозор | {Headline}</title><meta property=og:site_name content='Степной дозор'>", "")]
    [InlineData($"<title>x</title><meta property=og:title content='{Headline} — Степной дозор'><meta property=og:site_name content='Степной дозор'>", "<h1>Новости</h1>")]
    [InlineData($$"""<title>x</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"{{Headline}}"}</script>""", "<h1>Раздел</h1>")]
    public void Headline_is_found_without_the_outlet(string head, string heading) =>
        Read(head, heading).Title.ShouldBe(Headline);

    [Theory]
    [InlineData("Мост через Тасты <s>закрыт</s> открыт для спасателей", "Мост через Тасты закрыт открыт для спасателей - Степной дозор")]
    [InlineData("Мост через Тасты <del>закрыт</del> открыт для спасателей", "Мост через Тасты открыт для спасателей - Степной дозор")]
    public void Words_struck_out_of_a_headline_are_left(string heading, string title) => Read($"<title>{title}</title>", $"<h1>{heading}</h1>").Title.ShouldBe(Headline);

    [Fact]
    public void Last_words_of_a_headline_are_not_taken_for_the_outlet() =>
        Read("<title>Мост выдержит любую технику - эксперт</title><meta property=og:site_name content='Степной дозор'>", "<h1>Мост выдержит любую технику - эксперт</h1>")
            .Title.ShouldBe("Мост выдержит любую технику - эксперт");

    [Fact]
    public void Headline_that_leads_to_its_own_article_is_one() =>
        Read("<title>Мост через Тасты откр... | Степной дозор</title>", $"<h1><a href=/news/1>{Headline}</a></h1>").Title.ShouldBe(Headline);

    [Fact]
    public void Headline_that_was_escaped_twice_is_read() =>
        Read("<title>x</title><meta property=og:title content='Мост &amp;laquo;Тасты&amp;raquo; открыт &amp;amp; проверен'>", "").Title.ShouldBe("Мост «Тасты» открыт & проверен");

    [Theory]
    [InlineData($"<title>{Headline}</title><meta property=og:site_name content='Степной дозор'>")]
    [InlineData($"<title>{Headline} | Степной дозор</title>")]
    [InlineData($$"""<title>{{Headline}}</title><script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Степной дозор"} }</script>""")]
    [InlineData($$"""<title>{{Headline}}</title><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Степной дозор"},{"@type":"NewsArticle"}]}</script>""")]
    public void Outlet_is_named_by_the_page(string head) => Read(head, $"<h1>{Headline}</h1>").Outlet.ShouldBe("Степной дозор");

    private static ExtractedArticle Read(string head, string heading) =>
        HtmlExtractor.Extract($"<html><head>{head}</head><body><main>{heading}{Text}</main></body></html>", null, OutletNames.Empty).Stored();
}
