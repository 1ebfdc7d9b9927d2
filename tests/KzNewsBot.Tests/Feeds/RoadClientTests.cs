using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Fetching;
using KzNewsBot.Tests.Sources;

namespace KzNewsBot.Tests.Feeds;

/// <summary>A road that is an index of sitemaps: what is remembered is the index's, never its child's.</summary>
public sealed class RoadClientTests : IAsyncDisposable
{
    private const string Sitemap = "<urlset><url><loc>https://outlet.example/news/1</loc><lastmod>2026-11-21</lastmod></url></urlset>";

    private readonly HostileServer _server = new();
    private readonly FetchStand _stand = new();

    private string Index => $"<sitemapindex><sitemap><loc>{_server.At("/child.xml")}</loc></sitemap></sitemapindex>";

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_sitemap_that_has_not_changed_leaves_its_validators_and_moves_out()
    {
        _server.Paths(
            ("/index.xml", HostileServer.Answer("200 OK", Index, "ETag: \"index\"")),
            ("/child.xml", HostileServer.Redirect("301 Moved Permanently", "/moved.xml")),
            ("/moved.xml", HostileServer.Answer("200 OK", Sitemap, "ETag: \"child\"")));
        var news = (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.News>();
        (news.Validators.ETag, news.MovedTo).ShouldBe((null, null));
        news.Found.Entries.ShouldHaveSingleItem().Url.ShouldBe("https://outlet.example/news/1");

        var same = (await AskAsync(new RoadState { SourceId = "a", Key = "a", ContentHash = news.ContentHash })).ShouldBeOfType<RoadAnswer.Same>();
        (same.Validators.ETag, same.MovedTo).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("410 Gone")]
    [InlineData("404 Not Found")]
    public async Task A_sitemap_that_is_gone_does_not_retire_its_index(string status)
    {
        _server.Paths(("/index.xml", HostileServer.Answer("200 OK", Index)), ("/child.xml", HostileServer.Answer(status, "")));
        var faulty = (await AskAsync(new RoadState { SourceId = "a", Key = "a" })).ShouldBeOfType<RoadAnswer.Faulty>();
        faulty.Fault.ShouldBe(RoadFault.BadStatus);
        faulty.Detail.ShouldStartWith(status[..3]);
    }

    private Task<RoadAnswer> AskAsync(RoadState state) => new RoadClient(_stand.Get<KzNewsBot.Fetching.WebFetcher>(), _stand.Clock).AskAsync(
        Registry.With("\"enabled\":false"), new RoadDefinition { Kind = RoadKind.NewsSitemap, Url = _server.At("/index.xml").AbsoluteUri }, state, TestContext.Current.CancellationToken);
}
