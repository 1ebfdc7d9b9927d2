using KzNewsBot.Playground.Simulator.Control;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Methods;
using KzNewsBot.Playground.Simulator.Persistence;
using KzNewsBot.Playground.Simulator.Updates;
using KzNewsBot.Playground.Simulator.World;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace KzNewsBot.Playground.Simulator;

/// <summary>A Telegram of one's own on loopback: the Bot API for one bot, and people played through /sim.</summary>
internal sealed partial class TelegramSimulator : IAsyncDisposable
{
    private const long MaximumBodyBytes = 60L << 20;

    private readonly WebApplication _application;
    private readonly LongPolling _polling;
    private readonly WebhookDelivery _webhooks;
    private readonly StateFile? _state;
    private int _disposed;

    private TelegramSimulator(
        WebApplication application,
        SimulatedWorld world,
        LongPolling polling,
        WebhookDelivery webhooks,
        StateFile? state,
        string botToken)
    {
        BotToken = botToken;
        _application = application;
        _polling = polling;
        _webhooks = webhooks;
        _state = state;
        World = world;
        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Address = new Uri(addresses.Addresses.First());
    }

    /// <summary>http://127.0.0.1:port, for the bot and for the chat page.</summary>
    public Uri Address { get; }

    public VirtualClock Clock => World.Clock;

    /// <summary>What the bot calls itself with.</summary>
    public string BotToken { get; }

    public SimulatedWorld World { get; }

    /// <summary>Whether a getUpdates call waits for updates right now.</summary>
    public bool IsPolled => _polling.IsWaiting;

    /// <summary>Throws <see cref="SimulatorPortBusyException"/> when the port is taken.</summary>
    public static async Task<TelegramSimulator> StartAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        var world = new SimulatedWorld(options.Clock, options.BotToken, options.RejectFloodAtOnce, options.CallbackPatience);
        var state = options.StateFile is null ? null : new StateFile(options.StateFile, world);
        state?.Load();
        var token = new TokenCheck(options.BotToken);
        var polling = new LongPolling(world, options.GuardBusyPolling);
        var application = CreateApplication(options.Port);
        var endpoint = new BotApiEndpoint(world, polling, token, application.Lifetime.ApplicationStopping);
        MapBotApi(application, endpoint, world, token);
        new ControlApi(world).Map(application);
        options.ExtraEndpoints?.Invoke(application);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await application.DisposeAsync();
            throw new SimulatorPortBusyException(options.Port, e);
        }

        state?.KeepSaving();
        return new TelegramSimulator(application, world, polling, new WebhookDelivery(world, endpoint.RunFromWebhookAsync), state, options.BotToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        World.Events.Close();
        await _webhooks.DisposeAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
        if (_state is not null)
        {
            await _state.DisposeAsync();
        }
    }

    private static WebApplication CreateApplication(int port)
    {
        // No arguments, no configuration files: the simulator must not pick up the bot's settings.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumBodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
            kestrel.Limits.MaxRequestLineSize = 256 * 1024;
            kestrel.Limits.MaxRequestBufferSize = 2 << 20;
            kestrel.Listen(System.Net.IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        application.UseOwnPagesOnly();
        application.UseRouting();
        return application;
    }

    private static void MapBotApi(WebApplication application, BotApiEndpoint endpoint, SimulatedWorld world, TokenCheck token)
    {
        application.MapMethods("/bot{token}/test/{method}", ["GET", "POST"], (RequestDelegate)Handle);
        application.MapMethods("/bot{token}/{method?}", ["GET", "POST"], (RequestDelegate)Handle);
        application.MapGet("/file/bot{token}/{**path}", (RequestDelegate)SendFileAsync);
        application.MapFallback((RequestDelegate)(http =>
            AnswerWriter.WriteAsync(http.Response, ApiAnswer.Failure(new ApiErrorException(404, "Not Found")), http.RequestAborted)));

        Task Handle(HttpContext http) => endpoint.HandleAsync(http, Route(http, "token"), Route(http, "method"));

        async Task SendFileAsync(HttpContext http)
        {
            byte[]? content = null;
            if (token.Refuse(Route(http, "token")) is null)
            {
                lock (world.Gate)
                {
                    content = Files.Find(world, Route(http, "path"));
                }
            }

            await FileAnswer.WriteAsync(http, content);
        }
    }

    private static string Route(HttpContext http, string name) => http.Request.RouteValues[name]?.ToString() ?? "";
}
