using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

public class RssTests
{
    [Fact]
    public void Item_gives_what_its_elements_say()
    {
        var entry = Parsing.Item("""
            <title>Учения начались на полигоне</title><link>https://outlet.example/news/1</link>
            <guid isPermaLink="false">n-1</guid><pubDate>Thu, 05 Mar 2026 10:00:00 +0500</pubDate>
            <description><![CDATA[<p>Коротко</p>]]></description><author>desk@outlet.example (А. Редактор)</author>
            <category>Армия</category><category>Учения</category>
            <enclosure url="/img/1.jpg" type="image/jpeg" length="512"/>
            """);

        entry.Id.ShouldBe("n-1");
        entry.Title.ShouldBe("Учения начались на полигоне");
        entry.Url.ShouldBe(new Uri("https://outlet.example/news/1"));
        entry.Published.ShouldBe(new FeedDate(new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(5)), FeedDateFlaws.None));
        entry.Summary.ShouldBe("<p>Коротко</p>");
        entry.Author.ShouldBe("А. Редактор");
        entry.Categories.ShouldBe(["Армия", "Учения"]);
        entry.Enclosures.ShouldBe([new FeedEnclosure(new Uri("https://outlet.example/img/1.jpg"), "image/jpeg", 512)]);
    }

    [Fact]
    public void Channel_gives_what_belongs_to_the_whole()
    {
        var feed = Parsing.Feed(Parsing.Rss("<language>ru</language><ttl>30</ttl><image><title>Знак</title><link>https://cdn.example/</link></image><item><title>A</title></item>"));

        feed.Kind.ShouldBe(FeedKind.Rss);
        feed.Title.ShouldBe("Хабаршы");
        feed.Link.ShouldBe(new Uri("https://outlet.example/"));
        feed.Language.ShouldBe("ru");
        feed.Ttl.ShouldBe(30);
        feed.Faults.ShouldBe(FeedFaults.None);
    }

    [Theory]
    [InlineData("<generator>https://wordpress.org/?v=6.4</generator>", "https://outlet.example/feed/", "https://outlet.example/feed/?paged=2")]
    [InlineData("<generator>https://wordpress.org/?v=6.4</generator>", "https://outlet.example/?feed=rss2&paged=2", "https://outlet.example/?feed=rss2&paged=3")]
    [InlineData("<generator>https://wordpress.org/?v=6.4</generator>", "https://outlet.example/feed/?paged=many", "https://outlet.example/feed/?paged=2")]
    [InlineData("<atom:link rel=\"next\" href=\"/feed?page=2\"/>", "https://outlet.example/feed/", "https://outlet.example/feed?page=2")]
    [InlineData("<atom:link rel=\"prev-archive\" href=\"/2026/10\"/>", "https://outlet.example/feed/", "https://outlet.example/2026/10")]
    [InlineData("<atom:link rel=\"next\" href=\"https://other.example/feed?page=2\"/>", "https://outlet.example/feed/", null)]
    [InlineData("<item><title>B</title><atom:link rel=\"next\" href=\"/b\"/></item>", "https://outlet.example/feed/", null)]
    [InlineData("<generator>Another</generator>", "https://outlet.example/feed/", null)]
    public void Older_entries_stand_where_the_feed_says(string inside, string address, string? expected) =>
        Parsing.Feed(Parsing.Rss(inside + "<item><title>A</title></item>"), new Uri(address)).Older.ShouldBe(expected is null ? null : new Uri(expected));

    [Theory]
    [InlineData("<link>\n  https://outlet.example/news/\n  7?a=1&amp;amp;b=2\n</link>")]
    [InlineData("<link><![CDATA[https://outlet.example/news/7?a=1&amp;b=2]]></link>")]
    [InlineData("<guid isPermaLink=\"true\">https://outlet.example/news/7\n?a=1&amp;amp;b=2</guid>")]
    [InlineData("<link href=\"https://outlet.example/news/\n  7?a=1&amp;amp;b=2\"/>")]
    public void What_a_template_did_to_an_address_is_mended(string element) =>
        Parsing.Item("<title>A</title>" + element).Url.ShouldNotBeNull().AbsoluteUri.ShouldBe("https://outlet.example/news/7?a=1&b=2");

    [Fact]
    public void A_blank_inside_an_address_belongs_to_it() =>
        Parsing.Item("<title>A</title><link> https://outlet.example/news/to day </link>").Url.ShouldNotBeNull().AbsoluteUri.ShouldBe("https://outlet.example/news/to%20day");

    [Theory]
    [InlineData("<content:encoded><![CDATA[<p>Весь текст</p>]]></content:encoded>")]
    [InlineData("<rambler:fulltext><![CDATA[<p>Весь текст</p>]]></rambler:fulltext>")]
    [InlineData("<yandex:full-text>&lt;p&gt;Весь текст&lt;/p&gt;</yandex:full-text>")]
    [InlineData("<c:encoded xmlns:c=\"http://purl.org/rss/1.0/modules/content/\">&lt;p&gt;Весь текст&lt;/p&gt;</c:encoded>")]
    [InlineData("<description>длиннее</description><description>&lt;p&gt;Весь текст&lt;/p&gt;</description>")]
    public void Full_text_is_found_whatever_carries_it(string element) =>
        Parsing.Item("<title>A</title>" + element).Content.ShouldBe("<p>Весь текст</p>");

    [Theory]
    [InlineData("<guid>https://outlet.example/7</guid>", "https://outlet.example/7")]
    [InlineData("<link>/7</link>", "https://outlet.example/7")]
    [InlineData("<link>//cdn.example/7</link>", "https://cdn.example/7")]
    [InlineData("<link>https://counter.example/x</link><feedburner:origLink>https://outlet.example/7</feedburner:origLink>", "https://outlet.example/7")]
    [InlineData("<feedburner:origLink>https://outlet.example/7</feedburner:origLink><link>https://counter.example/x</link>", "https://outlet.example/7")]
    [InlineData("<link>https://outlet.example/7?a=1&b=2&copy=3</link>", "https://outlet.example/7?a=1&b=2&copy=3")]
    [InlineData("<link xml:base=\"https://other.example/a/\">7</link>", "https://other.example/a/7")]
    [InlineData("<link>\n  https://outlet.example/7\n</link>", "https://outlet.example/7")]
    public void Address_is_absolute(string elements, string expected) =>
        Parsing.Item("<title>A</title>" + elements).Url.ShouldBe(new Uri(expected));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@outlet.example/")]
    [InlineData("mailto:a@b.example")]
    public void Address_of_another_kind_is_dropped(string link) =>
        Parsing.Item($"<title>A</title><link>{link}</link>").Url.ShouldBeNull();

    [Fact]
    public void Guid_that_is_no_permalink_is_no_address() =>
        Parsing.Item("<title>A</title><guid isPermaLink=\"false\">https://outlet.example/7</guid>").Url.ShouldBeNull();

    [Theory]
    [InlineData("5 &lt; 6 и «АТ&amp;Т»", "5 < 6 и «АТ&Т»")]
    [InlineData("&lt;b&gt;Важно&lt;/b&gt;: мост открыт", "Важно: мост открыт")]
    [InlineData("<![CDATA[&laquo;Степь&raquo;&nbsp;жива]]>", "«Степь» жива")]
    [InlineData("Функция &lt;vector&gt;", "Функция <vector>")]
    [InlineData("Тихо\u202Eтайное\u200B слово", "Тихотайное слово")]
    [InlineData("A & B", "A & B")]
    [InlineData("a < b", "a < b")]
    [InlineData("&unknown; &mdash; &#8212; &#x2014; &#151;", "&unknown; — — — —")]
    public void Title_is_one_line_of_plain_text(string raw, string title) =>
        Parsing.Item($"<title>{raw}</title>").Title.ShouldBe(title);

    [Fact]
    public void Markup_that_was_not_escaped_is_kept_as_html() =>
        Parsing.Item("<title>A</title><description><p>Один &amp; <b>два</b></p></description>").Summary.ShouldBe("<p>Один &amp; <b>два</b></p>");

    [Fact]
    public void Source_of_an_item_is_told_with_its_address()
    {
        var entry = Parsing.Item("<title>A</title><source url=\"https://first.example/\">Первый</source>");

        (entry.SourceName, entry.SourceUrl).ShouldBe(("Первый", new Uri("https://first.example/")));
    }

    [Fact]
    public void Channel_of_cdf_carries_addresses_in_attributes() =>
        Parsing.Entry("<CHANNEL HREF=\"https://outlet.example/\" BASE=\"https://outlet.example/\"><ITEM HREF=\"/7\"><TITLE>Мост открыт</TITLE><ABSTRACT>С утра.</ABSTRACT></ITEM></CHANNEL>").Url
            .ShouldBe(new Uri("https://outlet.example/7"));

    [Fact]
    public void Items_of_rdf_stand_beside_their_channel()
    {
        var feed = Parsing.Feed("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://outlet.example/"><title>Хабаршы</title><link>https://outlet.example/</link><items><rdf:Seq><rdf:li resource="https://outlet.example/1"/></rdf:Seq></items></channel>
            <item rdf:about="https://outlet.example/1"><title>A</title><dc:date>2026-03-05</dc:date><dc:creator>Автор</dc:creator></item></rdf:RDF>
            """);

        feed.Kind.ShouldBe(FeedKind.Rdf);
        var entry = feed.Entries.ShouldHaveSingleItem();
        (entry.Id, entry.Url, entry.Author).ShouldBe(("https://outlet.example/1", new Uri("https://outlet.example/1"), "Автор"));
        entry.Published.Flaws.ShouldBe(FeedDateFlaws.DayOnly | FeedDateFlaws.ZoneAssumed);
    }
}
