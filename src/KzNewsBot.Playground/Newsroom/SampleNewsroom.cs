using System.Net;
using KzNewsBot.Playground.Newsroom.Articles;
using KzNewsBot.Playground.Newsroom.Control;
using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Playground.Newsroom.Http;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Schedule;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace KzNewsBot.Playground.Newsroom;

/// <summary>
/// Invented outlets of every side on loopback, so that the road from feed to digest can be walked without a network. Each
/// has a port of its own; /newsroom on any of them shows and steers them all.
/// </summary>
internal sealed class SampleNewsroom : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TimeProvider _clock;
    private readonly VisitLog _log;
    private int _disposed;

    private SampleNewsroom(
        WebApplication application,
        TimeProvider clock,
        Uri address,
        OutletBook outlets,
        Timeline timeline,
        Addresses addresses,
        FaultPlan faults,
        VisitLog log)
    {
        _application = application;
        _clock = clock;
        _log = log;
        Address = address;
        Outlets = outlets;
        Timeline = timeline;
        Addresses = addresses;
        Faults = faults;
    }

    /// <summary>http://127.0.0.1:port, for the overview and the control API.</summary>
    public Uri Address { get; }

    /// <summary>The outlets as a registry file of the bot lists them.</summary>
    public string SourcesJson => SourceListing.Write(Outlets, Addresses);

    /// <summary>Host and port of every site, for a fetcher that refuses loopback otherwise.</summary>
    public IReadOnlyList<string> AllowedAddresses => [.. Outlets.Labels.Select(Addresses.Authority)];

    public OutletBook Outlets { get; }

    public Addresses Addresses { get; }

    public Timeline Timeline { get; }

    /// <summary>What is out now, oldest first, deleted pages included.</summary>
    public IReadOnlyList<Publication> Articles => [.. Timeline.PublishedBy(_clock.GetUtcNow())];

    /// <summary>What goes wrong at the outlets from now on.</summary>
    public FaultPlan Faults { get; }

    /// <summary>What the outlets were asked, oldest first.</summary>
    public IReadOnlyList<Visit> Requests => _log.All;

    /// <summary>Throws <see cref="NewsroomPortBusyException"/> when the port is taken.</summary>
    public static async Task<SampleNewsroom> StartAsync(NewsroomOptions options, CancellationToken cancellationToken)
    {
        var addresses = new Addresses();
        var outlets = OutletBook.Load();
        var timeline = new Timeline(ArticleLibrary.Load(), outlets, options.OpenedAt ?? options.Clock.GetUtcNow(), options.Seed);
        var faults = new FaultPlan();
        var log = new VisitLog(options.Clock);
        var application = CreateApplication(options.Port, outlets.Labels.Count);
        new NewsroomApi(outlets, timeline, addresses, faults, log, options.Clock).Map(application);
        MapOutlets(application, outlets, addresses, new OutletEndpoint(new Newsstand(timeline, addresses), faults, log, options.Clock));
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await application.DisposeAsync();
            throw new NewsroomPortBusyException(options.Port, e);
        }

        var bound = AddressesOf(application);
        foreach (var (label, address) in outlets.Labels.Zip(bound.Skip(1)))
        {
            addresses.Bind(label, address.Port);
        }

        return new SampleNewsroom(application, options.Clock, bound[0], outlets, timeline, addresses, faults, log);
    }

    public string UrlOf(Publication publication) => Addresses.Of(publication.Outlet, publication.Path);

    /// <summary>Writes sources.json, so that a bot whose seeds folder this is collects from the newsroom.</summary>
    public Task WriteRegistryAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        return File.WriteAllTextAsync(Path.Combine(folder, "sources.json"), SourcesJson, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
    }

    private static WebApplication CreateApplication(int port, int sites)
    {
        // No arguments, no configuration files: the newsroom must not pick up the bot's settings.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            foreach (var place in Enumerable.Range(0, sites + 1))
            {
                kestrel.Listen(IPAddress.Loopback, port == 0 ? 0 : port + place);
            }
        });
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        application.UseOwnPagesOnly("/newsroom");
        application.UseRouting();
        return application;
    }

    private static void MapOutlets(WebApplication application, OutletBook outlets, Addresses addresses, OutletEndpoint endpoint) =>
        application.MapFallback("{**path}", (RequestDelegate)(http =>
        {
            if (addresses.LabelAt(http.Connection.LocalPort) is { } label)
            {
                return endpoint.HandleAsync(http, outlets.ByLabel(label), label);
            }

            http.Response.StatusCode = http.Request.Path == "/" ? StatusCodes.Status302Found : StatusCodes.Status404NotFound;
            http.Response.Headers.Location = http.Request.Path == "/" ? "/newsroom" : default;
            return Task.CompletedTask;
        }));

    /// <summary>In the order of the Listen calls: the newsroom's own first.</summary>
    private static List<Uri> AddressesOf(WebApplication application) =>
        [.. application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(address => new Uri(address))];
}
