using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Tests.Digests;

/// <summary>A group that moved, or a forum topic that was deleted, leaves its topics to a chat that follows others: nothing is lost by it, and nothing told twice.</summary>
public class HandedTopicsTests
{
    private const string Drill = "Степной ветер";
    private const string Denial = "Минобороны Казахстана опровергло сообщения о том, что учения «Степной ветер» прошли под командованием НАТО.";

    private static readonly ChatAddress Heir = new(-100, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite", true, true)]
    [InlineData("Sqlite", false, false)]
    [InlineData("Postgres", true, false)]
    [InlineData("Postgres", false, true)]
    public async Task What_came_since_the_old_address_was_told_is_told_once(string provider, bool migrated, bool arrives)
    {
        await using var house = await House.OpenAsync(provider);
        var old = await BothFollowAsync(house, migrated);
        await house.Get<SubscriberBook>().SetMinuteAsync(Heir, 20 * 60, Token);
        await NextDigestAsync(house, old);
        await StoreDrillAsync(house);
        (await NextDigestAsync(house, Heir)).ShouldNotContain(Drill);

        await HandOverAsync(house, old);
        (await house.Get<SubscriberBook>().ReadAsync(Heir, Token)).Topics.ShouldBe(["nato", "sco"], ignoreOrder: true);
        (await NextDigestAsync(house, Heir, arrives ? DeliveryState.Sent : DeliveryState.Expired)).ShouldContain(Drill);
        var second = await NextDigestAsync(house, Heir);
        second.Contains(Drill, StringComparison.Ordinal).ShouldBe(!arrives, "what told nothing is told again, as with every digest");
        (await NextDigestAsync(house, Heir)).ShouldNotContain(Drill);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_digest_that_went_to_the_main_chat_is_not_told_there_again(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var old = await BothFollowAsync(house, migrated: false);
        await house.Get<SubscriberBook>().SetMinuteAsync(old, 20 * 60, Token);
        await NextDigestAsync(house, old);
        await NextDigestAsync(house, Heir);
        await StoreDrillAsync(house);
        await ToDueAsync(house, old);
        await PlanAsync(house);
        var ledger = LedgerOf(house);
        var claimed = await TakeAsync(ledger);
        await house.Get<SubscriberBook>().LeaveThreadAsync(old, Token);
        await ledger.SettleAsync(claimed, new DeliveryOutcome.TopicLost("message thread not found", Gone: true), Token);

        var again = await TakeAsync(ledger);
        again.Address.ShouldBe(Heir);
        again.Message.Text.Text.ShouldContain(Drill);
        await ledger.SettleAsync(again, new DeliveryOutcome.Arrived(5), Token);
        (await NextDigestAsync(house, Heir)).ShouldNotContain(Drill);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_digest_that_was_refused_for_the_move_is_told_by_the_heir(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var old = await BothFollowAsync(house, migrated: true);
        await NextDigestAsync(house, old);
        await StoreDrillAsync(house);
        await ToDueAsync(house, old);
        await PlanAsync(house);
        var ledger = LedgerOf(house);
        var claimed = (await ledger.ClaimAsync(10, Token)).Single(delivery => delivery.Address == old);
        (await ledger.MarkOnWireAsync(claimed, Token)).ShouldBeTrue();
        await house.Get<SubscriberBook>().MoveAsync(old.ChatId, Heir.ChatId, Token);
        await ledger.SettleAsync(claimed, new DeliveryOutcome.Moved(Heir.ChatId), Token);

        (await NextDigestAsync(house, Heir)).ShouldContain(Drill);
        (await LeftAsync(house)).Count(text => text.Contains(Drill, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Handed_on_before_a_digest_they_still_begin_where_the_first_ended(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var old = await BothFollowAsync(house, migrated: false);
        await house.Get<SubscriberBook>().SetMinuteAsync(Heir, 20 * 60, Token);
        var last = new ChatAddress(-200, 0);
        await house.Get<SubscriberBook>().SubscribeAsync(last, ["odkb"], Language.Russian, Token);
        await house.Get<SubscriberBook>().SetMinuteAsync(last, 20 * 60, Token);
        await NextDigestAsync(house, old);
        await StoreDrillAsync(house);
        await NextDigestAsync(house, last);
        await HandOverAsync(house, old);
        await house.Get<SubscriberBook>().MoveAsync(Heir.ChatId, last.ChatId, Token);

        (await NextDigestAsync(house, last)).ShouldContain(Drill);
        (await NextDigestAsync(house, last)).ShouldNotContain(Drill);
    }

    [Theory]
    [InlineData("Sqlite", true, false)]
    [InlineData("Sqlite", false, true)]
    [InlineData("Postgres", true, true)]
    [InlineData("Postgres", false, false)]
    public async Task Who_was_told_a_claim_at_the_old_address_is_told_its_denial_at_the_new(string provider, bool migrated, bool atOnce)
    {
        await using var house = await House.OpenAsync(provider);
        var old = await BothFollowAsync(house, migrated);
        var url = await StoreDrillAsync(house);
        (await NextDigestAsync(house, old)).ShouldContain(Drill);
        await HandOverAsync(house, old);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Heir, atOnce, Token);

        // A denial in a changed text of days ago is no news, but owed.
        house.Clock.Advance(TimeSpan.FromDays(4));
        await NextDigestAsync(house, Heir);
        await house.Get<ArticleStore>().StoreAsync(News.Article("Минобороны: учения миротворцев «Степной ветер» прошли не под командованием НАТО", $"{Denial}\n{News.RussianBody}", Language.Russian, url, day: "2026-11-21"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Get<CorrectionPlanner>().PlanOwedAsync(Token)).ShouldBe(atOnce ? 1 : 0);
        await EndAsync(house, DeliveryState.Sent);
        await NextDigestAsync(house, Heir);
        await NextDigestAsync(house, Heir);

        (await LeftAsync(house)).Count(text => text.Contains(Denial, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_denial_told_at_the_old_address_is_not_told_at_the_new(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var old = await BothFollowAsync(house, migrated: true);
        await StoreDrillAsync(house);
        await NextDigestAsync(house, old);
        await StoreAsync(house, "https://tengrinews.kz/1", "Минобороны: учения миротворцев «Степной ветер» прошли не под командованием НАТО", $"{Denial}\n{News.RussianBody}");
        (await NextDigestAsync(house, old)).ShouldContain(Denial);
        await HandOverAsync(house, old);

        (await NextDigestAsync(house, Heir)).ShouldNotContain(Drill);
        (await NextDigestAsync(house, Heir)).ShouldNotContain(Drill);
    }

    /// <summary>The old address follows NATO, the heir the SCO, of which there is news.</summary>
    private static async Task<ChatAddress> BothFollowAsync(House house, bool migrated)
    {
        var old = migrated ? new ChatAddress(-50, 0) : Heir with { ThreadId = 7 };
        await house.Get<SubscriberBook>().SubscribeAsync(old, ["nato"], Language.Russian, Token);
        await house.Get<SubscriberBook>().SubscribeAsync(Heir, ["sco"], Language.Russian, Token);
        await StoreAsync(house, "https://vlast.kz/1", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        return old;
    }

    private static Task HandOverAsync(House house, ChatAddress old) => old.ThreadId == 0
        ? house.Get<SubscriberBook>().MoveAsync(old.ChatId, Heir.ChatId, Token)
        : house.Get<SubscriberBook>().LeaveThreadAsync(old, Token);

    private static async Task<string> StoreDrillAsync(House house)
    {
        const string Url = "https://tass.ru/1";
        await StoreAsync(house, Url, "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        return Url;
    }

    private static async Task StoreAsync(House house, string url, string title, string body)
    {
        await house.Get<ArticleStore>().StoreAsync(News.Article(title, body, Language.Russian, url, day: "2026-11-21"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
    }

    /// <summary>The text of the address's next digest; all that waits ends as told.</summary>
    private static async Task<string> NextDigestAsync(House house, ChatAddress address, DeliveryState ending = DeliveryState.Sent)
    {
        await ToDueAsync(house, address);
        await PlanAsync(house);
        await EndAsync(house, ending);
        var reader = (await house.Get<SubscriberBook>().ReadAsync(address, Token)).Id;
        var json = await house.Database.ReadAsync(
            (context, token) => context.Digests.Where(digest => digest.SubscriberId == reader).OrderByDescending(digest => digest.Id)
                .Join(context.Editions, digest => digest.EditionId, edition => edition.Id, (_, edition) => edition.Messages).FirstAsync(token),
            Token);
        return string.Concat(EditionJson.Read(json).Select(message => message.Text.Text));
    }

    private static async Task ToDueAsync(House house, ChatAddress address)
    {
        var due = (await house.Get<SubscriberBook>().ReadAsync(address, Token)).NextDueAt.ShouldNotBeNull() + TimeSpan.FromSeconds(30);
        if (due > house.Clock.GetUtcNow())
        {
            house.Clock.Advance(due - house.Clock.GetUtcNow());
        }
    }

    private static Task<int> PlanAsync(House house) => house.Get<DigestPlanner>().PlanDueAsync(Token);

    private static Task EndAsync(House house, DeliveryState state) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Deliveries.Where(row => row.State == DeliveryState.Pending).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, state), token),
            Token);

    private static DeliveryLedger LedgerOf(House house) => new(house.Database, Options.Create(new DeliveryOptions()), house.Clock, NullLogger<DeliveryLedger>.Instance);

    private static async Task<LeasedDelivery> TakeAsync(DeliveryLedger ledger)
    {
        var claimed = (await ledger.ClaimAsync(10, Token)).ShouldHaveSingleItem();
        (await ledger.MarkOnWireAsync(claimed, Token)).ShouldBeTrue();
        return claimed;
    }

    private static async Task<List<string>> LeftAsync(House house)
    {
        var left = await house.Database.ReadAsync(
            (context, token) => DigestWindows.Left(context.Deliveries.Where(row => !row.Notice))
                .Join(context.Editions, row => row.EditionId, edition => edition.Id, (row, edition) => new { row.Part, edition.Messages }).ToListAsync(token),
            Token);
        return left.ConvertAll(row => EditionJson.Read(row.Messages)[row.Part].Text.Text);
    }
}
