using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

public class OpmlTests
{
    [Fact]
    public void Nested_outlines_give_feeds_with_their_folders()
    {
        var outlines = Opml.Read("""
            <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml version="2.0"><head><title>Мои</title></head><body>
            <outline text="Казахстан"><outline text="Армия"><outline type="rss" text="A & B" xmlUrl="https://a.example/rss?x=1&y=2" htmlUrl="https://a.example/"/></outline>
            <outline title="Повтор" xmlUrl="https://a.example/rss?x=1&amp;y=2"/></outline>
            <outline xmlurl="https://b.example/feed"></outline><outline text="Опасно" xmlUrl="javascript:1"/><outline text="Пусто"/>
            """);

        outlines.ShouldBe(
        [
            new OpmlOutline("A & B", new Uri("https://a.example/rss?x=1&y=2"), new Uri("https://a.example/"), "Казахстан/Армия"),
            new OpmlOutline("b.example", new Uri("https://b.example/feed"), null, null),
        ]);
    }

    [Theory]
    [InlineData("type=\"link\" url=\"https://a.example/\"", null)]
    [InlineData("type=\"rss\" url=\"https://a.example/rss\"", "https://a.example/rss")]
    [InlineData("xmlUrl=\"feed://a.example/rss\"", "http://a.example/rss")]
    [InlineData("xmlUrl=\"feed:https://a.example/rss\"", "https://a.example/rss")]
    public void An_outline_is_a_feed_by_its_type_and_scheme(string attributes, string? address) =>
        Opml.Read($"<opml><outline text=\"A\" {attributes}/></opml>").ShouldNotBeNull().Select(outline => outline.FeedUrl.AbsoluteUri).ShouldBe(address is null ? [] : [address]);

    [Fact]
    public void The_language_and_a_standby_are_told_as_the_format_has_them()
    {
        Opml.Read("""<opml><outline text="A" xmlUrl="https://a.example/" language="en-us" category="/News, standby"/></opml>""")
            .ShouldBe([new OpmlOutline("A", new Uri("https://a.example/"), null, null, "en-us", StandsBy: true)]);
        Opml.Write("", [new OpmlOutline("A", new Uri("https://a.example/"), null, null, "kk", StandsBy: true)]).ShouldContain("language=\"kk\" category=\"standby\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><outline xmlUrl=\"https://a.example/\"/></html>")]
    public void Other_documents_are_no_list(string text) => Opml.Read(text).ShouldBeNull();

    [Fact]
    public void What_is_written_is_read_again()
    {
        OpmlOutline[] outlines =
        [
            new("«А» & <Б>\u0001", new Uri("https://a.example/rss?x=1&y=2"), new Uri("https://a.example/"), "Первые/Вторые", "kk"),
            new("В", new Uri("https://b.example/rss"), null, null, StandsBy: true),
        ];

        Opml.Read(Opml.Write("Источники", outlines)).ShouldBe([outlines[0] with { Title = "«А» & <Б>" }, outlines[1]]);
    }
}
