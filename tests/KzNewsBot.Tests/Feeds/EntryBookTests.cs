using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Feeds;

public class EntryBookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Each_entry_is_written_down_once_and_old_ones_are_only_remembered(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        FoundEntry[] found = [Found("1", now), Found("2", now.AddDays(-8)), Found("1", now) with { Id = "new-id" }];
        (await RecordAsync(house, found)).ShouldBe(2);
        (await RecordAsync(house, found)).ShouldBe(0);
        (await EntriesAsync(house)).Select(entry => (entry.Url, entry.Stage)).ShouldBe(
            [("https://tass.ru/1", EntryStage.Waiting), ("https://tass.ru/2", EntryStage.Skipped)], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_a_clock_a_year_ahead_took_for_old_is_judged_anew(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [Found("1", now)]);
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Entries.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Stage, EntryStage.Skipped).SetProperty(row => row.NextTryAt, (DateTimeOffset?)null).SetProperty(row => row.FirstSeenAt, now.AddYears(1)), token),
            Token);

        (await RecordAsync(house, [Found("1", now)])).ShouldBe(1);
        var entry = (await EntriesAsync(house)).ShouldHaveSingleItem();
        (entry.Stage, entry.FirstSeenAt).ShouldBe((EntryStage.Waiting, now));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_an_outlet_never_polled_only_the_newest_are_read(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Feeds:FirstEntries"] = "3", ["Feeds:MaxEntries"] = "10" });
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [.. Enumerable.Range(0, 40).Select(n => Found($"{n}", now.AddMinutes(-n)))]);
        var entries = await EntriesAsync(house);
        entries.Count.ShouldBe(40, "what was there before is known, and never news");
        entries.Where(entry => entry.Stage == EntryStage.Waiting).Select(entry => entry.Title).ShouldBe(["0", "1", "2"], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_came_while_the_bot_was_off_is_read_however_much_it_is(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Feeds:MaxEntries"] = "10" });
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [Found("first", now)]);
        FoundEntry[] missed = [.. Enumerable.Range(0, 40).Select(n => Found($"{n}", now.AddMinutes(-n))), Found("old", now.AddDays(-30)), Found("undated", now) with { Published = null }];
        (await RecordAsync(house, missed, polledBefore: true)).ShouldBe(41);
        (await EntriesAsync(house)).Count(entry => entry.Stage == EntryStage.Waiting).ShouldBe(42);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_further_road_of_an_outlet_brings_its_newest_only_at_first(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Feeds:MaxEntries"] = "10" });
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [Found("first", now)]);
        await RecordAsync(house, [.. Enumerable.Range(0, 40).Select(n => Found($"{n}", now.AddMinutes(-n)))]);
        (await EntriesAsync(house)).Count(entry => entry.Stage == EntryStage.Waiting).ShouldBe(11);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_changed_entry_is_read_again_but_not_all_day(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [Found("1", now)]);
        await RecordAsync(house, [Found("1", now) with { Text = "Уточнено до чтения." }]);
        (await EntriesAsync(house)).Single().Text.ShouldBe("Уточнено до чтения.");

        for (var change = 0; change < EntryBook.MostRereads + 2; change++)
        {
            await SettleAsync(house);
            await RecordAsync(house, [Found("1", now) with { Text = $"Правка {change}." }]);
            (await EntriesAsync(house)).Single().Stage.ShouldBe(change < EntryBook.MostRereads ? EntryStage.Waiting : EntryStage.Stored);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_a_list_that_has_its_newest_last_the_end_is_taken(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Feeds:MaxEntries"] = "3" });
        var today = new DateTimeOffset(house.Clock.GetUtcNow().Date, TimeSpan.Zero);
        await RecordAsync(house, [Changed("a", today.AddDays(-1)), .. "bcdef".Select(name => Changed($"{name}", today))]);
        (await EntriesAsync(house)).Select(entry => entry.Title).ShouldBe(["f", "e", "d"], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_site_that_goes_over_to_https_or_www_brings_nothing_twice(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [Found("1", now) with { Url = "http://tass.ru/news/1?id=7" }]);
        foreach (var url in (string[])["https://tass.ru/news/1?id=7", "https://www.tass.ru/news/1/?id=7", "http://www.tass.ru/news/1?id=7"])
        {
            (await RecordAsync(house, [Found("1", now) with { Url = url }], polledBefore: true)).ShouldBe(0);
        }

        (await RecordAsync(house, [Found("1", now) with { Url = "http://tass.ru/?p=3" }], polledBefore: true)).ShouldBe(1);
        (await RecordAsync(house, [Found("1", now) with { Url = "https://tass.ru/?p=3" }], polledBefore: true)).ShouldBe(0);
        (await RecordAsync(house, [Found("1", now) with { Url = "https://tass.ru/news/1?id=8" }, Found("1", now) with { Url = "https://old.tass.ru/news/1?id=7" }], polledBefore: true)).ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_came_in_a_pause_is_caught_up_with_by_its_hour_of_change_too(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Feeds:MaxEntries"] = "3" });
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [At("before", now.AddDays(-1))]);
        FoundEntry[] list = [.. Enumerable.Range(0, 1100).Select(n => At($"{n:0000}", now.AddSeconds(-n))), .. Enumerable.Range(0, 9).Select(n => Changed($"archive {n}", new DateTimeOffset(now.AddDays(-2).Date, TimeSpan.Zero)))];
        (await RecordAsync(house, list, polledBefore: true)).ShouldBe(1003);
        (await EntriesAsync(house)).ShouldNotContain(entry => entry.Title.StartsWith("archive", StringComparison.Ordinal) || entry.Title == "1003");

        FoundEntry At(string name, DateTimeOffset changed) => Changed(name, changed) with { UpdatedDayOnly = false };
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_a_days_list_what_is_added_at_its_end_is_seen(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Feeds:MaxEntries"] = "3" });
        var today = new DateTimeOffset(house.Clock.GetUtcNow().Date, TimeSpan.Zero);
        await RecordAsync(house, [.. "abc".Select(name => Changed($"{name}", today))]);
        (await RecordAsync(house, [.. "abcdef".Select(name => Changed($"{name}", today))], polledBefore: true)).ShouldBe(3);
        (await RecordAsync(house, [.. "xabcdef".Select(name => Changed($"{name}", today))], polledBefore: true)).ShouldBe(1);
        (await EntriesAsync(house)).Select(entry => entry.Title).ShouldBe(["a", "b", "c", "d", "e", "f", "x"], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_end_of_a_list_without_dates_may_be_its_archive_and_is_left(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Feeds:MaxEntries"] = "3" });
        FoundEntry[] list = [.. "abcdef".Select(name => Found($"{name}", default) with { Published = null })];
        await RecordAsync(house, list);
        (await RecordAsync(house, list, polledBefore: true)).ShouldBe(0);
        (await EntriesAsync(house)).Select(entry => entry.Title).ShouldBe(["a", "b", "c"], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_channel_that_stands_in_tells_only_what_came_after_its_outlets_better_road(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        var channel = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull().Roads.First(road => road.Kind == RoadKind.Telegram);
        FoundEntry[] posts = [Post(1, now.AddHours(-3)), Post(2, now.AddHours(-2)), Post(3, now.AddHours(-1)), Post(4, now) with { Published = null }];
        await RecordAsync(house, [Found("1", now.AddHours(-3)), Found("2", now.AddHours(-2))]);
        (await RecordAsync(house, posts, channel)).ShouldBe(4);
        (await RecordAsync(house, posts, channel, polledBefore: true)).ShouldBe(0);
        var told = (await EntriesAsync(house)).Where(entry => entry.RoadKey == channel.Key).ToDictionary(entry => entry.Title, StringComparer.Ordinal);
        told.Values.Where(entry => entry.Stage == EntryStage.Waiting).Select(entry => entry.Title).ShouldBe(["3", "4"], ignoreOrder: true);
        told["2"].Reason.ShouldBe("told by a better road before");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_road_whose_hours_are_ahead_has_told_nothing_that_came_after_it(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        var channel = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull().Roads.First(road => road.Kind == RoadKind.Telegram);
        await RecordAsync(house, [Found("1", now.AddHours(5))]);
        house.Clock.Advance(TimeSpan.FromHours(6));
        await RecordAsync(house, [Post(1, now.AddHours(-1)), Post(2, now.AddHours(2))], channel);
        (await EntriesAsync(house)).Where(entry => entry.RoadKey == channel.Key && entry.Stage == EntryStage.Waiting).Select(entry => entry.Title).ShouldBe(["2"]);
    }

    [Theory]
    [InlineData("Sqlite", EntryStage.Failed, "status 502", true)]
    [InlineData("Sqlite", EntryStage.Skipped, EntryEnding.PageGone, true)]
    [InlineData("Sqlite", EntryStage.Skipped, "older than news can be", false)]
    [InlineData("Postgres", EntryStage.Failed, "status 502", true)]
    public async Task An_entry_that_was_given_up_is_taken_up_again_when_its_outlet_changes_it(string provider, object stage, string reason, bool again)
    {
        await using var house = await House.OpenAsync(provider);
        var found = Found("1", house.Clock.GetUtcNow());
        await RecordAsync(house, [found]);
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Entries.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Stage, (EntryStage)stage).SetProperty(row => row.NextTryAt, (DateTimeOffset?)null).SetProperty(row => row.Reason, reason), token),
            TestContext.Current.CancellationToken);
        await RecordAsync(house, [found], polledBefore: true);
        (await EntriesAsync(house)).ShouldHaveSingleItem().Stage.ShouldBe((EntryStage)stage, "nothing has changed");
        await RecordAsync(house, [found with { Title = "Дополнено" }], polledBefore: true);
        ((await EntriesAsync(house)).ShouldHaveSingleItem().Stage == EntryStage.Waiting).ShouldBe(again);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_date_in_the_future_is_kept_and_tells_nothing_even_when_its_day_has_come(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [Found("1", now.AddHours(-3)), Found("ahead", default) with { Published = null, Ahead = now.AddDays(3) }]);
        (await EntriesAsync(house)).Single(entry => entry.IsAhead).PublishedAt.ShouldBe(now.AddDays(3));

        house.Clock.Advance(TimeSpan.FromDays(4));
        await RecordAsync(house, [Post(2, now.AddDays(2))], house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull().Roads.First(road => road.Kind == RoadKind.Telegram));
        (await EntriesAsync(house)).Single(entry => entry.Title == "2").Stage.ShouldBe(EntryStage.Waiting);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_channel_tells_all_where_its_languages_better_road_told_nothing(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        var roads = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull().Roads;
        await RecordAsync(house, [Found("english", now)], roads.First(road => road.Language == "en"));
        await RecordAsync(house, [Post(1, now.AddHours(-3))], roads.First(road => road.Kind == RoadKind.Telegram));
        (await EntriesAsync(house)).ShouldAllBe(entry => entry.Stage == EntryStage.Waiting);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_a_road_has_dropped_is_forgotten_in_the_end_but_never_what_waits(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [Found("1", now), Found("2", now.AddDays(-8))]);
        house.Clock.Advance(TimeSpan.FromDays(59));
        await house.Get<EntryBook>().ForgetAsync(Token);
        (await EntriesAsync(house)).Count.ShouldBe(2);
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Get<EntryBook>().ForgetAsync(Token);
        (await EntriesAsync(house)).ShouldHaveSingleItem().Stage.ShouldBe(EntryStage.Waiting);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_a_flood_leaves_no_place_for_is_taken_when_there_is(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Feeds:MaxEntries"] = "1000" });
        var now = house.Clock.GetUtcNow();
        await RecordAsync(house, [Found("first", now)]);
        for (var poll = 0; poll < 5; poll++)
        {
            await RecordAsync(house, [.. Enumerable.Range(poll * 2000, 2000).Select(n => Found($"{n}", now))], polledBefore: true);
        }

        FoundEntry[] late = [Found("late", now), Found("old", now.AddDays(-30))];
        (await WriteAsync(house, late, polledBefore: true)).ShouldBe((1, 1), "what is left out on purpose takes no place");
        await SettleAsync(house);
        (await WriteAsync(house, late, polledBefore: true)).ShouldBe((1, 0));
    }

    private static FoundEntry Found(string name, DateTimeOffset published) => new() { Url = $"https://tass.ru/{name}", Title = name, Text = "Текст.", Published = published };

    /// <summary>As a sitemap has it: a day of change and no hour.</summary>
    private static FoundEntry Changed(string name, DateTimeOffset day) => Found(name, default) with { Published = null, Updated = day, UpdatedDayOnly = true };

    private static FoundEntry Post(int number, DateTimeOffset published) => Found($"{number}", published) with { Url = $"https://t.me/tass_agency/{number}" };

    private static async Task<int> RecordAsync(House house, IReadOnlyList<FoundEntry> found, RoadDefinition? by = null, bool polledBefore = false) =>
        (await WriteAsync(house, found, by, polledBefore)).Added;

    private static Task<(int Added, int Left)> WriteAsync(House house, IReadOnlyList<FoundEntry> found, RoadDefinition? by = null, bool polledBefore = false)
    {
        var source = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull();
        var road = by ?? source.Roads[0];
        return house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => house.Get<EntryBook>().RecordAsync(context, new DueRoad(source, road, new RoadState { SourceId = source.Id, Key = road.Key, SucceededAt = polledBefore ? house.Clock.GetUtcNow() : null }), found, house.Clock.GetUtcNow(), token),
            Token);
    }

    /// <summary>As if its page had become an article.</summary>
    private static Task SettleAsync(House house) => house.Database.WriteAsync(
        WritePriority.Background,
        (context, token) => context.Entries.ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Stage, EntryStage.Stored).SetProperty(row => row.NextTryAt, (DateTimeOffset?)null), token),
        Token);

    private static Task<List<Entry>> EntriesAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Entries.OrderBy(entry => entry.Id).ToListAsync(token), Token);
}
