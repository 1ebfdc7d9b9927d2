using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using KzNewsBot.Playground;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Feeds;

/// <summary>What an outlet of the fleet sends so that it can be asked whether anything is new.</summary>
internal enum FleetValidator
{
    StrongTag,
    WeakTag,
    Date,
    None,
}

/// <summary>
/// Many outlets with a host each, 127.0.1.1 and so on, that publish by a clock and keep account of their visitors. Robots,
/// feed and pages go right unless <see cref="Trouble"/> says otherwise.
/// </summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Fleet(WebApplication application, IReadOnlyList<FleetOutlet> outlets, TimeProvider clock)
    {
        _application = application;
        Outlets = outlets;
        Clock = clock;
    }

    public IReadOnlyList<FleetOutlet> Outlets { get; }

    /// <summary>That of the house which reads the fleet; another one after a restart.</summary>
    public TimeProvider Clock { get; set; }

    /// <summary>The answer instead of the right one; null: none.</summary>
    public Func<FleetOutlet, string, DateTimeOffset, IResult?> Trouble { get; set; } = (_, _, _) => null;

    public ConcurrentQueue<FleetVisit> Visits { get; } = new();

    public static async Task<Fleet> StartAsync(int count, DateTimeOffset opened, TimeProvider clock, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var n = 0; n < count; n++)
            {
                kestrel.Listen(IPAddress.Parse(HostOf(n)), 0);
            }
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        var application = builder.Build();
        application.UseRouting();
        Fleet? fleet = null;
        application.MapFallback("{**path}", (RequestDelegate)(http => fleet!.AnswerAsync(http)));
        await application.StartAsync(cancellationToken);
        var ports = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses
            .Select(address => new Uri(address))
            .ToDictionary(address => address.Host, address => address.Port, StringComparer.Ordinal);
        fleet = new Fleet(application, [.. Enumerable.Range(0, count).Select(n => new FleetOutlet(n, HostOf(n), ports[HostOf(n)], opened))], clock);
        return fleet;
    }

    /// <summary>Settings of a bot that reads the fleet and nobody else.</summary>
    public Dictionary<string, string?> SettingsFor(string folder)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Collection:Poll"] = "true",
            ["Fetching:SpacingMilliseconds"] = "0",

            // A clock that hurries on while a request is under way must not end it.
            ["Fetching:TotalSeconds"] = "300",
            ["Fetching:HeaderSeconds"] = "60",
            ["Fetching:ConnectSeconds"] = "60",
            ["Logging:LogLevel:KzNewsBot.Fetching"] = "Error",
            ["Logging:LogLevel:KzNewsBot.Feeds"] = "Error",
            ["Seeds:Folder"] = PlaygroundSeeds.Write(folder, new JsonObject { ["sources"] = new JsonArray([.. Outlets.Select(outlet => outlet.ToRegistry())]) }.ToJsonString()),
        };
        foreach (var outlet in Outlets)
        {
            settings[string.Create(CultureInfo.InvariantCulture, $"Fetching:AllowHosts:{outlet.Number}")] = outlet.Authority;
        }

        return settings;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static string HostOf(int n) => string.Create(CultureInfo.InvariantCulture, $"127.0.{1 + (n / 250)}.{1 + (n % 250)}");

    private async Task AnswerAsync(HttpContext http)
    {
        var outlet = Outlets.First(outlet => outlet.Host == http.Connection.LocalIpAddress?.ToString());
        var path = http.Request.Path.Value ?? "/";
        var now = Clock.GetUtcNow();
        var (atOnce, early) = outlet.Enter(now);
        var condition = http.Request.Headers.IfNoneMatch.FirstOrDefault() ?? http.Request.Headers.IfModifiedSince.FirstOrDefault();
        var answer = Trouble(outlet, path, now) ?? outlet.Right(path, condition, now, http.Response);
        var wanted = path == FleetOutlet.FeedPath ? outlet.LastGiven : null;
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        Visits.Enqueue(new FleetVisit(outlet, path, now, status, atOnce, early, wanted is null || condition == wanted));
        // Work that two requests at once would be seen in; it ends before the first byte leaves.
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, http.RequestAborted);
        outlet.Leave(path, now, answer, http.Response);
        await answer.ExecuteAsync(http);
    }
}

/// <param name="AtOnce">Requests under way at this outlet when it came, itself included.</param>
/// <param name="Early">Before a Retry-After of this outlet was over.</param>
/// <param name="AskedWhetherNew">True also where the outlet has given nothing to ask by.</param>
internal sealed record FleetVisit(FleetOutlet Outlet, string Path, DateTimeOffset Time, int Status, int AtOnce, bool Early, bool AskedWhetherNew);

internal sealed class FleetOutlet(int number, string host, int port, DateTimeOffset opened)
{
    public const string FeedPath = "/feed";

    private const int Listed = 20;

    private static readonly TimeSpan BetweenTwins = TimeSpan.FromMinutes(5);

    private int _underWay;
    private DateTimeOffset _closedUntil;

    public int Number => number;

    public string Id => string.Create(CultureInfo.InvariantCulture, $"fleet-{number:00}");

    public string Host => host;

    public string Authority => string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");

    public FleetValidator Validator => (FleetValidator)(number % 4);

    /// <summary>From one article to the next on average; they come in pairs, so that a reader in step with it finds nothing half the time.</summary>
    public TimeSpan Rhythm => TimeSpan.FromHours(1 + (number % 8));

    /// <summary>The validator that the last whole feed came with, as its reader must send it back.</summary>
    public string? LastGiven { get; private set; }

    /// <summary>Addresses of the articles that are out at a moment, oldest first.</summary>
    public IReadOnlyList<string> AddressesUntil(DateTimeOffset moment) => [.. Enumerable.Range(0, CountAt(moment)).Select(AddressOf)];

    public (int AtOnce, bool Early) Enter(DateTimeOffset now) => (Interlocked.Increment(ref _underWay), now < _closedUntil);

    public void Leave(string path, DateTimeOffset now, IResult answer, HttpResponse response)
    {
        if (answer is AskToWait wait)
        {
            _closedUntil = int.TryParse(wait.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? now.AddSeconds(seconds)
                : DateTimeOffset.Parse(wait.RetryAfter, CultureInfo.InvariantCulture);
        }

        if (path == FeedPath && answer is not IStatusCodeHttpResult { StatusCode: not null and not StatusCodes.Status200OK })
        {
            LastGiven = response.Headers.ETag.FirstOrDefault() ?? response.Headers.LastModified.FirstOrDefault();
        }

        Interlocked.Decrement(ref _underWay);
    }

    public IResult Right(string path, string? condition, DateTimeOffset now, HttpResponse response) => path switch
    {
        "/robots.txt" => Results.Text("User-agent: *\nDisallow: /admin\n"),
        FeedPath => Feed(condition, now, response),
        _ when path.StartsWith("/news/", StringComparison.Ordinal) && int.TryParse(path[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var article) && article < CountAt(now) =>
            Results.Text(Page(article), "text/html; charset=utf-8"),
        _ => Results.NotFound(),
    };

    public JsonObject ToRegistry() => new()
    {
        ["id"] = Id,
        ["name"] = Id,
        ["names"] = Texts(Id),
        ["hosts"] = new JsonArray($"{Id}.example"),
        ["homepage"] = $"http://{Authority}/",
        ["country"] = "KZ",
        ["languages"] = new JsonArray("ru"),
        ["side"] = "kz-independent",
        ["owner"] = Texts("Nobody"),
        ["basis"] = Texts("Invented"),
        ["certainty"] = "evidenced",
        ["enabled"] = true,
        ["why"] = Texts("For tests"),
        ["roads"] = new JsonArray(new JsonObject { ["kind"] = "feed", ["url"] = $"http://{Authority}{FeedPath}", ["text"] = "teaser", ["language"] = "ru" }),
    };

    public string LeadOf(int article) => string.Create(
        CultureInfo.InvariantCulture, $"Отряд номер {article} издания {number} вернулся с учений на полигоне и передал технику на хранение в срок.");

    private static JsonObject Texts(string text) => new() { ["ru"] = text, ["kk"] = text, ["en"] = text };

    private IResult Feed(string? condition, DateTimeOffset now, HttpResponse response)
    {
        var count = CountAt(now);
        var changed = PublishedAt(count - 1);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{number}-{count}\"");
        var validator = Validator switch
        {
            FleetValidator.StrongTag => tag,
            FleetValidator.WeakTag => "W/" + tag,
            FleetValidator.Date => changed.ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };
        if (Validator is FleetValidator.StrongTag or FleetValidator.WeakTag)
        {
            response.Headers.ETag = validator;
        }
        else if (Validator is FleetValidator.Date)
        {
            response.Headers.LastModified = validator;
        }

        if (validator is not null && condition == validator)
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var items = Enumerable.Range(Math.Max(0, count - Listed), Math.Min(count, Listed)).Reverse().Select(article =>
            $"<item><title>{TitleOf(article)}</title><link>{AddressOf(article)}</link><guid isPermaLink=\"false\">{article}</guid>"
            + $"<pubDate>{PublishedAt(article):R}</pubDate><description>{LeadOf(article)}</description></item>");
        return Results.Text($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{Id}</title>{string.Concat(items)}</channel></rss>", "application/rss+xml; charset=utf-8");
    }

    private string Page(int article) =>
        $"<!DOCTYPE html><html lang=\"ru\"><head><title>{TitleOf(article)}</title><link rel=\"canonical\" href=\"{AddressOf(article)}\">"
        + $"<meta property=\"article:published_time\" content=\"{PublishedAt(article):O}\"></head><body><article><h1>{TitleOf(article)}</h1>"
        + $"<p>{LeadOf(article)}</p><p>Командир части под номером {article} поблагодарил личный состав за работу и сообщил, что следующий выход состоится через месяц.</p>"
        + "<p>Местные жители наблюдали за колонной с обочины, движение на дороге перекрывали на двадцать минут, происшествий не было.</p></article></body></html>";

    private string TitleOf(int article) => string.Create(CultureInfo.InvariantCulture, $"Отряд {number}-{article} вернулся с учений");

    private string AddressOf(int article) => string.Create(CultureInfo.InvariantCulture, $"http://{Authority}/news/{article}");

    private DateTimeOffset PublishedAt(int article) => opened.AddMinutes(number) + (Rhythm * 2 * (article / 2)) + (BetweenTwins * (article % 2));

    private int CountAt(DateTimeOffset moment)
    {
        var since = moment - PublishedAt(0);
        if (since < TimeSpan.Zero)
        {
            return 0;
        }

        var pairs = (int)(since / (Rhythm * 2));
        return (pairs * 2) + (since - (Rhythm * 2 * pairs) < BetweenTwins ? 1 : 2);
    }
}

/// <summary>An answer that asks to come again later.</summary>
internal sealed class AskToWait(int status, string retryAfter) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public string RetryAfter => retryAfter;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }
}
