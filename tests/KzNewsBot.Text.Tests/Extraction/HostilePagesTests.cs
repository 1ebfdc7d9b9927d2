using System.Diagnostics;
using System.Text;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Feeds;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Extraction;

public class HostilePagesTests
{
    /// <summary>The promise is 200 ms, and the benchmarks keep it; here a busy machine must not look like squares of these sizes, which take minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string Deep = string.Concat(Enumerable.Repeat("<div>", 60_000));

    public static TheoryData<string, string> Bombs => new()
    {
        { "deep", string.Concat(Enumerable.Repeat("<div>", 200_000)) },
        { "deep behind a comment that ends with --!>", "<!--x--!>" + Deep },
        { "deep behind a short comment", "<!-->" + Deep },
        { "deep behind a quote that opens no value", "<p =\">" + Deep },
        { "deep behind a quote in a name", "<a_b\"=\"x>" + Deep + "<i title=\">" },
        { "deep behind a title's end that is none", "<title></titles><script></title>" + Deep },
        { "deep behind an end tag that is none", "</ <script>" + Deep },
        { "deep behind a drawing's text", "<svg><![CDATA[></svg><script>]]></svg>" + Deep },
        { "deep in a list of choices", "<select><iframe></select>" + Deep },
        { "deep behind ends that end nothing", string.Concat(Enumerable.Repeat("<div><object></div></object>", 12_000)) },
        { "deep by tags that close each other elsewhere", string.Concat(Enumerable.Repeat("<optgroup>", 40_000)) },
        { "deep in a drawing", "<svg>" + string.Concat(Enumerable.Repeat("<a>", 40_000)) },
        { "formatting behind ends that end nothing", "<p>" + string.Concat(Enumerable.Range(0, 400).Select(i => $"<b id={i}><object></b></object>")) + string.Concat(Enumerable.Repeat("<p>x", 40_000)) },
        { "formatting", Formatting(2_000) },
        { "formatting in a drawing's title", "<svg><title>" + Formatting(2_000) },
        { "formatting in 20,000 paragraphs", "<p>" + Bold(60) + Repeated("<p>x", 20_000) },
        { "formatting left open in every division", Repeated(Repeated("<div>", 900) + Bold(60) + Repeated("</div>x", 900) + Repeated("</b>", 60), 20) },
        { "equal formatting around everything", "<select><iframe></select>" + Repeated("<font color=red>", 900) + Repeated("<u id=1><i></i></u>", 15_000) },
        { "a million tags", string.Concat(Enumerable.Repeat("<i></i>", 400_000)) },
        { "equal formatting", string.Concat(Enumerable.Repeat("<p><b>x", 100_000)) },
        { "drawing that is none", "<svg>" + string.Concat(Enumerable.Repeat("<g/>", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Page_bomb_is_refused_before_it_costs_its_time(string name, string html)
    {
        name.ShouldNotBeEmpty();
        var watch = Stopwatch.StartNew();

        HtmlExtractor.Extract(html, null, OutletNames.Empty).ShouldBeSkipped(SkipReason.TooDeep);

        watch.Elapsed.ShouldBeLessThan(Patience);
    }

    [Theory]
    [InlineData("<div>", 990)]
    [InlineData("<font color=red>", 900)]
    public void Page_with_careless_nesting_is_read(string tag, int times)
    {
        var html = "<title>Bridge over the river opened</title><h1>Bridge over the river opened</h1>"
            + string.Concat(Enumerable.Repeat(tag, times)) + "<p>The bridge over the river was opened to traffic on Friday, the ministry said.</p>";

        HtmlExtractor.Extract(html, null, OutletNames.Empty).ShouldBeOfType<ExtractionResult.Store>().Article.Body.ShouldContain("opened to traffic");
    }

    [Fact]
    public void Every_reader_of_pages_refuses_what_only_the_parser_sees()
    {
        var page = new Uri("https://example.kz/");
        var bomb = "<p =\"><object></p></object><select><iframe></select>" + Deep;

        EntryText.Read(bomb).ShouldBeEmpty();
        HtmlListReader.Read(bomb, new HtmlListShape { Item = "a" }, page, DateTimeOffset.UnixEpoch).ShouldBeOfType<FeedResult.NotAFeed>();
        TelegramChannelReader.Read(bomb, page, DateTimeOffset.UnixEpoch).ShouldBe(new FeedResult.NotAFeed(ForeignDocument.TooLarge));
        FeedDiscovery.Find(bomb, page).ShouldAllBe(candidate => candidate.Evidence == FeedEvidence.Guessed);
    }

    [Fact]
    public void Page_over_the_size_cap_is_refused() =>
        HtmlExtractor.Extract(new string('a', FileExtractor.MaxBytes + 1), null, OutletNames.Empty)
            .ShouldBeSkipped(SkipReason.TooLarge);

    [Fact]
    public void Any_text_is_read_or_refused_but_never_breaks_a_reader()
    {
        var random = new Random(20240301);
        string[] pieces =
        [
            "<", ">", "</", "<div>", "<b id=1>", "</b>", "<!--", "-->", "<script>", "---\n", "title: ", "date: ", "\n", " - ", "...",
            "\"", "'", "=", "«Все эпизоды \"", "31.02.2024", "2024-13-40", "9999999999", "Читайте также", "\uD83D", "\u0301", "\0",
            "<script type=\"application/ld+json\">{\"@graph\":[", "]}", "{\"@type\":\"NewsArticle\",\"author\":[[]]", "</script>",
            "передает ", "X.kz", "•", "# ", "[a](b)", "![", "`", "**", "_", "слово ", "word ", "Құқық ", "<h1>", "<p>", "&#x0;", "\u202E",
        ];
        for (var round = 0; round < 300; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(80); i >= 0; i--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
            }

            var input = text.ToString();
            DumpExtractor.Extract(input, OutletNames.Empty).ShouldNotBeNull();
            HtmlExtractor.Extract(input, null, OutletNames.Empty).ShouldNotBeNull();
            MarkdownExtractor.Extract(input).ShouldNotBeNull();
            TextCleaner.Clean(input).ShouldNotContain('\u202E');
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_but_never_break_the_door()
    {
        var random = new Random(51);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            foreach (var name in (string[])["a.txt", "a.md", "a.html", ""])
            {
                FileExtractor.Extract(name, bytes, OutletNames.Empty).ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void Long_hostile_lines_take_linear_time()
    {
        var watch = Stopwatch.StartNew();
        foreach (var piece in (string[])["a", "1.", "- ", "...", " | ", "передает ", "x.", "#", "[", "<", "*", "_a"])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
            DumpExtractor.Extract("Мост открыт для спасателей\n" + text, OutletNames.Empty).ShouldNotBeNull();
            MarkdownExtractor.Extract(text).ShouldNotBeNull();
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Stated_text_is_not_searched_without_end()
    {
        var page = $$"""<title>Bridge over the river opened</title><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{Repeated("ab", 240_000)}}"}</script><h1>Bridge over the river opened</h1>"""
            + Repeated($"<p>{Repeated("ab", 10)}ba{Repeated("ab", 10)}.</p>", 20_000);
        var watch = Stopwatch.StartNew();

        HtmlExtractor.Extract(page, null, OutletNames.Empty).ShouldNotBeNull();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Bold(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"<b id={i}>"));

    private static string Formatting(int count) =>
        "<p>" + Bold(count) + "</p>"
        + string.Concat(Enumerable.Repeat("<p>x", count));
}
