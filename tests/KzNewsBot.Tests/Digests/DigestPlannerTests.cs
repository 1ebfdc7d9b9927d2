using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Digests;

/// <summary>Promised moments become digests: each once, each story once, whatever happens between.</summary>
public class DigestPlannerTests
{
    private static readonly ChatAddress Reader = new(900, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_due_reader_is_planned_once_and_promised_the_next_day(string provider)
    {
        await using var house = await OpenAsync(provider);
        var due = (await ReadAsync(house, Reader)).NextDueAt.ShouldNotBeNull();
        (await PlanAsync(house)).ShouldBe(0);
        house.Clock.Advance(due - house.Clock.GetUtcNow());
        (await PlanAsync(house)).ShouldBe(1);
        (await PlanAsync(house)).ShouldBe(0);

        var digest = (await DigestsAsync(house)).ShouldHaveSingleItem();
        (digest.Key, digest.DueAt, digest.WindowFrom).ShouldBe(("digest:2026-11-23", due, null));
        (await DeliveriesAsync(house)).ShouldNotBeEmpty();
        (await ReadAsync(house, Reader)).NextDueAt.ShouldBe(due.AddDays(1));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_a_clock_a_year_ahead_promised_is_promised_anew(string provider)
    {
        await using var house = await OpenAsync(provider);
        var due = (await ReadAsync(house, Reader)).NextDueAt.ShouldNotBeNull();
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Subscribers.ExecuteUpdateAsync(
                rows => rows.SetProperty(row => row.NextDueAt, due.AddYears(1)).SetProperty(row => row.LastServedDay, DateOnly.FromDateTime(due.UtcDateTime).AddYears(1)),
                token),
            Token);

        (await PlanAsync(house)).ShouldBe(0);
        (await ReadAsync(house, Reader)).NextDueAt.ShouldBe(due);
        house.Clock.Advance(due - house.Clock.GetUtcNow());
        (await PlanAsync(house)).ShouldBe(1);
        (await ReadAsync(house, Reader)).NextDueAt.ShouldBe(due.AddDays(1));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Ticks_at_one_moment_plan_one_digest(string provider)
    {
        await using var house = await OpenAsync(provider);
        house.Clock.Advance(TimeSpan.FromDays(1));
        var ticks = Enumerable.Range(0, 4).Select(_ => PlanAsync(house)).ToArray();
        await house.Clock.RunAsync(Task.WhenAll(ticks));
        ticks.Sum(tick => tick.Result).ShouldBe(1);
        (await DigestsAsync(house)).ShouldHaveSingleItem();
        (await DeliveriesAsync(house)).GroupBy(row => row.Part).ShouldAllBe(part => part.Count() == 1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task After_an_outage_of_days_comes_one_digest_that_says_it_is_late(string provider)
    {
        await using var house = await OpenAsync(provider);
        house.Clock.Advance(TimeSpan.FromDays(5));
        (await PlanAsync(house)).ShouldBe(1);
        var digest = (await DigestsAsync(house)).ShouldHaveSingleItem();
        digest.Key.ShouldBe("digest:2026-11-27");
        (await TextAsync(house, digest)).ShouldContain("Сводка пришла с опозданием");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_digest_tells_what_came_after_the_last_one(string provider)
    {
        await using var house = await OpenAsync(provider);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await NextDayAsync(house);
        var second = (await DigestsAsync(house))[1];
        (await TextAsync(house, second)).ShouldContain("ШОС утвердила");
        (await TextAsync(house, second)).ShouldNotContain("Степной ветер");
        await SettleAsync(house, DeliveryState.Sent);
        await NextDayAsync(house);
        (await TextAsync(house, (await DigestsAsync(house))[2])).ShouldContain("новых сообщений по вашим темам не было");
    }

    [Theory]
    [InlineData("Sqlite", "ru", " · обновлено · ")]
    [InlineData("Sqlite", "kk", " · жаңарды · ")]
    [InlineData("Postgres", "en", " · updated · ")]
    public async Task A_story_that_the_reader_was_told_before_is_marked_as_updated(string provider, string language, string mark)
    {
        await using var house = await OpenAsync(provider);
        await house.Get<SubscriberBook>().SetLanguageAsync(Reader, LanguageCodes.Parse(language), Token);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        (await TextAsync(house, (await DigestsAsync(house))[0])).ShouldNotContain(mark);

        await StoreAsync(house, "vlast.kz", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await NextDayAsync(house);
        var text = await TextAsync(house, (await DigestsAsync(house))[1]);
        text.Split(mark).Length.ShouldBe(2, "the other story is new");
        text.IndexOf("Степной ветер", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf(mark, StringComparison.Ordinal));
        text.IndexOf("ШОС утвердила", StringComparison.Ordinal).ShouldBeGreaterThan(text.IndexOf(mark, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sqlite", true)]
    [InlineData("Sqlite", false)]
    [InlineData("Postgres", true)]
    [InlineData("Postgres", false)]
    public async Task What_comes_after_the_newest_story_has_gone_is_told(string provider, bool numberKept)
    {
        await using var house = await OpenAsync(provider);
        await StoreAsync(house, "tengrinews.kz", "Погода на неделю", "В столице ожидается снег, сообщила служба погоды. Ветер усилится к вечеру.");
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await ExecuteAsync(house, "UPDATE \"Articles\" SET \"StoryId\" = NULL");
        await ExecuteAsync(house, "DELETE FROM \"Stories\"");
        if (!numberKept)
        {
            // As a version left it that kept none.
            await ExecuteAsync(house, "DELETE FROM \"Settings\" WHERE \"Key\" = 'stories.sequence'");
        }

        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await NextDayAsync(house);
        (await TextAsync(house, (await DigestsAsync(house))[1])).ShouldContain("ШОС утвердила");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Our_own_archive_that_comes_later_is_told_in_a_first_digest_alone(string provider)
    {
        await using var house = await OpenAsync(provider);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await house.Get<ArticleStore>().StoreAsync(
            News.Article("Как НАТО пришла в Казахстан", "НАТО и Казахстан начали сотрудничать в рамках программы «Партнёрство ради мира».\nС тех пор миротворцы Казахстана учились вместе с НАТО.", outlet: "ТАСС", day: "2021-03-05"), SourceRegistry.StarterId, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await NextDayAsync(house);
        (await TextAsync(house, (await DigestsAsync(house))[1])).ShouldNotContain("Как НАТО пришла");

        await SettleAsync(house, DeliveryState.Sent);
        await house.Get<SubscriberBook>().SubscribeAsync(new ChatAddress(901, 0), ["nato"], Language.Russian, Token);
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await PlanAsync(house)).ShouldBe(2);
        var texts = new List<string>();
        foreach (var digest in (await DigestsAsync(house)).TakeLast(2))
        {
            texts.Add(await TextAsync(house, digest));
        }

        texts.Count(text => text.Contains("Как НАТО пришла", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_a_time_in_which_no_outlet_was_heard_it_does_not_say_that_nothing_happened(string provider)
    {
        await using var house = await OpenAsync(provider);
        var due = (await ReadAsync(house, Reader)).NextDueAt.ShouldNotBeNull();
        house.Clock.Advance(due.AddHours(19) - house.Clock.GetUtcNow());
        await HearAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(1));
        (await PlanAsync(house)).ShouldBe(1, "hours late");
        await SettleAsync(house, DeliveryState.Sent);
        await NextDayAsync(house);
        var text = await TextAsync(house, (await DigestsAsync(house))[1]);
        text.ShouldContain("С прошлой сводки не ответил ни один источник");
        text.ShouldNotContain("новых сообщений по вашим темам не было");

        await SettleAsync(house, DeliveryState.Sent);
        await HearAsync(house);
        await NextDayAsync(house);
        (await TextAsync(house, (await DigestsAsync(house))[2])).ShouldContain("новых сообщений по вашим темам не было");

        // Some minutes later than the digest before it was made.
        static async Task HearAsync(House house)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(5));
            var now = house.Clock.GetUtcNow();
            await house.Database.WriteAsync(
                WritePriority.Background, (context, token) => context.RoadStates.ExecuteUpdateAsync(states => states.SetProperty(state => state.PolledAt, now).SetProperty(state => state.SucceededAt, now), token), Token);
        }
    }

    [Theory]
    [InlineData("Sqlite", nameof(DeliveryState.Expired))]
    [InlineData("Postgres", nameof(DeliveryState.Expired))]
    [InlineData("Sqlite", nameof(DeliveryState.Failed))]
    [InlineData("Postgres", nameof(DeliveryState.Cancelled))]
    public async Task What_never_arrived_is_told_by_the_next_digest(string provider, string ending)
    {
        await using var house = await OpenAsync(provider);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await NextDayAsync(house);
        await SettleAsync(house, Enum.Parse<DeliveryState>(ending));
        await NextDayAsync(house);
        (await TextAsync(house, (await DigestsAsync(house))[2])).ShouldContain("ШОС утвердила");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_may_have_arrived_is_not_told_again(string provider)
    {
        await using var house = await OpenAsync(provider);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Unknown);
        await NextDayAsync(house);
        (await TextAsync(house, (await DigestsAsync(house))[1])).ShouldNotContain("Степной ветер");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_is_left_of_a_digest_that_left_in_part_is_told_by_the_next(string provider)
    {
        await using var house = await OpenAsync(provider);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await NextDayAsync(house);
        await ExecuteAsync(house, "INSERT INTO \"Deliveries\" (\"SubscriberId\", \"Key\", \"EditionId\", \"Part\", \"Notice\", \"State\", \"DueAt\", \"ExpiresAt\", \"LeaseToken\", \"Plain\", \"MainChat\") SELECT \"SubscriberId\", \"Key\", \"EditionId\", 1, \"Notice\", \"State\", \"DueAt\", \"ExpiresAt\", \"LeaseToken\", \"Plain\", \"MainChat\" FROM \"Deliveries\" WHERE \"State\" = 0");
        await ExecuteAsync(house, $"UPDATE \"Deliveries\" SET \"State\" = {(int)DeliveryState.Sent} WHERE \"State\" = 0 AND \"Part\" = 0");
        await NextDayAsync(house);
        (await TextAsync(house, (await DigestsAsync(house))[2])).ShouldContain("ШОС утвердила");
        var left = await house.Database.ReadAsync((context, token) => context.Deliveries.Where(row => row.Part == 1).Select(row => row.State).ToListAsync(token), Token);
        left.ShouldBe([DeliveryState.Cancelled]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task While_Telegram_is_away_for_days_no_story_is_lost_and_one_digest_waits(string provider)
    {
        await using var house = await OpenAsync(provider);
        var ledger = new DeliveryLedger(house.Database, Options.Create(new DeliveryOptions()), house.Clock, NullLogger<DeliveryLedger>.Instance);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await NextDayAsync(house);
        await NextDayAsync(house);
        await ledger.RecoverAsync(atStart: false, Token);
        await NextDayAsync(house);
        await ledger.RecoverAsync(atStart: false, Token);

        var told = new List<string>();
        while (await ledger.ClaimAsync(4, Token) is { Count: > 0 } claimed)
        {
            foreach (var delivery in claimed)
            {
                (await ledger.MarkOnWireAsync(delivery, Token)).ShouldBeTrue();
                await ledger.SettleAsync(delivery, new DeliveryOutcome.Arrived(1), Token);
                told.Add(delivery.Message.Text.Text);
            }
        }

        told.ShouldHaveSingleItem().ShouldContain("ШОС утвердила");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_is_on_the_wire_when_the_next_digest_is_due_and_comes_back_unsent_is_told_by_that(string provider)
    {
        await using var house = await OpenAsync(provider);
        var ledger = new DeliveryLedger(house.Database, Options.Create(new DeliveryOptions()), house.Clock, NullLogger<DeliveryLedger>.Instance);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await NextDayAsync(house);
        var due = (await ReadAsync(house, Reader)).NextDueAt.ShouldNotBeNull();
        house.Clock.Advance(due - house.Clock.GetUtcNow() - TimeSpan.FromSeconds(10));
        var leaving = (await ledger.ClaimAsync(4, Token)).ShouldHaveSingleItem();
        (await ledger.MarkOnWireAsync(leaving, Token)).ShouldBeTrue();
        house.Clock.Advance(TimeSpan.FromSeconds(20));

        (await PlanAsync(house)).ShouldBe(0);
        await ledger.SettleAsync(leaving, new DeliveryOutcome.Retry(TimeSpan.FromSeconds(5), Flood: false, "no connection"), Token);
        (await PlanAsync(house)).ShouldBe(1);

        (await TextAsync(house, (await DigestsAsync(house))[2])).ShouldContain("ШОС утвердила");
        (await DeliveriesAsync(house)).ConvertAll(row => row.State).ShouldBe([DeliveryState.Sent, DeliveryState.Cancelled, DeliveryState.Pending]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Readers_who_want_the_same_share_one_edition(string provider)
    {
        await using var house = await OpenAsync(provider);
        var book = house.Get<SubscriberBook>();
        await book.SubscribeAsync(new ChatAddress(901, 0), ["sco", "nato"], Language.Russian, Token);
        await book.SubscribeAsync(new ChatAddress(902, 0), ["nato", "sco"], Language.English, Token);
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await PlanAsync(house)).ShouldBe(3);
        var digests = await DigestsAsync(house);
        digests.Select(digest => digest.EditionId).Distinct().Count().ShouldBe(2);
        (await house.Database.ReadAsync((context, token) => context.Editions.CountAsync(token), Token)).ShouldBe(2);
    }

    [Theory]
    [InlineData("Sqlite", "Deliveries")]
    [InlineData("Sqlite", "Digests")]
    [InlineData("Postgres", "Deliveries")]
    [InlineData("Postgres", "Digests")]
    public async Task Killed_in_the_middle_nothing_is_half_planned(string provider, string table)
    {
        await using var house = await OpenAsync(provider);
        house.Clock.Advance(TimeSpan.FromDays(1));
        var before = await ReadAsync(house, Reader);
        await ExecuteAsync(house, provider == "Sqlite"
            ? $"""CREATE TRIGGER killed BEFORE INSERT ON "{table}" BEGIN SELECT RAISE(ABORT, 'killed'); END"""
            : $$"""
               CREATE FUNCTION kill() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RAISE EXCEPTION 'killed'; END $f$;
               CREATE TRIGGER killed BEFORE INSERT ON "{{table}}" FOR EACH ROW EXECUTE FUNCTION kill();
               """);
        (await PlanAsync(house)).ShouldBe(0);
        (await DigestsAsync(house)).ShouldBeEmpty();
        (await DeliveriesAsync(house)).ShouldBeEmpty();
        (await ReadAsync(house, Reader)).ShouldBeEquivalentTo(before);

        await ExecuteAsync(house, provider == "Sqlite" ? "DROP TRIGGER killed" : $"""DROP TRIGGER killed ON "{table}" """);
        (await PlanAsync(house)).ShouldBe(1);
        (await DigestsAsync(house)).ShouldHaveSingleItem();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task However_the_reader_changes_hour_and_zone_a_local_date_brings_one_digest(string provider)
    {
        await using var house = await OpenAsync(provider);
        var book = house.Get<SubscriberBook>();
        var random = new Random(77);
        string[] zones = ["Asia/Almaty", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati"];
        for (var step = 0; step < 40; step++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 900)));
            await PlanAsync(house);
            await book.SetMinuteAsync(Reader, random.Next(1440), Token);
            await book.SetZoneAsync(Reader, zones[random.Next(zones.Length)], Token);
        }

        var digests = await DigestsAsync(house);
        digests.Count.ShouldBeGreaterThan(3);
        digests.Select(digest => digest.Key).ShouldBeUnique(StringComparer.Ordinal);
        digests.Select(digest => digest.Key).ShouldBe(digests.Select(digest => digest.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_story_that_becomes_part_of_another_while_the_digest_is_composed_is_told(string provider)
    {
        const string Courses = "НАТО открыло в Астане курсы переводчиков. Курсы ведут преподаватели альянса, занятия начнутся в январе. Слушателями стали сорок офицеров Министерства обороны.";
        using var database = TestDatabase.Create(provider);
        await using var house = await OpenAsync(database);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await StoreAsync(house, "vlast.kz", "НАТО открыло в Астане курсы переводчиков для офицеров", Courses);
        var stories = await house.Database.ReadAsync((context, token) => context.Stories.OrderBy(story => story.Id).Select(story => story.Id).ToListAsync(token), Token);
        stories.Count.ShouldBe(2);

        using var statements = Statements.Of(database);
        statements.BeforeValue = ("sco", () => house.Get<StoryEditor>().MergeAsync(from: stories[1], into: stories[0], Token).GetAwaiter().GetResult().ShouldBeOfType<StoryEdit.Done>());
        await NextDayAsync(house);
        statements.BeforeValue.ShouldBeNull("it was merged after the stories of the first topic had been picked");
        (await TextAsync(house, (await DigestsAsync(house))[1])).ShouldContain("переводчиков");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_the_reader_changes_while_the_digest_is_composed_counts(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using var house = await OpenAsync(database);
        await using var other = await House.OpenAsync(database);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        (await PlanAsync(house)).ShouldBe(0);
        var due = (await ReadAsync(house, Reader)).NextDueAt.ShouldNotBeNull();
        foreach (var clock in new[] { house.Clock, other.Clock })
        {
            clock.Advance(due - clock.GetUtcNow() + TimeSpan.FromSeconds(30));
        }

        var book = other.Get<SubscriberBook>();
        Func<Task<SubscriberCard>>[] changes =
        [
            () => book.SetLanguageAsync(Reader, Language.Kazakh, Token),
            () => book.UnsubscribeAsync(Reader, ["nato"], Token),
            () => book.SetZoneAsync(Reader, "Asia/Tokyo", Token),
        ];
        using var statements = Statements.Of(database);
        var left = new Queue<Func<Task<SubscriberCard>>>(changes);
        statements.BeforeTransaction = Change;
        (await PlanAsync(house)).ShouldBe(1);
        left.ShouldBeEmpty();
        var text = await TextAsync(house, (await DigestsAsync(house)).ShouldHaveSingleItem());
        text.ShouldContain("\nШЫҰ\n");
        text.ShouldNotContain("Степной ветер");
        text.ShouldNotContain("Алматы уақыты");

        void Change()
        {
            left.Dequeue()().GetAwaiter().GetResult().NextDueAt.ShouldBe(due);
            statements.BeforeTransaction = left.Count > 0 ? Change : null;
        }
    }

    [Theory]
    [InlineData("Sqlite", "America/Los_Angeles")]
    [InlineData("Postgres", "America/Los_Angeles")]
    [InlineData("Sqlite", "Pacific/Kiritimati")]
    public async Task A_digest_that_is_due_comes_whatever_zone_is_chosen_before_it_is_planned(string provider, string zone)
    {
        await using var house = await OpenAsync(provider);
        var book = house.Get<SubscriberBook>();
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        var due = (await ReadAsync(house, Reader)).NextDueAt.ShouldNotBeNull();
        house.Clock.Advance(due - house.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));
        (await book.SetZoneAsync(Reader, zone, Token)).NextDueAt.ShouldBe(due);

        (await PlanAsync(house)).ShouldBe(1);
        (await DigestsAsync(house)).ConvertAll(digest => digest.Key).ShouldBe(["digest:2026-11-23", "digest:2026-11-24"]);
        await SettleAsync(house, DeliveryState.Sent);
        (await ReadAsync(house, Reader)).NextDueAt.ShouldBe(WallClock.At(zone, new DateOnly(2026, 11, 25), 480));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_report_of_months_ago_whose_changed_text_parts_from_its_story_is_no_news(string provider)
    {
        await using var house = await OpenAsync(provider);
        var url = await StoreAsync(house, "vlast.kz", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await MonthsPassAsync(house);

        await house.Get<ArticleStore>().StoreAsync(News.Article("ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody, Language.Russian, url, day: "2026-11-21"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Database.ReadAsync((context, token) => context.Stories.CountAsync(token), Token)).ShouldBe(2);
        await NextDayAsync(house);
        (await TextAsync(house, (await DigestsAsync(house))[^1])).ShouldNotContain("ШОС утвердила");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_report_that_was_put_aside_for_months_is_no_news(string provider)
    {
        await using var house = await OpenAsync(provider);
        await house.Get<ArticleStore>().StoreAsync(News.Article("ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody, Language.Russian, "https://vlast.kz/1", day: "2026-11-21"), null, Token);
        await SetStageAsync(ArticleStage.Stored, ArticleStage.Quarantined);
        await NextDayAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await MonthsPassAsync(house);

        // As after a change of the rules that could not read it.
        await SetStageAsync(ArticleStage.Quarantined, ArticleStage.Stored);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Database.ReadAsync((context, token) => context.Stories.CountAsync(token), Token)).ShouldBe(2);
        await NextDayAsync(house);
        (await TextAsync(house, (await DigestsAsync(house))[^1])).ShouldNotContain("ШОС утвердила");

        Task SetStageAsync(ArticleStage from, ArticleStage to) => house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Articles.Where(article => article.Stage == from).ExecuteUpdateAsync(set => set.SetProperty(article => article.Stage, to), token),
            Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_reader_who_is_away_is_not_planned(string provider)
    {
        await using var house = await OpenAsync(provider);
        await house.Get<SubscriberBook>().SetStatusAsync(Reader.ChatId, SubscriberStatus.Away, Token);
        house.Clock.Advance(TimeSpan.FromDays(2));
        (await PlanAsync(house)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_reader_whose_digest_breaks_our_own_code_holds_up_nobody(string provider)
    {
        await using var house = await OpenAsync(provider);
        for (var other = 0; other < 12; other++)
        {
            await house.Get<SubscriberBook>().SubscribeAsync(new ChatAddress(910 + other, 0), ["nato"], Language.Russian, Token);
        }

        var behind = new ChatAddress(999, 0);
        await house.Get<SubscriberBook>().SubscribeAsync(behind, ["nato"], Language.Russian, Token);

        // An hour that no clock shows.
        await ExecuteAsync(house, $"UPDATE \"Subscribers\" SET \"DigestMinute\" = 6000 WHERE \"ChatId\" <> {behind.ChatId}");
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await PlanAsync(house)).ShouldBe(1);
        (await DigestsAsync(house)).ShouldHaveSingleItem().SubscriberId.ShouldBe((await ReadAsync(house, behind)).Id);

        await ExecuteAsync(house, $"UPDATE \"Subscribers\" SET \"DigestMinute\" = 480 WHERE \"ChatId\" <> {behind.ChatId}");
        (await PlanAsync(house)).ShouldBe(13, "what failed stayed promised");
    }

    private static async Task<House> OpenAsync(string provider)
    {
        var house = await House.OpenAsync(provider);
        await FurnishAsync(house);
        return house;
    }

    private static async Task<House> OpenAsync(TestDatabase database)
    {
        var house = await House.OpenAsync(database);
        await FurnishAsync(house);
        return house;
    }

    private static async Task FurnishAsync(House house)
    {
        await StoreAsync(house, "tass.ru", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["nato", "sco"], Language.Russian, Token);
    }

    /// <returns>Its address.</returns>
    private static async Task<string> StoreAsync(House house, string host, string title, string body)
    {
        var url = $"https://{host}/{Guid.NewGuid():N}";
        await house.Get<ArticleStore>().StoreAsync(News.Article(title, body, Language.Russian, url, day: "2026-11-21"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        return url;
    }

    /// <summary>In which the reader has had a digest of late: after a long pause the next would not be of the news.</summary>
    private static async Task MonthsPassAsync(House house)
    {
        house.Clock.Advance(TimeSpan.FromDays(60));
        (await PlanAsync(house)).ShouldBe(1);
        await SettleAsync(house, DeliveryState.Sent);
    }

    /// <summary>To the reader's next promised moment, and the tick half a minute later.</summary>
    private static async Task NextDayAsync(House house)
    {
        var due = (await ReadAsync(house, Reader)).NextDueAt.ShouldNotBeNull();
        house.Clock.Advance(due - house.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));
        (await PlanAsync(house)).ShouldBe(1);
    }

    private static Task SettleAsync(House house, DeliveryState state) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Deliveries.Where(row => row.State == DeliveryState.Pending).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, state), token),
            Token);

    private static Task<int> PlanAsync(House house) => house.Get<DigestPlanner>().PlanDueAsync(Token);

    private static Task<SubscriberCard> ReadAsync(House house, ChatAddress address) => house.Get<SubscriberBook>().ReadAsync(address, Token);

    private static Task<List<Digest>> DigestsAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Digests.OrderBy(digest => digest.Id).ToListAsync(token), Token);

    private static Task<List<DeliveryRow>> DeliveriesAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Deliveries.OrderBy(row => row.Id).ToListAsync(token), Token);

    private static async Task<string> TextAsync(House house, Digest digest)
    {
        var json = await house.Database.ReadAsync((context, token) => context.Editions.Where(edition => edition.Id == digest.EditionId).Select(edition => edition.Messages).SingleAsync(token), Token);
        return string.Concat(EditionJson.Read(json).Select(message => message.Text.Text));
    }

    private static Task ExecuteAsync(House house, string sql) =>
        house.Database.WriteAsync(WritePriority.Background, (context, token) => context.Database.ExecuteSqlRawAsync(sql, token), Token);
}
