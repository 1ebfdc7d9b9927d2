using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

internal static class Parsing
{
    public static readonly Uri Address = new("https://outlet.example/feed.xml");

    public static readonly DateTimeOffset FetchedAt = new(2026, 3, 5, 17, 0, 0, TimeSpan.FromHours(5));

    public static Feed Feed(string text, Uri? address = null) => FeedParser.Parse(text, address ?? Address, FetchedAt).ShouldBeOfType<FeedResult.Read>().Feed;

    public static FeedEntry Entry(string text) => Feed(text).Entries.ShouldHaveSingleItem();

    /// <summary>An RSS document with these elements in its only item.</summary>
    public static FeedEntry Item(string elements) => Entry(Rss($"<item>{elements}</item>"));

    public static string Rss(string channel) => $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Хабаршы</title><link>https://outlet.example/</link>{channel}</channel></rss>";

    public static FeedEntry AtomEntry(string elements) =>
        Entry($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Хабаршы</title><entry>{elements}</entry></feed>");

    public static ForeignDocument Foreign(string text) =>
        FeedParser.Parse(text, Address, FetchedAt).ShouldBeOfType<FeedResult.NotAFeed>().Found;
}
