using KzNewsBot.Articles;
using KzNewsBot.Bot;
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

namespace KzNewsBot.Tests.Digests;

/// <summary>What a digest reaches back to: one that is asked for, and the first after a long pause.</summary>
public class DigestRequestTests
{
    private const string Drill = "Учения миротворцев «Степной ветер» прошли в Алматы";
    private const string Trade = "ШОС утвердила программу борьбы с наркоторговлей";

    private static readonly ChatAddress Reader = new(900, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_a_topic_that_the_chat_does_not_follow_the_latest_is_told(string provider)
    {
        await using var house = await ToldAsync(provider, DeliveryState.Sent);
        await NextDigestAsync(house, DeliveryState.Sent);
        (await AskAsync(house)).ShouldNotContain(Drill, Case.Sensitive, "the digest before told it");
        (await AskAsync(house, "sco")).ShouldContain(Trade);
        (await AskAsync(house, "nato sco")).ShouldContain(Trade);

        await house.Get<SubscriberBook>().UnsubscribeAsync(Reader, ["nato"], Token);
        (await AskAsync(house)).ShouldContain(Drill, Case.Sensitive, "a chat that follows nothing is told the latest of all");
    }

    [Theory]
    [InlineData("Sqlite", "ru", "Об этом у бота сообщений нет")]
    [InlineData("Sqlite", "kk", "Бұл туралы ботта хабар жоқ")]
    [InlineData("Postgres", "en", "The bot has no reports on this.")]
    public async Task Where_there_is_nothing_at_all_it_does_not_speak_of_the_last_digest(string provider, string language, string sentence)
    {
        await using var house = await ToldAsync(provider, DeliveryState.Sent);
        await house.Get<SubscriberBook>().SetLanguageAsync(Reader, LanguageCodes.Parse(language), Token);
        var text = await AskAsync(house, "cica");
        text.ShouldContain(sentence);
        text.ShouldNotContain(house.Get<PhraseBook>().In(LanguageCodes.Parse(language)).Say(Phrase.DigestEmpty));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_comes_back_after_months_is_told_the_latest_and_nothing_twice(string provider)
    {
        await using var house = await ToldAsync(provider, DeliveryState.Sent);
        var book = house.Get<SubscriberBook>();
        await book.SetStatusAsync(Reader.ChatId, SubscriberStatus.Away, Token);
        for (var course = 1; course <= 5; course++)
        {
            house.Clock.Advance(TimeSpan.FromDays(10));

            // The first was told by most outlets.
            await StoreVisitAsync(house, "tass.ru", course);
            for (var outlet = course; outlet < 4; outlet++)
            {
                await StoreVisitAsync(house, $"outlet{outlet}.example", course, $" Корреспондент {outlet} побывал на занятии и говорил с курсантами.");
            }
        }

        await book.SetStatusAsync(Reader.ChatId, SubscriberStatus.Active, Token);
        var asked = await AskAsync(house);
        var digest = await NextDigestAsync(house, DeliveryState.Sent);
        foreach (var text in new[] { asked, digest })
        {
            text.ShouldContain(TitleOf(5));
            text.ShouldContain(TitleOf(3));
            text.ShouldNotContain(TitleOf(2));
            text.ShouldNotContain(Drill, Case.Sensitive, "told before, or not among the latest");
        }

        (await AskAsync(house)).ShouldNotContain(TitleOf(1), Case.Sensitive, "the window of the digest is no longer that of months");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task After_a_pause_without_news_nothing_is_told_twice(string provider)
    {
        await using var house = await ToldAsync(provider, DeliveryState.Sent);
        house.Clock.Advance(TimeSpan.FromDays(20));
        var digest = await NextDigestAsync(house, DeliveryState.Sent);
        digest.ShouldNotContain(Drill);
        digest.ShouldContain("С прошлой сводки новых сообщений по вашим темам не было");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_stayed_in_doubt_is_shown_as_it_was_sent_before_what_is_new(string provider)
    {
        await using var house = await ToldAsync(provider, DeliveryState.Unknown);
        var sent = await LastEditionAsync(house);
        (await AskAsync(house)).ShouldBe(sent, "there is nothing new");

        // More than a digest has room for.
        for (var course = 1; course <= 5; course++)
        {
            await StoreVisitAsync(house, "tass.ru", course);
            await StoreVisitAsync(house, "vlast.kz", course, " Слушателей поздравил аким, сообщила его пресс-служба вечером.");
        }

        var text = await AskAsync(house);
        text.ShouldStartWith(sent);
        text[sent.Length..].ShouldContain(TitleOf(5));
        text[sent.Length..].ShouldNotContain(Drill, Case.Sensitive, "it stands above");
        (await AskAsync(house, "nato")).ShouldStartWith("Сводка · ");

        await NextDigestAsync(house, DeliveryState.Sent);
        (await AskAsync(house)).ShouldNotContain(Drill, Case.Sensitive, "the digest after it arrived");
    }

    [Theory]
    [InlineData("Sqlite", nameof(DeliveryState.Sent))]
    [InlineData("Sqlite", nameof(DeliveryState.Unknown))]
    [InlineData("Postgres", nameof(DeliveryState.Unknown))]
    public async Task A_correction_in_doubt_can_be_read_too(string provider, string ofDigest)
    {
        await using var house = await ToldAsync(provider, Enum.Parse<DeliveryState>(ofDigest));
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        await StoreAsync(
            house, "tengrinews.kz", "Минобороны: учения миротворцев «Степной ветер» прошли не под командованием НАТО", "Минобороны Казахстана опровергло сообщения о том, что учения «Степной ветер» прошли под командованием НАТО.\n" + News.RussianBody);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await house.Get<CorrectionPlanner>().PlanOwedAsync(Token)).ShouldBe(1);
        await SettleAsync(house, DeliveryState.Unknown);
        (await AskAsync(house)).ShouldContain("Об этом вы читали раньше; теперь это опровергают");
    }

    /// <summary>A house with a reader of NATO who has had the first digest, and news of the SCO.</summary>
    private static async Task<House> ToldAsync(string provider, DeliveryState ending)
    {
        var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", Drill, News.RussianBody);
        await StoreAsync(house, "vlast.kz", Trade, News.UnrelatedRussianBody);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["nato"], Language.Russian, Token);
        (await NextDigestAsync(house, ending)).ShouldContain(Drill);
        return house;
    }

    private static string TitleOf(int visit) => Visits[visit - 1].Title;

    private static readonly (string Title, string More)[] Visits =
    [
        ("Сапёры НАТО открыли в Костанае курс разминирования", "Тридцать слушателей учатся искать старые снаряды в степи."),
        ("Медики НАТО провели в Актау занятие по первой помощи", "Показали жгуты, носилки и шины, раздали памятки морякам."),
        ("Связисты НАТО привезли в Семей новую радиостанцию", "Она держит канал на сорок километров и работает от солнечной батареи."),
        ("Лётчики НАТО осмотрели аэродром под Таразом", "Полоса длиной три километра выдержит тяжёлые самолёты, решили гости."),
        ("Водолазы НАТО проверили плотину у Туркестана", "Трещин под водой не нашли, отчёт получит министерство."),
    ];

    private static Task StoreVisitAsync(House house, string host, int visit, string more = "") => StoreAsync(
        house,
        host,
        TitleOf(visit),
        $"{TitleOf(visit)}. {Visits[visit - 1].More}{more}");

    private static async Task StoreAsync(House house, string host, string title, string body)
    {
        var day = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime).AddDays(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await house.Get<ArticleStore>().StoreAsync(News.Article(title, body, Language.Russian, $"https://{host}/{Guid.NewGuid():N}", day: day), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
    }

    /// <summary>What /today, or /digest with topics, answers.</summary>
    private static async Task<string> AskAsync(House house, string topics = "")
    {
        var card = await house.Get<SubscriberBook>().ReadAsync(Reader, Token);
        var scene = new ChatScene(Reader, ChatKind.Private, Reader.ChatId, card, house.Get<PhraseBook>().In(card.Language));
        var reply = await house.Get<UpdateRouter>().CommandAsync(new CommandRequest(scene, topics.Length > 0 ? "digest" : "today", topics), Token);
        return string.Join('\n', reply.Messages.Select(message => message.Text.Text));
    }

    /// <summary>The text of the reader's next digest, whose delivery then ends as told.</summary>
    private static async Task<string> NextDigestAsync(House house, DeliveryState ending)
    {
        var due = (await house.Get<SubscriberBook>().ReadAsync(Reader, Token)).NextDueAt.ShouldNotBeNull();
        house.Clock.Advance(due > house.Clock.GetUtcNow() ? due - house.Clock.GetUtcNow() : TimeSpan.Zero);
        (await house.Get<DigestPlanner>().PlanDueAsync(Token)).ShouldBe(1);
        await SettleAsync(house, ending);
        return await LastEditionAsync(house);
    }

    private static async Task<string> LastEditionAsync(House house)
    {
        var json = await house.Database.ReadAsync(
            (context, token) => context.Digests.OrderByDescending(digest => digest.Id).Join(context.Editions, digest => digest.EditionId, edition => edition.Id, (_, edition) => edition.Messages).FirstAsync(token), Token);
        return string.Join('\n', EditionJson.Read(json).Select(message => message.Text.Text));
    }

    private static Task SettleAsync(House house, DeliveryState state) => house.Database.WriteAsync(
        WritePriority.Background,
        (context, token) => context.Deliveries.Where(row => row.State == DeliveryState.Pending).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, state), token),
        Token);
}
