using System.Globalization;
using System.Net;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Fetching;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>Requests to a server in this process under many names, without the spaces that politeness adds.</summary>
internal static class FetchMeasure
{
    private const int Hosts = 500;
    private const string Area = "fetch";

    public static async Task<IReadOnlyList<Figure>> RunAsync(int requests, CancellationToken cancellationToken)
    {
        await using var server = await ServeAsync(new byte[50_000], cancellationToken);
        var port = new Uri(server.Urls.First()).Port;
        await using var rooms = Rooms();
        var fetcher = rooms.GetRequiredService<WebFetcher>();

        var before = GC.GetTotalMemory(forceFullCollection: true);
        await AskAsync(fetcher, port, Hosts, Hosts, cancellationToken);
        var perHost = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Hosts;

        var many = await Timing.OfAsync(() => AskAsync(fetcher, port, Hosts, requests, cancellationToken));
        var one = await Timing.OfAsync(() => AskAsync(fetcher, port, 1, requests, cancellationToken));
        return
        [
            .. many.Rate(Area, "over 500 hosts", requests, "request", "16 at once, 50 kB each, the server in the same process"),
            .. one.Rate(Area, "to one host", requests, "request", "one at a time"),
            new Figure(Area, "kept for each host", perHost / 1024, "KiB", "managed: lane, breaker, one idle connection, its server side too"),
        ];
    }

    private static async Task AskAsync(WebFetcher fetcher, int port, int hosts, int requests, CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, requests).Select(n =>
            fetcher.FetchAsync(new FetchRequest(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{NameOf(n % hosts)}:{port}/{n}")), FetchKind.Feed), cancellationToken)));
        if (outcomes.FirstOrDefault(outcome => outcome is not FetchOutcome.Fetched) is { } other)
        {
            throw new InvalidOperationException($"A request ended as {other}.");
        }
    }

    private static string NameOf(int host) => string.Create(CultureInfo.InvariantCulture, $"h{host}.example");

    private static ServiceProvider Rooms()
    {
        var settings = Enumerable.Range(0, Hosts)
            .Select(n => KeyValuePair.Create($"Fetching:AllowHosts:{n}", (string?)NameOf(n)))
            .Append(new("Fetching:SpacingMilliseconds", "0"));
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<HostResolver>((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]))
            .AddFetching()
            .BuildServiceProvider();
    }

    private static async Task<WebApplication> ServeAsync(byte[] body, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "application/rss+xml";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, cancellationToken).AsTask();
        });
        await app.StartAsync(cancellationToken);
        return app;
    }
}
