using KzNewsBot.Articles;
using KzNewsBot.Bot;
using KzNewsBot.Bot.Views;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Localization;
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

/// <summary>A topic that an operator takes out of topics.json leaves nobody a digest of nothing.</summary>
public class LostTopicsTests
{
    private static readonly ChatAddress Reader = new(900, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite", "ru", "Тем, на которые вы подписаны, в боте больше нет")]
    [InlineData("Sqlite", "kk", "Сіз жазылған тақырыптар ботта енді жоқ")]
    [InlineData("Postgres", "en", "The topics you follow are no longer in the bot")]
    public async Task Who_follows_nothing_else_is_told_so_once_and_gets_no_digest(string provider, string language, string sentence)
    {
        await using var house = await OpenAsync(provider, LanguageCodes.Parse(language), "nato");
        await TakeOutAsync(house, "nato");
        await NextDayAsync(house);
        await NextDayAsync(house);

        (await house.Database.ReadAsync((context, token) => context.Digests.CountAsync(token), Token)).ShouldBe(0);
        var (row, messages) = (await DeliveriesAsync(house)).ShouldHaveSingleItem();
        (row.Notice, row.State).ShouldBe((true, DeliveryState.Pending));
        var message = EditionJson.Read(messages).ShouldHaveSingleItem();
        message.Text.Text.ShouldStartWith(sentence);
        message.Keyboard.ShouldHaveSingleItem().ShouldHaveSingleItem().CallbackData.ShouldBe(CallbackText.Topics);
        (await house.Database.ReadAsync((context, token) => context.Subscribers.Select(subscriber => subscriber.NextDueAt).SingleAsync(token), Token)).ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task With_Telegram_away_for_days_the_word_waits(string provider)
    {
        await using var house = await OpenAsync(provider, Language.Russian, "nato");
        var ledger = new DeliveryLedger(house.Database, Options.Create(new DeliveryOptions()), house.Clock, NullLogger<DeliveryLedger>.Instance);
        await TakeOutAsync(house, "nato");
        await NextDayAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(7));
        await ledger.RecoverAsync(atStart: false, Token);

        var waiting = (await ledger.ClaimAsync(4, Token)).ShouldHaveSingleItem();
        (await ledger.MarkOnWireAsync(waiting, Token)).ShouldBeTrue();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_is_away_when_it_is_told_is_told_on_coming_back(string provider)
    {
        await using var house = await OpenAsync(provider, Language.Russian, "nato");
        var ledger = new DeliveryLedger(house.Database, Options.Create(new DeliveryOptions()), house.Clock, NullLogger<DeliveryLedger>.Instance);
        await TakeOutAsync(house, "nato");
        await NextDayAsync(house);
        var refused = (await ledger.ClaimAsync(4, Token)).ShouldHaveSingleItem();
        (await ledger.MarkOnWireAsync(refused, Token)).ShouldBeTrue();
        await house.Get<SubscriberBook>().SetStatusAsync(Reader.ChatId, SubscriberStatus.Away, Token);
        await ledger.SettleAsync(refused, new DeliveryOutcome.Retire("bot was blocked by the user"), Token);
        house.Clock.Advance(TimeSpan.FromDays(30));
        await ledger.RecoverAsync(atStart: false, Token);
        (await ledger.ClaimAsync(4, Token)).ShouldBeEmpty();

        // Away again when it has been claimed.
        await house.Get<SubscriberBook>().SetStatusAsync(Reader.ChatId, SubscriberStatus.Active, Token);
        var claimed = (await ledger.ClaimAsync(4, Token)).ShouldHaveSingleItem();
        await house.Get<SubscriberBook>().SetStatusAsync(Reader.ChatId, SubscriberStatus.Away, Token);
        (await ledger.MarkOnWireAsync(claimed, Token)).ShouldBeFalse();

        await house.Get<SubscriberBook>().SetStatusAsync(Reader.ChatId, SubscriberStatus.Active, Token);
        var told = (await ledger.ClaimAsync(4, Token)).ShouldHaveSingleItem();
        (await ledger.MarkOnWireAsync(told, Token)).ShouldBeTrue();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_follows_others_too_gets_those(string provider)
    {
        await using var house = await OpenAsync(provider, Language.Russian, "nato", "sco");
        await TakeOutAsync(house, "sco");
        await NextDayAsync(house);
        var (row, messages) = (await DeliveriesAsync(house)).ShouldHaveSingleItem();
        row.Notice.ShouldBeFalse();
        EditionJson.Read(messages)[0].Text.Text.ShouldContain("Степной ветер");
        (await CardAsync(house)).Topics.ShouldBe(["nato"]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Until_then_the_chat_is_one_that_follows_nothing(string provider)
    {
        await using var house = await OpenAsync(provider, Language.Russian, "nato");
        await TakeOutAsync(house, "nato");
        var card = await CardAsync(house);
        (card.Topics.Count, card.NextDueAt).ShouldBe((0, null));
        var words = house.Get<PhraseBook>().In(Language.Russian);
        house.Get<SettingsView>().Overview(card, words).Text.Text.ShouldContain("Темы: не выбраны");
        var scene = new ChatScene(Reader, ChatKind.Private, Reader.ChatId, card, words);
        var router = house.Get<UpdateRouter>();
        (await router.CommandAsync(new CommandRequest(scene, "today", ""), Token)).Messages[0].Text.Text.ShouldContain("Степной ветер");

        // Who ends it is not told again that it has ended.
        await router.CommandAsync(new CommandRequest(scene, "unsubscribe", ""), Token);
        await NextDayAsync(house);
        (await DeliveriesAsync(house)).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task With_the_last_topic_that_is_left_the_subscription_ends(string provider)
    {
        await using var house = await OpenAsync(provider, Language.Russian, "nato", "sco");
        await TakeOutAsync(house, "sco");
        await house.Get<SubscriberBook>().UnsubscribeAsync(Reader, ["nato"], Token);
        await NextDayAsync(house);
        (await DeliveriesAsync(house)).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_topic_that_comes_back_before_is_followed_as_before(string provider)
    {
        await using var house = await OpenAsync(provider, Language.Russian, "nato");
        await TakeOutAsync(house, "nato");
        await house.Get<SubscriberBook>().SetMinuteAsync(Reader, 540, Token);
        await RenameAsync(house, "gone-nato", "nato");
        await NextDayAsync(house);
        EditionJson.Read((await DeliveriesAsync(house)).ShouldHaveSingleItem().Messages)[0].Text.Text.ShouldContain("Степной ветер");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_topic_that_comes_back_after_the_word_is_followed_again(string provider)
    {
        await using var house = await OpenAsync(provider, Language.Russian, "nato");
        await TakeOutAsync(house, "nato");
        await NextDayAsync(house);
        await house.Get<SubscriberBook>().SetMinuteAsync(Reader, 540, Token);
        (await CardAsync(house)).NextDueAt.ShouldBeNull();

        await RenameAsync(house, "gone-nato", "nato");
        await house.Get<LostTopics>().RestoreAsync(house.Clock.GetUtcNow(), Token);
        (await CardAsync(house)).NextDueAt.ShouldNotBeNull();
        (await DeliveriesAsync(house)).ShouldHaveSingleItem().Row.State.ShouldBe(DeliveryState.Cancelled, "it had not left, and is no longer true");
        await NextDayAsync(house);
        (await DeliveriesAsync(house)).Count(delivery => !delivery.Row.Notice).ShouldBe(1);
    }

    [Theory]
    [InlineData("Sqlite", "Deliveries")]
    [InlineData("Sqlite", "Editions")]
    public async Task Killed_in_the_middle_the_subscription_stands(string provider, string table)
    {
        await using var house = await OpenAsync(provider, Language.Russian, "nato");
        await TakeOutAsync(house, "nato");
        await ExecuteAsync(house, $"CREATE TRIGGER killed BEFORE INSERT ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'killed'); END");
        await NextDayAsync(house);
        (await house.Database.ReadAsync((context, token) => context.Subscriptions.CountAsync(token), Token)).ShouldBe(1);

        await ExecuteAsync(house, "DROP TRIGGER killed");
        (await house.Get<DigestPlanner>().PlanDueAsync(Token)).ShouldBe(0);
        (await DeliveriesAsync(house)).ShouldHaveSingleItem();
    }

    private static async Task<House> OpenAsync(string provider, Language language, params string[] topics)
    {
        var house = await House.OpenAsync(provider);
        await house.Get<ArticleStore>().StoreAsync(News.Article("Учения миротворцев «Степной ветер» прошли в Алматы", url: "https://tass.ru/1", day: "2026-11-21"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, topics, language, Token);
        return house;
    }

    /// <summary>As if the catalogue had lost it.</summary>
    private static Task TakeOutAsync(House house, string topic) => RenameAsync(house, topic, $"gone-{topic}");

    private static Task RenameAsync(House house, string topic, string name) => ExecuteAsync(house, $"UPDATE \"Subscriptions\" SET \"TopicId\" = '{name}' WHERE \"TopicId\" = '{topic}'");

    private static async Task NextDayAsync(House house)
    {
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Get<DigestPlanner>().PlanDueAsync(Token);
    }

    private static Task<SubscriberCard> CardAsync(House house) => house.Get<SubscriberBook>().ReadAsync(Reader, Token);

    private static async Task<List<(DeliveryRow Row, string Messages)>> DeliveriesAsync(House house) => (await house.Database.ReadAsync(
        (context, token) => context.Deliveries.OrderBy(row => row.Id).Join(context.Editions, row => row.EditionId, edition => edition.Id, (row, edition) => new { row, edition.Messages }).ToListAsync(token), Token))
        .ConvertAll(pair => (pair.row, pair.Messages));

    private static Task ExecuteAsync(House house, string sql) =>
        house.Database.WriteAsync(WritePriority.Background, (context, token) => context.Database.ExecuteSqlRawAsync(sql, token), Token);
}
