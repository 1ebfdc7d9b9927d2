using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Newsroom;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Schedule;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Tests.Newsroom;

/// <summary>A newsroom on free ports with a clock that stands, and a plain HTTP client as its reader.</summary>
internal sealed class LocalNewsroom : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private LocalNewsroom(SampleNewsroom newsroom, VirtualClock clock)
    {
        Newsroom = newsroom;
        Clock = clock;
        Http = new HttpClient(Handler()) { BaseAddress = newsroom.Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public SampleNewsroom Newsroom { get; }

    public VirtualClock Clock { get; }

    public HttpClient Http { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="later">How far the clock has gone on since the opening.</param>
    public static async Task<LocalNewsroom> StartAsync(TimeSpan later = default)
    {
        var clock = VirtualClock.StandingAt(Noon);
        var newsroom = await SampleNewsroom.StartAsync(new NewsroomOptions { Clock = clock }, Cancellation);
        clock.Advance(later);
        return new LocalNewsroom(newsroom, clock);
    }

    public Outlet Outlet(string id) => Newsroom.Outlets.Get(id);

    public Publication Publication(string article) => Newsroom.Timeline.PublishedBy(Clock.GetUtcNow() + TimeSpan.FromDays(1)).First(publication => publication.Article.Id == article);

    public IEnumerable<(Outlet Outlet, OutletFeed Feed)> Feeds => Newsroom.Outlets.All.SelectMany(outlet => outlet.Feeds.Select(feed => (outlet, feed)));

    /// <summary>What an outlet has out and not deleted, newest first.</summary>
    public IReadOnlyList<Publication> Published(string outlet, string? language = null) =>
        [.. Newsroom.Articles.Where(publication => publication.Outlet.Id == outlet && (language is null || publication.Article.Language == language) && !publication.IsDeletedAt(Clock.GetUtcNow())).Reverse()];

    /// <summary>The outlet's next article in a language, which comes within a fortnight.</summary>
    public Publication NextOf(Outlet outlet, string language)
    {
        var now = Clock.GetUtcNow();
        return Newsroom.Timeline.PublishedBy(now + TimeSpan.FromDays(14))
            .First(publication => !publication.IsPublishedAt(now) && publication.Outlet == outlet && publication.Article.Language == language);
    }

    /// <summary>Moves the clock to the moment when an article of the opening comes out, or further.</summary>
    public Publication AdvanceTo(string article, TimeSpan later = default)
    {
        var publication = Publication(article);
        Clock.Advance(publication.PublishedAt + later - Clock.GetUtcNow());
        return publication;
    }

    public string UrlOf(Outlet outlet, OutletFeed feed) => Newsroom.Addresses.Of(outlet, feed);

    public string UrlOf(Publication publication) => Newsroom.UrlOf(publication);

    /// <summary>The address of an outlet's first feed.</summary>
    public string FeedOf(string outlet) => UrlOf(Outlet(outlet), Outlet(outlet).Feeds[0]);

    public Task<HttpResponseMessage> GetAsync(string url, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    public async Task<byte[]> BytesAsync(string url) => (await ReadAsync(url)).Body;

    /// <summary>By the charset that its header names.</summary>
    public async Task<string> TextAsync(string url)
    {
        var (body, charset) = await ReadAsync(url);
        return (Charsets.Find(charset) ?? System.Text.Encoding.UTF8).GetString(body).TrimStart('\uFEFF');
    }

    public async Task<JsonNode> OrderFaultAsync(string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri("/newsroom/faults", UriKind.Relative), content, Cancellation);
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        answer["status"] = (int)response.StatusCode;
        return answer;
    }

    public Task<JsonNode> SpoilAsync(string outlet, string kind, int? count = null) => OrderFaultAsync(
        new JsonObject { ["outlet"] = outlet, ["kind"] = kind, ["count"] = count }.ToJsonString());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Newsroom.DisposeAsync();
    }

    private async Task<(byte[] Body, string? Charset)> ReadAsync(string url)
    {
        using var response = await GetAsync(url);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, url);
        return (await response.Content.ReadAsByteArrayAsync(Cancellation), response.Content.Headers.ContentType?.CharSet);
    }

    /// <summary>Nothing is followed or unpacked behind the test's back.</summary>
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
    };
}
