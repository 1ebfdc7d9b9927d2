using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Feeds;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Digests;

/// <summary>After a start no digest is spent on nothing while what appeared meanwhile is still to be read.</summary>
public class CatchUpTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_digest_that_is_due_waits_until_every_road_was_asked(string provider)
    {
        await using var house = await DueAsync(provider);
        house.Get<CatchUp>().Begin(polls: true);
        (await TickAsync(house)).ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await TickAsync(house)).ShouldBe(0);

        await AskEveryRoadAsync(house);
        (await TickAsync(house)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task After_a_short_pause_it_comes_at_once(string provider)
    {
        await using var house = await DueAsync(provider);
        house.Get<CatchUp>().Begin(polls: true);
        await AskEveryRoadAsync(house);
        (await TickAsync(house)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task It_waits_for_twenty_minutes_and_no_longer(string provider)
    {
        await using var house = await DueAsync(provider);
        house.Get<CatchUp>().Begin(polls: true);
        house.Clock.Advance(TimeSpan.FromMinutes(19.9));
        (await TickAsync(house)).ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromMinutes(0.1));
        (await TickAsync(house)).ShouldBe(1);
        (await house.Get<CatchUp>().IsBehindAsync(Token)).ShouldBeFalse("it is said once in a process");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_process_that_does_not_collect_plans_at_once(string provider)
    {
        await using var house = await DueAsync(provider);
        await StoreAsync(house);
        (await TickAsync(house)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Pages_that_wait_to_be_read_are_waited_for_and_those_of_a_paused_outlet_are_not(string provider)
    {
        await using var house = await DueAsync(provider);
        var catchUp = house.Get<CatchUp>();
        catchUp.Begin(polls: true);
        await AskEveryRoadAsync(house);
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var now = house.Clock.GetUtcNow();
                context.Entries.Add(EntryOf("tass", now));
                context.Entries.Add(EntryOf("vlast", now.AddHours(1)));
                await context.SaveChangesAsync(token);
            },
            Token);
        (await catchUp.IsBehindAsync(Token)).ShouldBeTrue();

        await house.Database.WriteAsync(
            WritePriority.Background, (context, token) => context.Sources.Where(source => source.Id == "tass").ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Paused, true), token), Token);
        (await catchUp.IsBehindAsync(Token)).ShouldBeFalse("the other page is to be read in an hour");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_is_only_tagged_again_is_not_waited_for(string provider)
    {
        await using var house = await DueAsync(provider);
        await StoreAsync(house);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await house.Database.WriteAsync(
            WritePriority.Background, (context, token) => context.Articles.ExecuteUpdateAsync(articles => articles.SetProperty(article => article.Stage, ArticleStage.Marked), token), Token);
        house.Get<CatchUp>().Begin(polls: true);
        await AskEveryRoadAsync(house);
        (await TickAsync(house)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_changed_text_is_waited_for(string provider)
    {
        await using var house = await DueAsync(provider);
        await StoreAsync(house);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        house.Get<CatchUp>().Begin(polls: true);
        await AskEveryRoadAsync(house);
        await StoreAsync(house, News.OtherRussianBody);
        (await TickAsync(house)).ShouldBe(0);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await TickAsync(house)).ShouldBe(1);
    }

    [Theory]
    [InlineData("Sqlite", true)]
    [InlineData("Sqlite", false)]
    [InlineData("Postgres", true)]
    public async Task Articles_that_wait_to_be_grouped_are_waited_for(string provider, bool polls)
    {
        await using var house = await DueAsync(provider);
        house.Get<CatchUp>().Begin(polls);
        await AskEveryRoadAsync(house);
        await StoreAsync(house);
        (await TickAsync(house)).ShouldBe(0);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await TickAsync(house)).ShouldBe(1);
    }

    [Theory]
    [InlineData(FleetOutlet.FeedPath)]
    [InlineData("/news/")]
    public async Task A_bot_that_starts_late_reads_what_it_missed_before_it_tells_the_day(string slow)
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        await using var fleet = await Fleet.StartAsync(1, Conversation.Beginning, conversation.Telegram.Clock, Token);
        await conversation.SubscribeAsync(3001);
        await conversation.StopBotAsync();
        conversation.Telegram.Clock.Advance(TimeSpan.FromDays(3));
        var answered = new TaskCompletionSource();
        fleet.Trouble = (outlet, path, now) => path.StartsWith(slow, StringComparison.Ordinal) && !answered.Task.IsCompleted ? new Held(answered.Task, outlet, path, now) : null;

        await conversation.StartBotAsync(fleet.SettingsFor(conversation.Database.Folder));
        await conversation.WaitUntilAsync(() => Task.FromResult(fleet.Visits.Any(visit => visit.Path.StartsWith(slow, StringComparison.Ordinal))), "the outlet is asked");
        for (var tick = 0; tick < 3; tick++)
        {
            conversation.Telegram.Clock.Advance(TimeSpan.FromSeconds(1));
            await conversation.AskAsync("/help");
        }

        (await conversation.DeliveriesAsync()).ShouldBeEmpty();
        answered.SetResult();
        await conversation.WaitUntilAsync(async () => (await conversation.DeliveriesAsync()).Count > 0 || await IsReadAsync(), "something came of the answer");
        (await IsReadAsync()).ShouldBeTrue("it is read before a digest is planned");
        await conversation.PassTimeUntilAsync(async () => (await conversation.DeliveriesAsync()).Exists(row => row.State == DeliveryState.Sent), "the digest is sent");

        Task<bool> IsReadAsync() => conversation.Services.GetRequiredService<NewsDatabase>().ReadAsync((context, token) => context.Articles.AnyAsync(article => article.SourceId == "fleet-00", token), Token);
    }

    /// <summary>A house with a reader whose digest has just come due.</summary>
    private static async Task<House> DueAsync(string provider)
    {
        var house = await House.OpenAsync(provider);
        var card = await house.Get<SubscriberBook>().SubscribeAsync(new ChatAddress(900, 0), ["nato"], Language.Russian, Token);
        house.Clock.Advance(card.NextDueAt.ShouldNotBeNull() - house.Clock.GetUtcNow());
        return house;
    }

    /// <returns>How many digests there are after the tick.</returns>
    private static async Task<int> TickAsync(House house)
    {
        await new DigestTickJob(house.Get<ClockWatch>(), house.Get<CatchUp>(), house.Get<DigestPlanner>(), house.Get<CorrectionPlanner>()).Execute(null!, Token);
        return await house.Database.ReadAsync((context, token) => context.Digests.CountAsync(token), Token);
    }

    /// <summary>As if the poller had asked all there is.</summary>
    private static async Task AskEveryRoadAsync(House house)
    {
        var later = house.Clock.GetUtcNow().AddHours(1);
        await house.Database.WriteAsync(
            WritePriority.Background, (context, token) => context.RoadStates.ExecuteUpdateAsync(states => states.SetProperty(state => state.NextDueAt, later), token), Token);
        (await house.Get<FeedPoller>().PollDueAsync(Token)).ShouldBe(0);
    }

    private static Task StoreAsync(House house, string body = News.RussianBody) =>
        house.Get<ArticleStore>().StoreAsync(News.Article("Учения миротворцев «Степной ветер» прошли в Алматы", body, url: "https://tass.ru/1", day: "2026-11-21"), null, Token);

    private static Entry EntryOf(string source, DateTimeOffset nextTry) => new()
    {
        SourceId = source,
        Key = source,
        RoadKey = "feed",
        Title = "Учения",
        ContentHash = "",
        FirstSeenAt = nextTry,
        LastSeenAt = nextTry,
        NextTryAt = nextTry,
    };

    /// <summary>The right answer, once it may leave.</summary>
    private sealed class Held(Task until, FleetOutlet outlet, string path, DateTimeOffset now) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await until.WaitAsync(httpContext.RequestAborted);
            await outlet.Right(path, condition: null, now, httpContext.Response).ExecuteAsync(httpContext);
        }
    }
}
