using KzNewsBot.Data;
using KzNewsBot.Hosting;
using KzNewsBot.Playground.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Harness;

/// <summary>The rooms on a real database, without Telegram and on a clock that stands still.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase? _ownDatabase;

    private House(WebApplication app, VirtualClock clock, TestDatabase? ownDatabase)
    {
        _app = app;
        Clock = clock;
        _ownDatabase = ownDatabase;
    }

    public VirtualClock Clock { get; }

    public NewsDatabase Database => Get<NewsDatabase>();

    /// <param name="starter">True to store the starter archive as a real start does.</param>
    public static async Task<House> OpenAsync(string provider, bool starter = false, DateTimeOffset? now = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var database = TestDatabase.Create(provider);
        var house = await OpenAsync(database, starter, now, settings);
        return new House(house._app, house.Clock, database);
    }

    /// <summary>On a database that outlives the house, as after a restart.</summary>
    public static async Task<House> OpenAsync(TestDatabase database, bool starter = false, DateTimeOffset? now = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var clock = VirtualClock.StandingAt(now ?? new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero));
        var all = database.Settings
            .Append(new("Seeds:Starter", starter ? "true" : "false"))
            .Append(new("Logging:LogLevel:Default", "Warning"))
            .Concat(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        var app = BotHost.BuildTools(new BotHostOptions { Clock = clock, Settings = all });
        await app.Services.GetRequiredService<Startup>().StartAsync(TestContext.Current.CancellationToken);
        return new House(app, clock, ownDatabase: null);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _ownDatabase?.Dispose();
    }
}
