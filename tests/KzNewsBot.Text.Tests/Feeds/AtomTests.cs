using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

public class AtomTests
{
    [Fact]
    public void Entry_gives_what_its_elements_say()
    {
        var entry = Parsing.AtomEntry("""
            <id>tag:outlet.example,2026:1</id><title>Переговоры</title><link rel="edit" href="/edit"/><link href="/1"/>
            <link rel="enclosure" href="/1.mp3" type="audio/mpeg" length="9"/><published>2026-03-05T10:00:00Z</published>
            <updated>2026-03-05T11:00:00.25+05:00</updated><author><name>Автор</name><email>a@outlet.example</email></author>
            <category term="army" label="Армия"/><summary>1 &lt; 2</summary>
            <content type="html">&lt;p&gt;Текст&lt;/p&gt;</content><source><title>Первый</title><id>x</id><updated>2001-01-01</updated></source>
            """);

        (entry.Id, entry.Title, entry.Author, entry.SourceName).ShouldBe(("tag:outlet.example,2026:1", "Переговоры", "Автор", "Первый"));
        entry.Url.ShouldBe(new Uri("https://outlet.example/1"));
        entry.Published.Moment.ShouldBe(new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.Zero));
        entry.Updated.Moment.ShouldBe(new DateTimeOffset(2026, 3, 5, 11, 0, 0, TimeSpan.FromHours(5)));
        entry.Categories.ShouldBe(["Армия"]);
        entry.Summary.ShouldBe("1 &lt; 2");
        entry.Content.ShouldBe("<p>Текст</p>");
        entry.Enclosures.ShouldHaveSingleItem().Type.ShouldBe("audio/mpeg");
    }

    [Fact]
    public void An_entry_that_says_only_when_it_was_updated_is_of_that_time()
    {
        var updated = Parsing.AtomEntry("<title>Мост</title><updated>2026-03-01T10:00:00Z</updated>");
        (updated.Published.Moment, updated.Updated.Moment).ShouldBe((new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Xhtml_loses_its_wrapper_and_its_prefix() =>
        Parsing.AtomEntry("<content type=\"xhtml\"><x:div xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:p>Один &amp; <x:b>два</x:b></x:p></x:div></content>")
            .Content.ShouldBe("<p>Один &amp; <b>два</b></p>");

    [Fact]
    public void Any_prefix_may_stand_for_the_namespace() =>
        Parsing.Entry("<q:feed xmlns:q=\"http://www.w3.org/2005/Atom\"><q:entry><q:title>A</q:title></q:entry></q:feed>").Title.ShouldBe("A");

    [Fact]
    public void Old_Atom_tells_its_mode() =>
        Parsing.Entry("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><title>A</title><issued>2026-03-05T10:00:00Z</issued><content type=\"text/html\" mode=\"base64\">PHA+QTwvcD4=</content></entry></feed>")
            .Content.ShouldBe("<p>A</p>");

    [Fact]
    public void Bases_build_on_each_other() =>
        Parsing.Entry("<feed xml:base=\"https://a.example/x/\" xmlns=\"http://www.w3.org/2005/Atom\"><entry xml:base=\"y/\"><title>A</title><link href=\"z\"/></entry></feed>")
            .Url.ShouldBe(new Uri("https://a.example/x/y/z"));

    [Fact]
    public void Language_of_an_entry_is_its_own_before_the_feeds()
    {
        var feed = Parsing.Feed("<feed xml:lang=\"ru_RU\"><entry xml:lang=\"kk\"><title>A</title></entry><entry><title>B</title></entry></feed>");

        feed.Entries.Select(entry => entry.Language).ShouldBe(["kk", "ru-RU"]);
    }

    [Theory]
    [InlineData("<link rel=\"enclosure\">https://outlet.example/1.mp3</link><link>https://outlet.example/1</link>")]
    [InlineData("<link rel=\"replies\" href=\"/comments\"/><link rel=\"alternate\">https://outlet.example/1</link>")]
    [InlineData("<link type=\"application/json\" href=\"/1.json\"/><link type=\"text/html\" href=\"/1\"/><link type=\"application/pdf\" href=\"/1.pdf\"/>")]
    [InlineData("<link rel=\"http://www.iana.org/assignments/relation/alternate\" href=\"/1\"/><link rel=\"self\" href=\"/2\"/>")]
    public void Link_to_the_page_is_told_from_other_links(string links) =>
        Parsing.AtomEntry("<title>A</title>" + links).Url.ShouldBe(new Uri("https://outlet.example/1"));
}
