using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class HtmlExtractorTests
{
    private const string Paragraph =
        "<p>The bridge over the river opened after two years of work, and the first trucks have crossed it.</p>";

    [Fact]
    public void Structured_data_wins_and_only_the_article_text_stays()
    {
        var article = Fixture.Article("pages/json-ld.html");

        article.Title.ShouldBe("Спасатели трёх областей провели учения");
        article.Published.ShouldNotBeNull().Origin.ShouldBe(DateOrigin.StructuredData);
        article.Published.Instant.ShouldBe(new DateTimeOffset(2025, 2, 9, 7, 30, 0, TimeSpan.FromHours(5)));
        article.Outlet.ShouldBe("Степные новости");
        article.OutletHost.ShouldBe("stepnews.example");
        article.Author.ShouldBe("Марат Белесов");
        article.CanonicalUrl.ShouldBe("https://www.stepnews.example/news/uchenia-2025?page=2");
        article.Language.ShouldBe(Language.Russian);
        article.Body.ShouldBe(Fixture.Lines(
            "Отряды трёх областей впервые тренировались вместе, сообщает пресс-служба штаба, и остались довольны результатом.",
            "Что проверили",
            "В программу зимних учений вошли три задачи, которые обычно решают порознь:",
            "- поиск людей в снегу;",
            "- связь без вышек;",
            "- перевозка раненых.",
            "«Мы научились слышать друг друга», – сказал начальник отряда.",
            "Следующие учения примет горная область, их назначили на осень, когда перевалы ещё открыты."));
    }

    [Theory]
    [InlineData("Казахстан <span class=tooltip>не планирует<span class=tooltiptext>По данным МИД</span></span> вступать в союз, и границы это не меняет.")]
    [InlineData("Казахстан <abbr class=popover>не планирует</abbr> вступать в союз, <span class=hide>и</span> границы это не меняет.")]
    [InlineData("Казахстан не планирует<span role=tooltip>По данным МИД</span> вступать в союз<i class=sr-only>откроется в новом окне</i>, и границы это не меняет.")]
    [InlineData("Казахстан <s>всё же</s> не планирует <strike>и не будет</strike> вступать в союз, и границы это <span style='text-decoration: line-through'>никак</span> не меняет.")]
    [InlineData("Казахстан не планирует <del>отказываться</del> <ins>вступать</ins> в союз, и границы это не меняет.</p><p style='text-decoration:line-through'>Посол опроверг это утром на встрече с журналистами в столице.")]
    [InlineData("Казахстан не планирует вступать в союз, и границы это не меняет.</p><p><s>Посол опроверг это утром на встрече с журналистами в столице.</s>")]
    public void A_sentence_keeps_its_words_without_what_is_hidden_or_struck_out(string sentence) =>
        HtmlExtractor.Extract($"<html><body><main><h1>О союзе сказали в столице</h1><p>{sentence}</p>{Paragraph}</main></body></html>", null, OutletNames.Empty).Stored().Body
            .ShouldBe("Казахстан не планирует вступать в союз, и границы это не меняет.\nThe bridge over the river opened after two years of work, and the first trucks have crossed it.");

    [Fact]
    public void Page_in_windows_1251_with_a_date_text_near_the_headline_is_read()
    {
        var article = Fixture.Article("pages/windows-1251.html");

        article.Title.ShouldBe("Мост через Тасты открыт");
        article.Published.ShouldNotBeNull().Instant.ShouldBe(new DateTimeOffset(2025, 7, 24, 18, 5, 0, TimeSpan.FromHours(5)));
        article.Outlet.ShouldBe("Степной вестник");
        article.Body.ShouldBe(Fixture.Lines(
            "Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе.",
            "По нему пройдёт даже тяжёлая техника спасателей, а дорога до аулов станет втрое короче."));
    }

    [Fact]
    public void Interview_questions_stay_in_order()
    {
        var article = Fixture.Article("pages/interview.html");

        article.Title.ShouldBe("\"We listen first\": a talk with Asel Belesova");
        article.Author.ShouldBe("Timur Ozen");
        article.Language.ShouldBe(Language.English);
        article.Body.ShouldBe(Fixture.Lines(
            "Asel Belesova has led mountain rescue for ten years and seldom gives interviews, but this winter she agreed to talk.",
            "What do you do first?",
            "We listen. A caller knows more about the place than any map we carry in the truck.",
            "And then?",
            "Then we go.",
            "The road takes longer than people think, and the snow decides everything."));
    }

    [Theory]
    [InlineData("{not json")]
    [InlineData("[[[]]]")]
    [InlineData(@"{""@type"":""NewsArticle"",""headline"":""\ud83d"",""datePublished"":{},""author"":[[1]]}")]
    public void Broken_structured_data_is_passed_over(string json)
    {
        var page = $"<html><head><script type=\"application/ld+json\">{json}</script></head><body><h1>Bridge over the river opened</h1>{Paragraph}</body></html>";

        HtmlExtractor.Extract(page, null, OutletNames.Empty).Stored().Title.ShouldBe("Bridge over the river opened");
    }

    [Fact]
    public void A_text_cut_inside_an_emoji_costs_no_other_field()
    {
        const string json = """{"@type":"NewsArticle","datePublished":"2024-03-05T10:00:00+05:00","author":{"name":"Timur Ozen"},"articleBody":"The bridge is open \ud83d"}""";
        var page = $"<html><head><script type=\"application/ld+json\">{json}</script></head><body><h1>Bridge over the river opened</h1>{Paragraph}</body></html>";

        var article = HtmlExtractor.Extract(page, null, OutletNames.Empty).Stored();

        (article.Published?.Day, article.Author).ShouldBe((new DateOnly(2024, 3, 5), "Timur Ozen"));
    }

    [Fact]
    public void What_a_database_can_not_hold_is_left_out()
    {
        const string json = """{"@type":"NewsArticle","headline":"Bridge over\u0000 the river opened","author":{"@type":"Person","name":"Timur\u0000 Ozen"},"publisher":{"name":"Steppe\u0000 Post"},"articleBody":"The bridge\u0000 is open again."}""";
        var page = $"<html><head><script type=\"application/ld+json\">{json}</script></head><body><h1>Bridge over\0 the&#0; river opened</h1>{Paragraph}</body></html>";

        var article = HtmlExtractor.Extract(page, null, OutletNames.Empty).Stored();

        string.Concat(article.Title, article.Body, article.Author, article.Outlet, article.OutletHost, article.CanonicalUrl).ShouldNotContain('\0');
    }

    [Fact]
    public void Date_in_the_address_counts_only_when_the_page_itself_is_silent()
    {
        var page = $"<html><body><h1>Bridge over the river opened</h1>{Paragraph}</body></html>";
        var address = new Uri("https://steppe.example/2024/03/05/bridge");

        var article = HtmlExtractor.Extract(page, address, OutletNames.Empty).Stored();

        article.Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2024, 3, 5));
        article.Published.Origin.ShouldBe(DateOrigin.Url);
    }

    [Fact]
    public void Date_of_an_event_in_a_sentence_gives_no_publication_date()
    {
        var page = $"<html><body><h1>Bridge over the river opened</h1><p>It was closed on March 5, 2024 for repairs of the road deck.</p>{Paragraph}</body></html>";

        HtmlExtractor.Extract(page, null, OutletNames.Empty).Stored().Published.ShouldBeNull();
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://steppe.example/x")]
    [InlineData("https://user:secret@steppe.example/x")]
    public void Canonical_address_that_is_no_web_page_is_dropped(string address)
    {
        var page = $"<html><head><link rel=canonical href=\"{address}\"></head><body><h1>Bridge over the river opened</h1>{Paragraph}</body></html>";

        HtmlExtractor.Extract(page, null, OutletNames.Empty).Stored().CanonicalUrl.ShouldBeNull();
    }

    [Theory]
    [InlineData("<html><body><h1>Bridge over the river opened</h1><div><p>The bridge over the river op")]
    [InlineData("<html><body><h1>Bridge over the river opened</h1><p>The bridge over the river op")]
    [InlineData("<html><body><h1>Bridge over the river opened</h1><p>The bridge.</p><a href=\"/x")]
    [InlineData("<html><body><h1>Bridge over the river opened</h1><p>The bridge.</p><script>var x")]
    public void Page_cut_short_is_reported_as_truncated(string html) =>
        HtmlExtractor.Extract(html, null, OutletNames.Empty).ShouldBeSkipped(SkipReason.Truncated);

    [Fact]
    public void End_tags_that_HTML_lets_one_omit_are_not_missed()
    {
        var page = "<html><body><h1>Bridge over the river opened</h1>" + Paragraph.Replace("</p>", "", StringComparison.Ordinal);

        HtmlExtractor.Extract(page, null, OutletNames.Empty).Stored().Body.ShouldEndWith("have crossed it.");
    }

    [Theory]
    [InlineData("<script id=serverApp-state type='application/json'>{&q;G.api&q;:{&q;body&q;:{&q;title&q;:&q;Мост открыт для спасателей&q;,&q;body&q;:&q;{0}&q;,&q;created_date&q;:&q;2025-03-04T16:30:00&q;}}}</script>", "&l;p&g;", "&l;/p&g;")]
    [InlineData("<script id=ng-state type='application/json'>{\"1\":[{\"title\":\"Мост открыт для спасателей\",\"content\":\"{0}\",\"published_at\":\"2025-03-04\"}]}</script>", "\\u003Cp>", "\\u003C/p>")]
    public void State_of_an_application_holds_its_article(string state, string opening, string closing)
    {
        string[] lines =
        [
            "Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе.",
            "По нему пройдёт даже тяжёлая техника спасателей, а дорога до аулов за рекой станет втрое короче.",
        ];
        var script = state.Replace("{0}", string.Concat(lines.Select(line => opening + line + closing)), StringComparison.Ordinal);

        var article = HtmlExtractor.Extract($"<html><head><title>Новость | Портал</title></head><body><app-root><div>Загрузка...</div></app-root>{script}</body></html>", null, OutletNames.Empty).Stored();

        article.Title.ShouldBe("Мост открыт для спасателей");
        article.Body.ShouldBe(Fixture.Lines(lines));
        article.Published.ShouldNotBeNull().Day.ShouldBe(new DateOnly(2025, 3, 4));
    }

    [Fact]
    public void State_with_several_articles_gives_the_one_that_the_page_is_called()
    {
        var body = string.Concat(Enumerable.Repeat("Новый мост через реку Тасты открыли во вторник после двух лет стройки. ", 4));
        var state = $$"""<script id="ng-state" type="application/json">[{"title":"Паром ушёл на ремонт до весны","body":"{{body}}{{body}}"},{"title":"Мост открыт для спасателей","body":"{{body}}"}]</script>""";

        Title("Мост открыт для спасателей | Портал").ShouldBe("Мост открыт для спасателей");
        Title("Портал области").ShouldBe("Портал области");

        string? Title(string window) => HtmlExtractor.Extract($"<html><head><title>{window}</title></head><body><p>{body}</p>{state}</body></html>", null, OutletNames.Empty).Stored().Title;
    }

    [Theory]
    [InlineData("", nameof(SkipReason.Empty))]
    [InlineData("<html><body><p>Only a paragraph, without any headline at all.</p></body></html>", nameof(SkipReason.NoTitle))]
    [InlineData("<html><head><title>Bridge over the river opened</title></head><body></body></html>", nameof(SkipReason.NoBody))]
    public void Page_without_an_article_is_skipped_with_its_reason(string html, string reason) =>
        HtmlExtractor.Extract(html, null, OutletNames.Empty).ShouldBeSkipped(Enum.Parse<SkipReason>(reason));
}
