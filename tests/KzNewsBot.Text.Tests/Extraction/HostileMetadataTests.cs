using System.Diagnostics;
using AngleSharp.Html.Parser;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

/// <summary>What a page says about itself is read in time that grows with the page, whoever wrote it.</summary>
public class HostileMetadataTests
{
    /// <summary>Each takes well below a second on a free machine; squares of these sizes would take minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string Nest = string.Concat(Enumerable.Repeat("<div class='post article-body'>", 400));

    public static TheoryData<string, string> Pages => new()
    {
        { "dates below deep nesting", $"<h1>Мост</h1>{Nest}{Repeated("<b class=date>5 марта 2025</b>", 20_000)}" },
        { "dates in one line", $"<h1>Мост</h1><p>{Repeated("<b>5 марта 2025</b>, ", 20_000)}" },
        { "links below deep nesting", $"<h1>Мост</h1>{Nest}{Repeated("<a href=/author/b>Марат Белесов</a>", 20_000)}" },
        { "asides in asides", $"<h1>Мост</h1>{Repeated("<aside>", 400)}{new string('а', 500_000)}<time>5 марта 2025</time>" },
        { "space without end", $"<h1>Мост</h1>{Nest}{new string(' ', 1_000_000)}5 марта 2025" },
        { "endless title", $"<title>{new string('а', 1_000_000)}б</title>{Repeated($"<h1>{new string('а', 50_000)}в</h1>", 20)}" },
        { "endless names", $"<div class='{Repeated("date-", 200_000)}'>5 марта 2025</div>" },
        { "broken data", $$"""<script type="application/ld+json">{"@type":"NewsArticle", {{Repeated("\"author\":{\"name\":", 20_000)}}</script>""" },
        { "many nodes", $$"""<script type="application/ld+json">[{{Repeated("""{"@type":"NewsArticle","headline":"Мост"},""", 10_000)}}{}]</script>""" },
        { "one long line of dates", $"<p class=date>{Repeated("5 марта 2025, ", 50_000)}</p>" },
        { "many tags", $"<head>{Repeated("<meta name=author content='Марат Белесов'>", 20_000)}</head>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_is_read_in_time(string name, string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var watch = Stopwatch.StartNew();

        PageMetadata.Read(document, new Uri("https://dozor.example/most"), OutletNames.Empty).ShouldNotBeNull();

        watch.Elapsed.ShouldBeLessThan(Patience, name);
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
