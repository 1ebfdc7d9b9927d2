using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Hosting;
using KzNewsBot.Operations;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KzNewsBot.Tests.Operations;

public class DeliveryRetentionTests
{
    private static readonly ChatAddress Reader = new(900, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_was_sent_long_ago_goes_with_its_editions(string provider)
    {
        await using var house = await OpenAsync(provider, "30");
        for (var day = 0; day < 34; day++)
        {
            await NextDayAsync(house, Reader, day == 2 ? DeliveryState.Expired : DeliveryState.Sent);
        }

        (await CountAsync(house)).ShouldBe((34, 34));
        house.Clock.Advance(TimeSpan.FromHours(1));
        (await ForgetAsync(house)).ShouldBe(4, "the first days, one of them lost");
        (await CountAsync(house)).ShouldBe((30, 30));
        (await ForgetAsync(house)).ShouldBe(0);
        (await house.Database.ReadAsync((context, token) => context.ToldStories.CountAsync(token), Token)).ShouldBe(0, "the first digest told the only story");

        // The window goes on where it was: the story of the first day is not told again.
        var last = await NextDayAsync(house, Reader, DeliveryState.Sent);
        last.ShouldNotContain("Степной ветер");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_last_digest_that_told_anything_stays_however_old_it_is(string provider)
    {
        await using var house = await OpenAsync(provider, "30");
        (await NextDayAsync(house, Reader, DeliveryState.Sent)).ShouldContain("Степной ветер");
        await house.Get<SubscriberBook>().SetStatusAsync(Reader.ChatId, SubscriberStatus.Away, Token);
        house.Clock.Advance(TimeSpan.FromDays(200));
        (await ForgetAsync(house)).ShouldBe(0);

        await house.Get<SubscriberBook>().SetStatusAsync(Reader.ChatId, SubscriberStatus.Active, Token);
        (await NextDayAsync(house, Reader, DeliveryState.Expired)).ShouldNotContain("Степной ветер");
        (await ForgetAsync(house)).ShouldBe(0, "the new one was lost");
        await NextDayAsync(house, Reader, DeliveryState.Sent);
        (await ForgetAsync(house)).ShouldBe(1);
        (await CountAsync(house)).ShouldBe((2, 2));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chat_that_refuses_every_digest_keeps_none_of_them(string provider)
    {
        await using var house = await OpenAsync(provider, "30");
        await NextDayAsync(house, Reader, DeliveryState.Sent);
        for (var day = 0; day < 33; day++)
        {
            await NextDayAsync(house, Reader, DeliveryState.Failed);
        }

        house.Clock.Advance(TimeSpan.FromHours(1));
        (await ForgetAsync(house)).ShouldBe(3);
        (await CountAsync(house)).ShouldBe((31, 31));

        // The one that told something is the beginning of the next, which tells the latest since.
        (await NextDayAsync(house, Reader, DeliveryState.Sent)).ShouldNotContain("Степной ветер");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_may_still_leave_stays_however_old_it_is(string provider)
    {
        await using var house = await OpenAsync(provider, "30");
        await NextDayAsync(house, Reader, DeliveryState.Pending);
        house.Clock.Advance(TimeSpan.FromDays(40));
        (await ForgetAsync(house)).ShouldBe(0);
        (await CountAsync(house)).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("", true, true, 6)]
    [InlineData("", true, false, 3)]
    [InlineData("", false, true, 1)]
    [InlineData("collect", true, true, 5)]
    [InlineData("plan", true, true, 1)]
    [InlineData("deliver", true, true, 1)]
    [InlineData("answer", true, true, null)]
    public async Task Each_process_minds_what_it_makes(string roles, bool collects, bool polls, int? chores)
    {
        using var database = TestDatabase.Create("Sqlite");
        var settings = database.Settings.ToDictionary(StringComparer.Ordinal);
        settings["Roles"] = roles;
        settings["Collection:Enabled"] = collects ? "true" : "false";
        settings["Collection:Poll"] = polls ? "true" : "false";
        settings["Telegram:Token"] = $"123456789:{new string('A', 35)}";
        await using var bot = BotHost.BuildBot(new BotHostOptions { Settings = settings });
        var housekeeping = bot.Services.GetServices<IHostedService>().OfType<Housekeeping>().SingleOrDefault();
        (housekeeping?.Chores.Count).ShouldBe(chores);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Everything_is_kept_when_the_operator_says_so(string provider)
    {
        await using var house = await OpenAsync(provider, "0");
        await NextDayAsync(house, Reader, DeliveryState.Sent);
        house.Clock.Advance(TimeSpan.FromDays(4000));
        await NextDayAsync(house, Reader, DeliveryState.Sent);
        (await ForgetAsync(house)).ShouldBe(0);
        (await CountAsync(house)).ShouldBe((2, 2));
    }

    private static async Task<House> OpenAsync(string provider, string days)
    {
        var house = await House.OpenAsync(provider, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Retention:DeliveryDays"] = days });
        await house.Get<ArticleStore>().StoreAsync(
            News.Article("Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, Language.Russian, $"https://tass.ru/{Guid.NewGuid():N}", day: "2026-11-21"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["nato"], Language.Russian, Token);
        return house;
    }

    /// <summary>The text of the reader's next digest, whose delivery then ends as told.</summary>
    private static async Task<string> NextDayAsync(House house, ChatAddress reader, DeliveryState ending)
    {
        var due = (await house.Get<SubscriberBook>().ReadAsync(reader, Token)).NextDueAt.ShouldNotBeNull();
        house.Clock.Advance(due > house.Clock.GetUtcNow() ? due - house.Clock.GetUtcNow() + TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(30));
        (await house.Get<DigestPlanner>().PlanDueAsync(Token)).ShouldBe(1);
        var json = await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var row = await context.Deliveries.SingleAsync(row => row.State == DeliveryState.Pending, token);
                (row.State, row.FinishedAt) = (ending, ending == DeliveryState.Pending ? null : house.Clock.GetUtcNow());
                return await context.Editions.Where(edition => edition.Id == row.EditionId).Select(edition => edition.Messages).SingleAsync(token);
            },
            Token);
        return string.Concat(EditionJson.Read(json).Select(message => message.Text.Text));
    }

    private static Task<int> ForgetAsync(House house) => house.Get<DeliveryRetention>().RunAsync(Token);

    private static async Task<(int Digests, int Editions)> CountAsync(House house)
    {
        var digests = await house.Database.ReadAsync((context, token) => context.Digests.CountAsync(token), Token);
        (await house.Database.ReadAsync((context, token) => context.Deliveries.CountAsync(token), Token)).ShouldBe(digests);
        return (digests, await house.Database.ReadAsync((context, token) => context.Editions.CountAsync(token), Token));
    }
}
