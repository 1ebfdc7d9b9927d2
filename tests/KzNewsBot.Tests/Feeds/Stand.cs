using KzNewsBot.Articles;
using KzNewsBot.Feeds;
using KzNewsBot.Playground;
using KzNewsBot.Playground.Newsroom;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Feeds;

/// <summary>The rooms of a house that reads the newsroom, on clocks that stand until they are moved.</summary>
internal sealed class Stand(House house, SampleNewsroom newsroom, VirtualClock outlets, TestDatabase database) : IAsyncDisposable
{
    private static readonly DateTimeOffset Opened = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public House House { get; } = house;

    public SampleNewsroom Newsroom { get; } = newsroom;

    /// <param name="openedBefore">For how long the outlets have been publishing when the house begins to read; an hour if not said.</param>
    public static async Task<Stand> OpenAsync(string provider, bool starter = false, TimeSpan? openedBefore = null)
    {
        var database = TestDatabase.Create(provider);
        var outlets = VirtualClock.StandingAt(Opened);
        var newsroom = await SampleNewsroom.StartAsync(new NewsroomOptions { Clock = outlets, OpenedAt = Opened - (openedBefore ?? TimeSpan.FromHours(1)) }, Token);
        var settings = new Dictionary<string, string?>(PlaygroundNewsroom.SettingsFor(newsroom, database.Folder), StringComparer.Ordinal)
        {
            ["Fetching:SpacingMilliseconds"] = "0",

            // A clock that hurries on while a request is under way must not end it.
            ["Fetching:TotalSeconds"] = "300",
            ["Fetching:HeaderSeconds"] = "60",
            ["Fetching:ConnectSeconds"] = "60",
        };
        var house = await House.OpenAsync(database, starter, now: Opened, settings: settings);
        return new Stand(house, newsroom, outlets, database);
    }

    /// <summary>Polls and reads for so long, in steps of ten minutes.</summary>
    public async Task CollectAsync(TimeSpan span)
    {
        var end = House.Clock.GetUtcNow() + span;
        while (House.Clock.GetUtcNow() < end)
        {
            House.Clock.Advance(TimeSpan.FromMinutes(10));
            outlets.Advance(TimeSpan.FromMinutes(10));
            await House.Clock.RunAsync(RoundAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Newsroom.DisposeAsync();
        database.Dispose();
    }

    private async Task RoundAsync()
    {
        await House.Get<FeedPoller>().PollDueAsync(Token);
        while (await House.Get<PageCollector>().CollectDueAsync(Token) > 0)
        {
        }
    }
}
