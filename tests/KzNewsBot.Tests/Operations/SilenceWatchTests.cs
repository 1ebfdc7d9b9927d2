using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Operations;
using KzNewsBot.Sources;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Operations;

public class SilenceWatchTests
{
    private const long Operator = 777;

    private static readonly Dictionary<string, string?> Told = new(StringComparer.Ordinal) { ["Operator:Chats:0"] = $"{Operator}" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_silence_is_told_once_and_its_end_too(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.FromHours(30));
        await WriteEntriesAsync(house, "nato", hoursApart: 2, last: TimeSpan.FromHours(1));

        (await CheckAsync(house)).ShouldBe(1);
        (await CheckAsync(house)).ShouldBe(0);
        var alert = (await MessagesAsync(house)).ShouldHaveSingleItem();
        alert.ShouldContain("ТАСС: ничего нового с ");
        alert.ShouldContain("Обычно пауза не длиннее 2 ч");
        alert.ShouldNotContain("НАТО:");

        house.Clock.Advance(TimeSpan.FromHours(1));
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.Zero, count: 1);
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house))[^1].ShouldContain("Снова слышны\n✓ ТАСС");
        (await MessagesAsync(house)).Count.ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Where_nobody_is_asked_nobody_is_silent(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.FromHours(30));
        await house.Get<PollingNote>().WriteAsync(polls: false, Token);
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house)).ShouldBeEmpty();

        await house.Get<PollingNote>().WriteAsync(polls: true, Token);
        (await CheckAsync(house)).ShouldBe(1);

        // What was told stays told over a time in which nobody is asked.
        await house.Get<PollingNote>().WriteAsync(polls: false, Token);
        (await CheckAsync(house)).ShouldBe(0);
        await house.Get<PollingNote>().WriteAsync(polls: true, Token);
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house)).ShouldHaveSingleItem();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_poll_that_had_begun_before_does_not_say_that_somebody_polls(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.FromHours(30));
        await house.Get<PollingNote>().WriteAsync(polls: false, Token);
        (await IsOffAsync(TimeSpan.FromSeconds(2))).ShouldBeTrue();
        (await IsOffAsync(TimeSpan.FromMinutes(11))).ShouldBeFalse();

        Task<bool> IsOffAsync(TimeSpan after) => house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                context.RoadStates.RemoveRange(context.RoadStates);
                context.RoadStates.Add(new RoadState { SourceId = "tass", Key = "late", NextDueAt = house.Clock.GetUtcNow(), PolledAt = house.Clock.GetUtcNow() + after });
                await context.SaveChangesAsync(token);
                return await PollingNote.IsOffAsync(context, token);
            },
            Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Pages_that_shut_are_told_once_and_that_they_are_read_again(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        var outlet = house.Get<SourceRegistry>().All.First(source => source is { Enabled: true, Roads: [{ Kind: RoadKind.Feed, ReadsPages: true }] });
        await WriteEntriesAsync(house, outlet.Id, hoursApart: 2, last: TimeSpan.FromHours(1), roadKey: outlet.Roads[0].Key);
        await SettleAsync("LoginWall: 401");
        (await CheckAsync(house)).ShouldBe(1);
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house)).ShouldHaveSingleItem().ShouldContain($"✗ {outlet.NameIn(Language.Russian)}: страницы не читаются, только начала текстов.\n");

        await SettleAsync(reason: null);
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house))[^1].ShouldContain($"✓ {outlet.NameIn(Language.Russian)}: страницы снова читаются целиком\n");
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house)).Count.ShouldBe(2);

        Task SettleAsync(string? reason) => house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Entries.Where(entry => entry.SourceId == outlet.Id)
                .ExecuteUpdateAsync(rows => rows.SetProperty(entry => entry.Stage, EntryStage.Stored).SetProperty(entry => entry.Reason, reason), token),
            Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Pages_that_shut_in_one_language_are_told_with_it(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        var roads = house.Get<SourceRegistry>().Find("khabar24").ShouldNotBeNull().Roads;
        foreach (var (road, reason) in new[] { (roads.First(road => road.Language == "ru").Key, (string?)null), (roads.Single(road => road.Language == "kk").Key, "LoginWall: 401") })
        {
            await WriteEntriesAsync(house, "khabar24", hoursApart: 2, last: TimeSpan.FromHours(1), roadKey: road);
            await house.Database.WriteAsync(
                WritePriority.Background,
                (context, token) => context.Entries.Where(entry => entry.RoadKey == road)
                    .ExecuteUpdateAsync(rows => rows.SetProperty(entry => entry.Stage, EntryStage.Stored).SetProperty(entry => entry.Reason, reason), token),
                Token);
        }

        (await CheckAsync(house)).ShouldBe(1);
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house)).ShouldHaveSingleItem().ShouldContain("24 (kk): страницы не читаются, только начала текстов.\n");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_retired_road_is_told_once_and_again_when_it_retires_anew(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        var source = house.Get<SourceRegistry>().Find("tass").ShouldNotBeNull();
        (await house.Get<RetirementWatch>().CheckAsync(Token)).ShouldBe(0);
        (await RetireAsync()).ShouldBe(1);
        (await RetireAsync()).ShouldBe(0);
        (await MessagesAsync(house)).ShouldHaveSingleItem().ShouldContain($"✗ ТАСС: {source.Roads[0].Key}\n");

        await house.Get<RoadQueue>().PauseAsync(source, paused: false, Token);
        (await house.Get<RetirementWatch>().CheckAsync(Token)).ShouldBe(0);
        (await RetireAsync()).ShouldBe(1);
        (await MessagesAsync(house)).Count.ShouldBe(2);

        async Task<int> RetireAsync()
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await house.Database.WriteAsync(
                WritePriority.Background,
                (context, token) => context.RoadStates.Where(state => state.SourceId == source.Id && state.Key == source.Roads[0].Key)
                    .ExecuteUpdateAsync(row => row.SetProperty(state => state.RetiredAt, house.Clock.GetUtcNow()), token),
                Token);
            return await house.Get<RetirementWatch>().CheckAsync(Token);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_came_about_before_an_operator_was_named_is_told_once_one_is(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using (var unattended = await House.OpenAsync(database))
        {
            await WriteEntriesAsync(unattended, "tass", hoursApart: 2, last: TimeSpan.FromHours(30));
            await WriteEntriesAsync(unattended, "nato", hoursApart: 2, last: TimeSpan.FromHours(30));
            await unattended.Database.WriteAsync(
                WritePriority.Background,
                (context, token) => context.RoadStates.Where(state => state.SourceId == "tass").ExecuteUpdateAsync(row => row.SetProperty(state => state.RetiredAt, unattended.Clock.GetUtcNow()), token),
                Token);
            (await CheckAsync(unattended)).ShouldBe(2);
            (await CheckAsync(unattended)).ShouldBe(0, "the log has it once");
            (await RetirementsAsync(unattended)).ShouldBe(0);
        }

        await using var house = await House.OpenAsync(database, settings: Told);
        (await CheckAsync(house)).ShouldBe(2);
        (await RetirementsAsync(house)).ShouldBeGreaterThan(0);
        (await CheckAsync(house)).ShouldBe(0);
        (await RetirementsAsync(house)).ShouldBe(0);
        var messages = await MessagesAsync(house);
        messages.Count.ShouldBe(2);
        messages[0].ShouldContain("ТАСС: ничего нового с ");
        messages[1].ShouldContain("✗ ТАСС: ");

        static Task<int> RetirementsAsync(House house) => house.Get<RetirementWatch>().CheckAsync(Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Paused_outlets_are_not_silent_and_those_that_fail_from_the_start_are(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.FromHours(30));
        await house.Get<RoadQueue>().PauseAsync(house.Get<SourceRegistry>().Find("tass")!, paused: true, Token);
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.RoadStates.Where(state => state.SourceId == "kursiv" && state.NextDueAt != null)
                .ExecuteUpdateAsync(row => row.SetProperty(state => state.FailingSince, house.Clock.GetUtcNow().AddHours(-25)), token),
            Token);

        (await CheckAsync(house)).ShouldBe(1);
        var alert = (await MessagesAsync(house)).ShouldHaveSingleItem();
        alert.ShouldContain("ни один адрес не приносит новостей с ");
        alert.ShouldNotContain("ТАСС");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_language_that_falls_silent_behind_another_is_told_once_with_its_reason(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        var roads = house.Get<SourceRegistry>().Find("khabar24").ShouldNotBeNull().Roads;
        var (russian, kazakh) = (roads.First(road => road.Language == "ru").Key, roads.Single(road => road.Language == "kk").Key);
        await WriteEntriesAsync(house, "khabar24", hoursApart: 2, last: TimeSpan.FromHours(1), roadKey: russian);
        await WriteEntriesAsync(house, "khabar24", hoursApart: 3, last: TimeSpan.FromHours(30), roadKey: kazakh);
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.RoadStates.Where(state => state.Key == kazakh).ExecuteUpdateAsync(row => row.SetProperty(state => state.Fault, RoadFault.NotAFeed), token),
            Token);

        (await CheckAsync(house)).ShouldBe(1);
        (await CheckAsync(house)).ShouldBe(0);
        var alert = (await MessagesAsync(house)).ShouldHaveSingleItem();
        alert.ShouldContain("24 (kk): ничего нового с ");
        alert.ShouldContain("Обычно пауза не длиннее 3 ч. Причина: новостей по адресу нет.");

        house.Clock.Advance(TimeSpan.FromHours(1));
        await WriteEntriesAsync(house, "khabar24", hoursApart: 3, last: TimeSpan.Zero, count: 1, roadKey: kazakh);
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house))[^1].ShouldContain("24 (kk)");
        (await MessagesAsync(house))[^1].ShouldContain("Снова слышны");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_an_outlet_that_is_silent_as_a_whole_no_language_is_named(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        foreach (var road in house.Get<SourceRegistry>().Find("khabar24").ShouldNotBeNull().Roads)
        {
            await WriteEntriesAsync(house, "khabar24", hoursApart: 2, last: TimeSpan.FromHours(30), roadKey: road.Key);
        }

        (await CheckAsync(house)).ShouldBe(1);
        (await MessagesAsync(house)).ShouldHaveSingleItem().ShouldNotContain("(kk)");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_is_heard_again_only_when_it_speaks(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.FromHours(30));
        await WriteEntriesAsync(house, "nato", hoursApart: 2, last: TimeSpan.FromHours(30));
        (await CheckAsync(house)).ShouldBe(2);

        // Neither the operator's pause nor the end of the window of four weeks is a sign of life.
        await house.Get<RoadQueue>().PauseAsync(house.Get<SourceRegistry>().Find("tass")!, paused: true, Token);
        (await CheckAsync(house)).ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromDays(60));
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house)).ShouldHaveSingleItem();

        await WriteEntriesAsync(house, "nato", hoursApart: 2, last: TimeSpan.Zero, count: 1);
        (await CheckAsync(house)).ShouldBe(0);
        (await MessagesAsync(house))[^1].ShouldContain("Снова слышны");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_operators_digest_does_not_call_an_alert_back(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await house.Get<SubscriberBook>().SubscribeAsync(new ChatAddress(Operator, 0), ["nato"], Language.Russian, Token);
        await WriteEntriesAsync(house, "tass", hoursApart: 2, last: TimeSpan.FromHours(30));
        (await CheckAsync(house)).ShouldBe(1);

        house.Clock.Advance(TimeSpan.FromDays(1));
        (await house.Get<DigestPlanner>().PlanDueAsync(Token)).ShouldBe(1);
        (await MessagesAsync(house))[0].ShouldContain("ТАСС: ничего нового с ");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Looks_at_one_moment_tell_it_once(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        var outlets = house.Get<SourceRegistry>().All.Where(source => source is { Enabled: true, Roads.Count: > 0 }).Take(8).ToList();
        foreach (var outlet in outlets)
        {
            await WriteEntriesAsync(house, outlet.Id, hoursApart: 2, last: TimeSpan.FromHours(30));
            await house.Clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CheckAsync(house)))));
        }

        (await MessagesAsync(house)).Count.ShouldBe(outlets.Count);
    }

    [Fact]
    public async Task The_alert_arrives_in_a_chat_that_subscribes_to_nothing()
    {
        await using var conversation = await Conversation.BeginAsync(
            nameof(StorageProvider.Sqlite), new Dictionary<string, string?>(StringComparer.Ordinal) { ["Operator:Chats:0"] = $"{Conversation.Person}" });
        var greeting = await conversation.AskAsync("/start");
        var database = conversation.Services.GetRequiredService<NewsDatabase>();

        // As if its poller were on.
        await conversation.Services.GetRequiredService<PollingNote>().WriteAsync(polls: true, Token);
        await WriteEntriesAsync(database, conversation.Telegram.Clock.GetUtcNow(), "tass", hoursApart: 2, TimeSpan.FromHours(30), OutletRhythm.LeastMoments);

        (await conversation.Services.GetRequiredService<SilenceWatch>().CheckAsync(Token)).ShouldBe(1);

        (await conversation.NextAsync(Conversation.Person, greeting.Id)).Content.Text.ShouldContain("ТАСС: ничего нового с ");
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task When_most_fall_silent_the_alert_suspects_the_bot_itself(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Told);
        await house.Get<SubscriberBook>().SetLanguageAsync(new ChatAddress(Operator, 0), Language.English, Token);
        foreach (var source in house.Get<SourceRegistry>().All.Where(source => source is { Enabled: true, Roads.Count: > 0 }).Take(20))
        {
            await WriteEntriesAsync(house, source.Id, hoursApart: 2, last: TimeSpan.FromHours(30));
        }

        (await CheckAsync(house)).ShouldBe(20);
        (await MessagesAsync(house)).Single().ShouldContain("perhaps the bot itself has no connection");
    }

    private static Task<int> CheckAsync(House house) => house.Get<SilenceWatch>().CheckAsync(Token);

    private static async Task<IReadOnlyList<string>> MessagesAsync(House house)
    {
        var editions = await house.Database.ReadAsync(
            (context, token) => (from row in context.Deliveries
                                 join edition in context.Editions on row.EditionId equals edition.Id
                                 join subscriber in context.Subscribers on row.SubscriberId equals subscriber.Id
                                 where subscriber.ChatId == Operator && row.State == DeliveryState.Pending
                                 orderby row.Id
                                 select edition.Messages).ToListAsync(token),
            Token);
        return [.. editions.SelectMany(EditionJson.Read).Select(message => message.Text.Text)];
    }

    private static Task WriteEntriesAsync(House house, string sourceId, int hoursApart, TimeSpan last, int count = OutletRhythm.LeastMoments, string roadKey = "") =>
        WriteEntriesAsync(house.Database, house.Clock.GetUtcNow(), sourceId, hoursApart, last, count, roadKey);

    private static Task WriteEntriesAsync(NewsDatabase database, DateTimeOffset now, string sourceId, int hoursApart, TimeSpan last, int count, string roadKey = "") =>
        database.WriteAsync(
            WritePriority.Background,
            (context, _) =>
            {
                foreach (var seen in Enumerable.Range(0, count).Select(n => now - last - TimeSpan.FromHours(hoursApart * n)))
                {
                    context.Entries.Add(new Entry
                    {
                        SourceId = sourceId,
                        Key = $"{roadKey} {seen.UtcTicks}",
                        RoadKey = roadKey,
                        Title = "1",
                        ContentHash = "1",
                        FirstSeenAt = seen,
                        LastSeenAt = seen,
                        Stage = EntryStage.Skipped,
                    });
                }

                return Task.CompletedTask;
            },
            Token);
}
