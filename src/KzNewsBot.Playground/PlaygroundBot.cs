using System.Threading.Channels;
using KzNewsBot.Digests;
using KzNewsBot.Hosting;
using KzNewsBot.Playground.Simulator;
using Quartz;

namespace KzNewsBot.Playground;

/// <summary>The real bot, pointed at the simulated Telegram and living on its clock.</summary>
internal sealed class PlaygroundBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly VirtualClock _clock;
    private readonly Channel<bool> _jumps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Task _ticking;

    private PlaygroundBot(WebApplication app, VirtualClock clock)
    {
        _app = app;
        _clock = clock;
        _clock.Advanced += OnAdvanced;
        _ticking = TickAfterJumpsAsync(app.Lifetime.ApplicationStopping);
    }

    public IServiceProvider Services => _app.Services;

    public static async Task<PlaygroundBot> StartAsync(
        TelegramSimulator simulator,
        string dataFolder,
        bool collect,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var app = BotHost.BuildBot(new BotHostOptions { Clock = simulator.Clock, Settings = SettingsFor(simulator, dataFolder, collect, settings) });
        try
        {
            await app.StartAsync(cancellationToken);
            return new PlaygroundBot(app, simulator.Clock);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _clock.Advanced -= OnAdvanced;
        await _app.StopAsync(CancellationToken.None);
        await _ticking;
        await _app.DisposeAsync();
    }

    private static Dictionary<string, string?> SettingsFor(
        TelegramSimulator simulator,
        string dataFolder,
        bool collect,
        IReadOnlyDictionary<string, string?>? settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Telegram:Token"] = simulator.BotToken,
            ["Telegram:ApiBaseUrl"] = simulator.Address.ToString().TrimEnd('/'),
            ["Telegram:Mode"] = "Polling",
            ["Storage:Folder"] = dataFolder,
            ["Collection:Enabled"] = collect ? "true" : "false",

            // The playground asks nothing of the real outlets: only a newsroom of invented ones switches this on.
            ["Collection:Poll"] = "false",
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            all[key] = value;
        }

        return all;
    }

    private void OnAdvanced(object? sender, EventArgs e) => _jumps.Writer.TryWrite(true);

    /// <summary>Quartz sleeps on the machine's clock: after a jump of ours it is woken.</summary>
    private async Task TickAfterJumpsAsync(CancellationToken cancellationToken)
    {
        var scheduler = await _app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        try
        {
            await foreach (var _ in _jumps.Reader.ReadAllAsync(cancellationToken))
            {
                await scheduler.TriggerJob(DigestTickJob.Key, cancellationToken: cancellationToken);
            }
        }
        catch (Exception e) when (e is OperationCanceledException || (e is SchedulerException && cancellationToken.IsCancellationRequested))
        {
            // The bot stops.
        }
    }
}
