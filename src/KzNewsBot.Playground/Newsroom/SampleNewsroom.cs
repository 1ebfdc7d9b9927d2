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
/// has a host name of its own under ".localhost"; /newsroom on any host shows and steers them.
/// </summary>
internal sealed class SampleNewsroom : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly VisitLog _log;
    private int _disposed;

    private SampleNewsroom(WebApplication application, OutletBook outlets, Timeline timeline, Addresses addresses, VisitLog log)
    {
        _application = application;
        _log = log;
        Outlets = outlets;
        Timeline = timeline;
        Addresses = addresses;
        Address = AddressOf(application);
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

    /// <summary>What the outlets were asked, oldest first.</summary>
    public IReadOnlyList<Visit> Requests => _log.All;

    /// <summary>Throws <see cref="NewsroomPortBusyException"/> when the port is taken.</summary>
    public static async Task<SampleNewsroom> StartAsync(NewsroomOptions options, CancellationToken cancellationToken)
    {
        var port = options.Port;
        var addresses = new Addresses(() => port);
        var outlets = OutletBook.Load();
        var timeline = new Timeline(ArticleLibrary.Load(), outlets, options.OpenedAt ?? options.Clock.GetUtcNow(), options.Seed);
        var faults = new FaultPlan();
        var log = new VisitLog(options.Clock);
        var application = CreateApplication(options.Port);
        new NewsroomApi(outlets, timeline, addresses, faults, log, options.Clock).Map(application);
        MapOutlets(application, outlets, new OutletEndpoint(new Newsstand(timeline, addresses), faults, log, options.Clock));
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await application.DisposeAsync();
            throw new NewsroomPortBusyException(options.Port, e);
        }

        port = AddressOf(application).Port;
        return new SampleNewsroom(application, outlets, timeline, addresses, log);
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

    private static WebApplication CreateApplication(int port)
    {
        // No arguments, no configuration files: the newsroom must not pick up the bot's settings.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        application.UseRouting();
        return application;
    }

    private static void MapOutlets(WebApplication application, OutletBook outlets, OutletEndpoint endpoint) =>
        application.MapFallback("{**path}", (RequestDelegate)(http =>
        {
            if (Addresses.LabelOf(http.Request.Host.Host) is { } label && outlets.FindByLabel(label) is { } outlet)
            {
                return endpoint.HandleAsync(http, outlet, label);
            }

            http.Response.StatusCode = http.Request.Path == "/" ? StatusCodes.Status302Found : StatusCodes.Status404NotFound;
            http.Response.Headers.Location = http.Request.Path == "/" ? "/newsroom" : default;
            return Task.CompletedTask;
        }));

    private static Uri AddressOf(WebApplication application) =>
        new(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
}
