using KzNewsBot.Articles;
using KzNewsBot.Feeds;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Feeds;

/// <summary>A house that reads a fleet, on a clock that stands until it is moved, and may be restarted.</summary>
internal sealed class FleetReader : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(20);

    private readonly TestDatabase _database;

    private FleetReader(TestDatabase database, Fleet fleet, House house)
    {
        _database = database;
        Fleet = fleet;
        House = house;
    }

    public Fleet Fleet { get; }

    public House House { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<FleetReader> OpenAsync(string provider, int outlets, DateTimeOffset now)
    {
        var database = TestDatabase.Create(provider);
        var fleet = await Fleet.StartAsync(outlets, now - TimeSpan.FromHours(1), TimeProvider.System, Token);
        var house = await House.OpenAsync(database, now: now, settings: fleet.SettingsFor(database.Folder));
        fleet.Clock = house.Clock;
        return new FleetReader(database, fleet, house);
    }

    /// <summary>Polls and reads pages for so long.</summary>
    public async Task ReadAsync(TimeSpan span)
    {
        var end = House.Clock.GetUtcNow() + span;
        while (House.Clock.GetUtcNow() < end)
        {
            House.Clock.Advance(Step);
            await House.Clock.RunAsync(RoundAsync());
        }
    }

    public async Task RestartAsync()
    {
        var now = House.Clock.GetUtcNow();
        await House.DisposeAsync();
        House = await House.OpenAsync(_database, now: now, settings: Fleet.SettingsFor(_database.Folder));
        Fleet.Clock = House.Clock;
        await House.Get<FeedPoller>().RestorePausesAsync(Token);
    }

    public Task<List<Article>> ArticlesAsync() =>
        House.Database.ReadAsync((context, token) => context.Articles.OrderBy(article => article.Id).ToListAsync(token), Token);

    public Task<List<Entry>> EntriesAsync() =>
        House.Database.ReadAsync((context, token) => context.Entries.OrderBy(entry => entry.Id).ToListAsync(token), Token);

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Fleet.DisposeAsync();
        _database.Dispose();
    }

    private async Task RoundAsync()
    {
        await House.Get<FeedPoller>().PollDueAsync(Token);
        while (await House.Get<PageCollector>().CollectDueAsync(Token) > 0)
        {
        }
    }
}
