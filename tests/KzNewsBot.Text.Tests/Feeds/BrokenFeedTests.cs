using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

public class BrokenFeedTests
{
    private const string Two = "<item><title>A</title><link>/1</link></item><item><title>B</title><link>/2</link><description>Конец</description></item>";

    [Fact]
    public void Entries_before_a_cut_are_kept()
    {
        var whole = Parsing.Rss(Two);
        var feed = Parsing.Feed(whole[..(whole.IndexOf("Конец", StringComparison.Ordinal) + 3)]);

        feed.Truncated.ShouldBeTrue();
        feed.Entries.Select(entry => entry.Title).ShouldBe(["A", "B"]);
    }

    [Theory]
    [InlineData("<title>B</ti")]
    [InlineData("<title>B</title><link>/2")]
    [InlineData("<title>B</title><link")]
    [InlineData("<title>B</title><!-- note")]
    public void Entry_that_is_cut_before_its_title_and_link_is_dropped(string tail)
    {
        var feed = Parsing.Feed("<rss><channel><item><title>A</title><link>/1</link></item><item>" + tail);

        feed.Truncated.ShouldBeTrue();
        feed.Entries.Select(entry => entry.Title).ShouldBe(["A"]);
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\r\n  ")]
    [InlineData("Warning: mysql_connect() in index.php\n")]
    [InlineData("<br />\n<b>Notice</b>: undefined index<br />")]
    [InlineData("<!-- cached -->")]
    [InlineData("<?php echo 1 ?>")]
    [InlineData("<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://example.com/rss-0.91.dtd\">")]
    public void What_stands_before_the_feed_does_not_matter(string before) =>
        Parsing.Feed(before + Parsing.Rss(Two)).Entries.Count.ShouldBe(2);

    [Theory]
    [InlineData("<item><title>A</title><link>/1</link><item><title>B</title><link>/2</link></item>")]
    [InlineData("<item><title>A<link>/1</link></item><item><title>B<link>/2</link></item>")]
    [InlineData("<item><title>A</title><link>/1</link></p></item></div><item><title>B</title><link>/2</link></b></item>")]
    [InlineData("<item><b><title>A</title><link>/1</link></item><item><title>B</title><link>/2</link></b></item>")]
    [InlineData("<ITEM><Title>A</TITLE><LINK>/1</link></item><item><title>B</title><link>/2</link></item>")]
    [InlineData("<item><title>A</title><link>/1</link><description>x <p>y</item><item><title>B</title><link>/2</link></item>")]
    [InlineData("<item class=\"x><title>A</title><link>/1</link></item><item id=\"y\"><title>B</title><link>/2</link></item>")]
    [InlineData("<item><title>A</title><link>/1</link><a:b/></item><item><title>B</title><c:d>1</c:d><link>/2</link></item>")]
    public void Crossed_and_missing_tags_cost_no_entry(string items)
    {
        var feed = Parsing.Feed(Parsing.Rss(items));

        feed.Entries.Select(entry => entry.Title).ShouldBe(["A", "B"]);
        feed.Entries.Select(entry => entry.Url?.AbsolutePath).ShouldBe(["/1", "/2"]);
    }

    [Fact]
    public void Characters_that_xml_forbids_are_dropped() =>
        Parsing.Item("<title>Мос\u0008т&#8; открыт\uFFFF</title>").Title.ShouldBe("Мост открыт");

    [Fact]
    public void Section_of_raw_text_keeps_its_markup() =>
        Parsing.Item("<title>A</title><description><![CDATA[<a href=\"/x?a=1&b=2\">1 < 2</a>]]></description>").Summary
            .ShouldBe("<a href=\"/x?a=1&b=2\">1 < 2</a>");

    [Theory]
    [InlineData("Мост \u0093открыт\u0094")]
    [InlineData("<![CDATA[Мост \u0093открыт\u0094]]>")]
    public void Control_characters_mean_what_windows_1252_has_there(string title) =>
        Parsing.Item($"<title>{title}</title>").Title.ShouldBe("Мост “открыт”");

    [Fact]
    public void Section_whose_marks_were_escaped_is_no_comment() =>
        Parsing.Item("<title>&lt;![CDATA[Мост]]&gt;</title><description> &lt;![CDATA[Мост открыт]]&gt; </description>").ShouldSatisfyAllConditions(
            entry => entry.Summary.ShouldBe("Мост открыт"),
            entry => entry.Title.ShouldBe("Мост"));

    [Fact]
    public void Lone_surrogates_of_references_become_visible_faults() =>
        Parsing.Item("<title>A&#xD800;&#1114112;</title>").Title.ShouldBe("A\uFFFD\uFFFD");

    [Fact]
    public void Old_code_page_is_read_by_its_declaration()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var text = Parsing.Rss("<item><title>Учения начались на полигоне у границы</title></item>").Replace("\"1.0\"?", "\"1.0\" encoding=\"windows-1251\"?", StringComparison.Ordinal);
        var bytes = System.Text.Encoding.GetEncoding(1251).GetBytes(text.Replace("Хабаршы", "Вестник", StringComparison.Ordinal));

        FeedParser.Parse(bytes, null, Parsing.Address, Parsing.FetchedAt).ShouldBeOfType<FeedResult.Read>()
            .Feed.Entries.ShouldHaveSingleItem().Title.ShouldBe("Учения начались на полигоне у границы");
    }

    [Fact]
    public void Feed_cut_inside_a_letter_is_read_to_there()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Parsing.Rss(Two));
        var cut = Array.LastIndexOf(bytes, (byte)0xD0) + 1;

        FeedParser.Parse(bytes.AsSpan(0, cut), "utf-8", Parsing.Address, Parsing.FetchedAt).ShouldBeOfType<FeedResult.Read>()
            .Feed.Entries.Count.ShouldBe(2);
    }
}
