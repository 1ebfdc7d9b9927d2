using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

public class FeedDiscoveryTests
{
    private static readonly Uri Page = new("https://outlet.example/news/");

    [Fact]
    public void Declared_feeds_come_before_linked_ones_and_guesses()
    {
        var found = FeedDiscovery.Find("""
            <html><head><link rel="alternate" type="application/rss+xml" title="Новости" href="/main.xml">
            <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="atom.php"><link rel="alternate" type="application/rss+xml" href="/comments/feed/">
            <link rel="alternate" hreflang="kk" href="/kk/"><link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2"></head>
            <body><a href="/about">О нас</a><a href="https://feeds.outlet.example/rss">RSS</a><a href="https://reader.example/feed?u=x">Читать</a><a href="/main.xml">ещё</a></body></html>
            """, Page);

        found.Where(candidate => candidate.Evidence != FeedEvidence.Guessed).ShouldBe(
        [
            new FeedCandidate(new Uri("https://outlet.example/main.xml"), "Новости", FeedEvidence.Declared),
            new FeedCandidate(new Uri("https://outlet.example/news/atom.php"), null, FeedEvidence.Declared),
            new FeedCandidate(new Uri("https://feeds.outlet.example/rss"), "RSS", FeedEvidence.Linked),
        ]);
        found[^1].Evidence.ShouldBe(FeedEvidence.Guessed);
    }

    [Fact]
    public void Page_without_a_sign_of_feeds_gives_guesses_alone()
    {
        var found = FeedDiscovery.Find("", Page);

        found.ShouldNotBeEmpty();
        found.ShouldAllBe(candidate => candidate.Evidence == FeedEvidence.Guessed && candidate.Url.Host == "outlet.example");
    }

    [Fact]
    public void Bomb_gives_guesses_alone() =>
        FeedDiscovery.Find(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "<a href=\"/feed\">x</a>", Page)
            .ShouldAllBe(candidate => candidate.Evidence == FeedEvidence.Guessed);
}
