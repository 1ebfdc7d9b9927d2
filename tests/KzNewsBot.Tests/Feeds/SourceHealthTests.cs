using KzNewsBot.Cli;
using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Feeds;

/// <summary>How an outlet stands, by what the polls have left of its roads.</summary>
public class SourceHealthTests
{
    private const string Outlet = "khabar24";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_language_whose_only_road_is_down_is_silent_however_well_the_others_do(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var since = house.Clock.GetUtcNow().AddDays(-40);
        await PollAsync(house, (road, state) => Succeed(house, state));
        await PollAsync(house, (road, state) =>
        {
            if (road.Language == "kk")
            {
                state.SucceededAt = since;
                RoadLedger.Fail(state, RoadFault.NotAFeed, "HtmlPage where a Feed should be", new FeedsOptions(), house.Clock.GetUtcNow());
            }
        });

        var report = await ReadAsync(house);
        report.Standing.ShouldBe(SourceStanding.Partly);
        report.Groups.Single(group => group.Languages.Contains(Language.Russian)).Standing.ShouldBe(SourceStanding.Working);
        var kazakh = report.Groups.Single(group => group.Languages.Contains(Language.Kazakh));
        (kazakh.Standing, kazakh.AnsweredAt, kazakh.Fault).ShouldBe((SourceStanding.Failing, since, RoadFault.NotAFeed));
        report.Troubles.ShouldHaveSingleItem().Detail.ShouldBe("HtmlPage where a Feed should be");
        SourcesCommand.Stands(report).ShouldBe("works; kk: silent since 2026-10-13 05:00 UTC, not a feed");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_language_that_lives_on_its_second_road_stands_on_a_standby(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await PollAsync(house, (road, state) => Succeed(house, state));
        (await ReadAsync(house)).Standing.ShouldBe(SourceStanding.Working);

        await PollAsync(house, (road, state) => state.Down = road is { Kind: RoadKind.Feed, Language: "ru" });
        var report = await ReadAsync(house);
        report.Standing.ShouldBe(SourceStanding.OnStandby);
        report.Groups.Select(group => group.Standing).ShouldBe([SourceStanding.OnStandby, SourceStanding.Working]);
        SourcesCommand.Stands(report).ShouldBe("works; ru: by a standby");

        await PollAsync(house, (road, state) => (state.Down, state.RetiredAt) = (false, road is { Kind: RoadKind.Feed, Language: "ru" } ? house.Clock.GetUtcNow() : null));
        (await ReadAsync(house)).Standing.ShouldBe(SourceStanding.OnStandby, "its first road is gone");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_whose_rubrics_bring_news_is_not_silent(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var source = house.Get<SourceRegistry>().Find(Outlet).ShouldNotBeNull();
        source.Roads = [.. source.Roads.Select((road, place) => road with { Always = place > 0, Language = null })];
        await PollAsync(house, (road, state) => Succeed(house, state));
        await PollAsync(house, (road, state) => state.Down = !road.Always);
        (await ReadAsync(house)).Standing.ShouldBe(SourceStanding.OnStandby);
        await PollAsync(house, (road, state) => state.Down = true);
        (await ReadAsync(house)).Standing.ShouldBe(SourceStanding.Failing);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_that_is_asked_once_a_week_answers_for_as_long(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var now = house.Clock.GetUtcNow();
        await PollAsync(house, (road, state) => (state.PolledAt, state.SucceededAt) = (now.AddDays(-6), now.AddDays(-6)));
        (await house.Get<SourceHealth>().CountAnswersAsync(Token)).Answered.ShouldBe(0);

        await PollAsync(house, (road, state) => state.IntervalMinutes = 10_080);
        (await house.Get<SourceHealth>().CountAnswersAsync(Token)).Answered.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromDays(5));
        (await house.Get<SourceHealth>().CountAnswersAsync(Token)).Answered.ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_of_whose_pages_none_comes_whole_stands_partly(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await PollAsync(house, (road, state) => Succeed(house, state));
        var road = house.Get<SourceRegistry>().Find(Outlet).ShouldNotBeNull().Roads.First(road => road.Kind == RoadKind.Feed);
        await SettleAsync(house, road.Key, PageCount.LeastTried - 1, "LoginWall: 401");
        await SettleAsync(house, road.Key, 3, "there before the first poll", EntryStage.Skipped);
        (await ReadAsync(house)).Standing.ShouldBe(SourceStanding.Working, "so few may be by chance");

        await SettleAsync(house, road.Key, 1, "the page shows a beginning", EntryStage.Linked);
        var report = await ReadAsync(house);
        (report.Standing, report.PagesShut).ShouldBe((SourceStanding.Partly, true));
        SourcesCommand.Stands(report).ShouldBe("works; its pages can't be read, only beginnings");

        await SettleAsync(house, road.Key, 1, reason: null);
        (await ReadAsync(house)).Standing.ShouldBe(SourceStanding.Working);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Pages_of_one_language_that_are_shut_are_named_behind_the_others(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await PollAsync(house, (road, state) => Succeed(house, state));
        var roads = house.Get<SourceRegistry>().Find(Outlet).ShouldNotBeNull().Roads;
        await SettleAsync(house, roads.First(road => road.Language == "ru").Key, PageCount.LeastTried, reason: null);
        await SettleAsync(house, roads.First(road => road.Language == "kk").Key, PageCount.LeastTried, "LoginWall: 401");
        var report = await ReadAsync(house);
        (report.Standing, report.PagesShut).ShouldBe((SourceStanding.Partly, false));
        report.Groups.Single(group => group.PagesShut).Languages.ShouldBe([Language.Kazakh]);
        SourcesCommand.Stands(report).ShouldBe("works; kk: its pages can't be read, only beginnings");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_one_that_seldom_writes_a_fortnight_tells_whether_its_pages_are_shut(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await PollAsync(house, (road, state) => Succeed(house, state));
        var road = house.Get<SourceRegistry>().Find(Outlet).ShouldNotBeNull().Roads[0].Key;
        await SettleAsync(house, road, PageCount.LeastTried, EntryEnding.PageGone, EntryStage.Skipped, apart: TimeSpan.FromDays(2));
        (await ReadAsync(house)).PagesShut.ShouldBeTrue();
        house.Clock.Advance(TimeSpan.FromDays(7));
        (await ReadAsync(house)).PagesShut.ShouldBeFalse("the oldest say nothing of today");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_wall_of_an_hour_shuts_a_busy_outlets_pages_only_when_it_lasts_a_day(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await PollAsync(house, (road, state) => Succeed(house, state));
        var road = house.Get<SourceRegistry>().Find(Outlet).ShouldNotBeNull().Roads[0].Key;
        await SettleAsync(house, road, 1, EntryEnding.WholeByRoad);
        house.Clock.Advance(TimeSpan.FromHours(23));
        await SettleAsync(house, road, 20, "LoginWall: 401", apart: TimeSpan.FromMinutes(1));
        (await ReadAsync(house)).PagesShut.ShouldBeFalse();
        house.Clock.Advance(TimeSpan.FromHours(2));
        (await ReadAsync(house)).PagesShut.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Telegram", true)]
    [InlineData("Search", true)]
    [InlineData("Feed", false)]
    public async Task An_outlet_whose_pages_nobody_means_to_read_has_none_that_are_shut(string kind, bool fetchPages)
    {
        await using var house = await House.OpenAsync("Sqlite");
        await PollAsync(house, (road, state) => Succeed(house, state));
        var source = house.Get<SourceRegistry>().Find(Outlet).ShouldNotBeNull();
        source.Roads = [.. source.Roads.Select(road => road with { Kind = Enum.Parse<RoadKind>(kind), FetchPages = fetchPages })];
        await SettleAsync(house, source.Roads[0].Key, 9, "neither title nor text");
        (await ReadAsync(house)).PagesShut.ShouldBeFalse();
    }

    private static Task SettleAsync(House house, string roadKey, int count, string? reason, EntryStage stage = EntryStage.Stored, TimeSpan? apart = null) => house.Database.WriteAsync(
        WritePriority.Background,
        (context, _) =>
        {
            var now = house.Clock.GetUtcNow();
            context.Entries.AddRange(Enumerable.Range(0, count).Select(n => new Entry
            {
                SourceId = Outlet,
                Key = $"{reason} {n}",
                RoadKey = roadKey,
                Title = "1",
                ContentHash = "1",
                FirstSeenAt = now - (n * (apart ?? TimeSpan.FromHours(1))),
                LastSeenAt = now,
                Stage = stage,
                Reason = reason,
            }));
            return Task.CompletedTask;
        },
        Token);

    private static void Succeed(House house, RoadState state)
    {
        state.NewEntryAt = house.Clock.GetUtcNow();
        RoadLedger.Succeed(state, new FeedsOptions(), house.Clock.GetUtcNow()).ShouldBeTrue();
    }

    private static Task PollAsync(House house, Action<RoadDefinition, RoadState> poll) => house.Database.WriteAsync(
        WritePriority.Background,
        async (context, token) =>
        {
            var source = house.Get<SourceRegistry>().Find(Outlet).ShouldNotBeNull();
            foreach (var state in await context.RoadStates.Where(state => state.SourceId == Outlet).ToListAsync(token))
            {
                poll(source.Roads.Single(road => road.Key == state.Key), state);
            }
        },
        Token);

    private static async Task<SourceReport> ReadAsync(House house) =>
        (await house.Get<SourceHealth>().ReadAsync(Token)).Single(report => report.Source.Id == Outlet);
}
