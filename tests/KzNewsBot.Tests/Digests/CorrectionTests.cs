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
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Digests;

/// <summary>Whoever was told a claim is told of its denial: once, with the next digest or at once.</summary>
public class CorrectionTests
{
    private const string Denial = "Минобороны Казахстана опровергло сообщения о том, что учения «Степной ветер» прошли под командованием НАТО.";
    private const string Title = "Об этом вы читали раньше; теперь это опровергают";

    private static readonly ChatAddress Reader = new(900, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_next_digest_begins_with_the_denial_and_no_other_repeats_it(string provider)
    {
        await using var house = await ToldAsync(provider);
        await DenyAsync(house);
        (await AlertAsync(house)).ShouldBe(0);

        var second = await NextDigestAsync(house);
        second.ShouldContain(Title);
        second.IndexOf("⚠️ Есть опровержение: Минобороны Казахстана", StringComparison.Ordinal).ShouldBeGreaterThan(second.IndexOf(Title, StringComparison.Ordinal));
        Count(second, Denial).ShouldBe(1);
        second.ShouldContain("\n1. ", Case.Sensitive, "its number opens it");
        (await KeyboardAsync(house)).Single(button => button.Label == "1").CallbackData.ShouldStartWith("1:story:");
        second.ShouldNotContain("новых сообщений по вашим темам не было");
        (await NextDigestAsync(house)).ShouldNotContain("опровержение");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_was_read_on_request_is_corrected_too_and_a_denial_read_so_is_not_told_again(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["sco"], Language.Russian, Token);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        await ReadAsync();
        await ReadAsync();
        (await AlertAsync(house)).ShouldBe(0);

        await DenyAsync(house);
        (await AlertAsync(house)).ShouldBe(1);
        (await MessagesAsync(house))[^1].ShouldContain(Denial);

        // Before it left, the reader has looked again.
        await ReadAsync();
        (await NextDigestAsync(house)).ShouldNotContain(Denial);

        Task ReadAsync() => ReadTopicAsync(house);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_first_digest_does_not_tell_again_what_a_correction_told(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["nato"], Language.Russian, Token);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        await ReadTopicAsync(house);
        await DenyAsync(house);
        (await AlertAsync(house)).ShouldBe(1);
        await SettleAsync(house, DeliveryState.Sent);

        (await NextDigestAsync(house)).ShouldNotContain(Denial);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_denial_that_came_while_the_digest_was_made_is_not_news_for_the_next(string provider)
    {
        await using var house = await ToldAsync(provider);
        await DenyAsync(house);
        (await NextDigestAsync(house)).ShouldContain(Denial);

        // As if the window had been closed before the denial came.
        await ExecuteAsync(house, "UPDATE \"Digests\" SET \"WindowTo\" = \"WindowTo\" - 1 WHERE \"Id\" = (SELECT MAX(\"Id\") FROM \"Digests\")");
        (await NextDigestAsync(house)).ShouldNotContain("Степной ветер");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task At_once_means_one_message_and_the_digest_does_not_tell_it_again(string provider)
    {
        await using var house = await ToldAsync(provider);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        (await AlertAsync(house)).ShouldBe(0);
        await DenyAsync(house);
        (await AlertAsync(house)).ShouldBe(1);
        (await AlertAsync(house)).ShouldBe(0);
        var message = (await MessagesAsync(house))[^1];
        message.ShouldContain(Title);
        message.ShouldContain(Denial);

        await SettleAsync(house, DeliveryState.Sent);
        (await AlertAsync(house)).ShouldBe(0);
        (await NextDigestAsync(house)).ShouldNotContain("Степной ветер");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_is_added_after_the_message_is_news_for_the_digest(string provider)
    {
        await using var house = await ToldAsync(provider);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        await DenyAsync(house);
        await AlertAsync(house);
        await SettleAsync(house, DeliveryState.Sent);
        await StoreAsync(house, "azattyq.org", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);

        var digest = await NextDigestAsync(house);
        digest.ShouldContain("1. ");
        digest.ShouldContain("⚠️ Есть опровержение");
        digest.ShouldNotContain(Title);
    }

    [Theory]
    [InlineData("Sqlite", nameof(DeliveryState.Pending))]
    [InlineData("Postgres", nameof(DeliveryState.Pending))]
    [InlineData("Sqlite", nameof(DeliveryState.Expired))]
    [InlineData("Postgres", nameof(DeliveryState.Failed))]
    public async Task A_message_that_did_not_get_through_is_in_the_next_digest_instead(string provider, string state)
    {
        await using var house = await ToldAsync(provider);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        await DenyAsync(house);
        (await AlertAsync(house)).ShouldBe(1);
        await SettleAsync(house, Enum.Parse<DeliveryState>(state));

        Count(await NextDigestAsync(house), Denial).ShouldBe(1);
        var waiting = await house.Database.ReadAsync((context, token) => context.Deliveries.CountAsync(row => row.State == DeliveryState.Pending, token), Token);
        waiting.ShouldBe(0);
        (await AlertAsync(house)).ShouldBe(0);
    }

    [Theory]
    [InlineData("Sqlite", nameof(DeliveryState.Sent), 0)]
    [InlineData("Postgres", nameof(DeliveryState.Unknown), 0)]
    [InlineData("Sqlite", nameof(DeliveryState.Expired), 1)]
    [InlineData("Postgres", nameof(DeliveryState.Failed), 1)]
    public async Task While_a_digest_that_tells_the_denial_waits_there_is_no_message_beside_it(string provider, string ending, int messages)
    {
        await using var house = await ToldAsync(provider);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        await DenyAsync(house);
        await ToDueAsync(house);
        (await house.Get<DigestPlanner>().PlanDueAsync(Token)).ShouldBe(1);
        (await MessagesAsync(house))[^1].ShouldContain(Title);
        (await AlertAsync(house)).ShouldBe(0);

        await SettleAsync(house, DeliveryState.OnWire);
        (await AlertAsync(house)).ShouldBe(0);
        await SettleAsync(house, Enum.Parse<DeliveryState>(ending), from: DeliveryState.OnWire);
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        (await AlertAsync(house)).ShouldBe(messages);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_message_that_waits_while_its_story_becomes_part_of_another_is_the_only_one(string provider)
    {
        await using var house = await ToldAsync(provider);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        await DenyAsync(house);
        (await AlertAsync(house)).ShouldBe(1);
        var ids = await house.Database.ReadAsync((context, token) => context.Stories.OrderBy(story => story.Id).Select(story => story.Id).ToListAsync(token), Token);
        ids.Count.ShouldBe(2);
        await house.Get<StoryEditor>().MergeAsync(from: ids[0], into: ids[1], Token);
        (await AlertAsync(house)).ShouldBe(0);

        await SettleAsync(house, DeliveryState.Sent);
        (await AlertAsync(house)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Whoever_was_told_nothing_gets_no_correction(string provider)
    {
        await using var house = await ToldAsync(provider, DeliveryState.Failed);
        var book = house.Get<SubscriberBook>();
        var stranger = new ChatAddress(901, 0);
        await book.SubscribeAsync(stranger, ["un"], Language.Russian, Token);
        await book.SetCorrectionsAsync(Reader, atOnce: true, Token);
        await book.SetCorrectionsAsync(stranger, atOnce: true, Token);
        await DenyAsync(house);
        (await AlertAsync(house)).ShouldBe(0);
        (await NextDigestAsync(house)).ShouldNotContain(Title);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_denial_in_two_languages_is_owed_once(string provider)
    {
        await using var house = await ToldAsync(provider);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        var told = await StoryIdsAsync();
        await DenyAsync(house);
        await StoreAsync(house, "egemen.kz", "«Степной ветер» жаттығуы НАТО қолбасшылығымен өткен жоқ", "ҚР Қорғаныс министрлігі «Степной ветер» жаттығуы НАТО қолбасшылығымен өтті деген ақпаратты жоққа шығарды.\nАлматыда бітімгерлер жаттығуы өтті.", Language.Kazakh);
        foreach (var other in (await StoryIdsAsync()).Except(told))
        {
            await house.Get<StoryEditor>().MergeAsync(from: other, into: told[0], Token);
        }

        (await house.Database.ReadAsync((context, token) => context.StoryDenials.CountAsync(token), Token)).ShouldBe(2);
        (await house.Database.ReadAsync(Corrections.ClaimedAsync, Token)).ShouldBe(told);
        (await AlertAsync(house)).ShouldBe(1);
        (await AlertAsync(house)).ShouldBe(0);

        Task<List<long>> StoryIdsAsync() => house.Database.ReadAsync((context, token) => context.Stories.Select(story => story.Id).ToListAsync(token), Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Whoever_went_away_gets_no_correction(string provider)
    {
        await using var house = await ToldAsync(provider);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        await house.Get<SubscriberBook>().SetStatusAsync(Reader.ChatId, SubscriberStatus.Away, Token);
        await DenyAsync(house);
        (await AlertAsync(house)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_story_told_is_known_again_after_it_became_part_of_another(string provider)
    {
        await using var house = await ToldAsync(provider);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await DenyAsync(house);
        var ids = await house.Database.ReadAsync((context, token) => context.Stories.OrderBy(story => story.Id).Select(story => story.Id).ToListAsync(token), Token);
        ids.Count.ShouldBe(2);
        await house.Get<StoryEditor>().MergeAsync(from: ids[0], into: ids[1], Token);

        (await NextDigestAsync(house)).ShouldContain(Title);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_denial_of_what_was_quoted_from_a_report_that_parted_since_is_owed_too(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await StoreAsync(house, "vlast.kz", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["nato"], Language.Russian, Token);
        await NextDigestAsync(house);
        var (story, lead) = await house.Database.ReadAsync(async (context, token) =>
        {
            var only = await context.Stories.SingleAsync(token);
            return (only.Id, only.LeadArticleId);
        }, Token);
        var others = await house.Database.ReadAsync((context, token) => context.StoryQuotes.Where(quote => quote.ArticleId != lead).Select(quote => quote.ArticleId).Distinct().ToListAsync(token), Token);
        var parted = (await house.Get<StoryEditor>().SplitAsync(story, [others.ShouldHaveSingleItem()], Token)).ShouldBeOfType<StoryEdit.Done>().StoryId;

        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) =>
            {
                context.StoryDenials.Add(new StoryDenial { StoryId = parted, ArticleId = others[0], Start = 0, Length = 20, Hash = "" });
                return Task.CompletedTask;
            },
            Token);
        var reader = (await house.Get<SubscriberBook>().ReadAsync(Reader, Token)).Id;
        (await house.Database.ReadAsync((context, token) => Corrections.OwedToAsync(context, reader, house.Clock.GetUtcNow(), token), Token)).ShouldBe([parted]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_story_that_comes_to_another_of_the_readers_topics_is_not_told_twice(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["sco", "odkb"], Language.Russian, Token);
        (await NextDigestAsync(house)).ShouldContain("наркоторговлей");
        (await NextDigestAsync(house)).ShouldNotContain("наркоторговлей");

        await AddTopicAsync(house);
        (await NextDigestAsync(house)).ShouldNotContain("наркоторговлей");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_story_that_comes_to_a_topic_is_told_to_who_follows_that_alone(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["odkb"], Language.Russian, Token);
        (await NextDigestAsync(house)).ShouldNotContain("наркоторговлей");

        await AddTopicAsync(house);
        (await NextDigestAsync(house)).ShouldContain("наркоторговлей");
        (await NextDigestAsync(house)).ShouldNotContain("наркоторговлей");
    }

    [Theory]
    [InlineData("Sqlite", "Deliveries")]
    [InlineData("Sqlite", "ToldStories")]
    [InlineData("Postgres", "Deliveries")]
    [InlineData("Postgres", "ToldStories")]
    public async Task Killed_in_the_middle_no_correction_is_half_planned(string provider, string table)
    {
        await using var house = await ToldAsync(provider);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        await DenyAsync(house);
        var told = await MessagesAsync(house);
        await ExecuteAsync(house, provider == "Sqlite"
            ? $"""CREATE TRIGGER killed BEFORE INSERT ON "{table}" BEGIN SELECT RAISE(ABORT, 'killed'); END"""
            : $$"""
               CREATE FUNCTION kill() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RAISE EXCEPTION 'killed'; END $f$;
               CREATE TRIGGER killed BEFORE INSERT ON "{{table}}" FOR EACH ROW EXECUTE FUNCTION kill();
               """);
        (await AlertAsync(house)).ShouldBe(0);
        (await MessagesAsync(house)).ShouldBe(told);

        await ExecuteAsync(house, provider == "Sqlite" ? "DROP TRIGGER killed" : $"""DROP TRIGGER killed ON "{table}" """);
        (await AlertAsync(house)).ShouldBe(1);
        (await AlertAsync(house)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Who_chooses_corrections_at_once_only_after_the_denial_has_it_within_minutes(string provider)
    {
        await using var house = await ToldAsync(provider);
        await DenyAsync(house);
        (await AlertAsync(house)).ShouldBe(0);
        await house.Get<SubscriberBook>().SetCorrectionsAsync(Reader, atOnce: true, Token);
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        (await AlertAsync(house)).ShouldBe(1);
    }

    /// <summary>A house whose reader has had a digest with the claim, or whose digest ended otherwise.</summary>
    private static async Task<House> ToldAsync(string provider, DeliveryState ending = DeliveryState.Sent)
    {
        var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await house.Get<SubscriberBook>().SubscribeAsync(Reader, ["nato", "sco"], Language.Russian, Token);
        (await NextDigestAsync(house, ending)).ShouldContain("Степной ветер");
        return house;
    }

    private static Task DenyAsync(House house) =>
        StoreAsync(house, "tengrinews.kz", "Минобороны: учения миротворцев «Степной ветер» прошли не под командованием НАТО", Denial + "\n" + News.RussianBody);

    private static async Task StoreAsync(House house, string host, string title, string body, Language language = Language.Russian)
    {
        await house.Get<ArticleStore>().StoreAsync(News.Article(title, body, language, $"https://{host}/{Guid.NewGuid():N}", day: "2026-11-21"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
    }

    /// <summary>The stored text is changed so that it is about the CSTO too, as a correction of its outlet would.</summary>
    private static async Task AddTopicAsync(House house)
    {
        var url = await house.Database.ReadAsync((context, token) => context.Articles.Select(article => article.Url).SingleAsync(token), Token);
        var changed = News.Article("ШОС и ОДКБ утвердили программу борьбы с наркоторговлей", $"Программу ОДКБ и ШОС готовили вместе. {News.UnrelatedRussianBody}", Language.Russian, url!, day: "2026-11-21");
        await house.Get<ArticleStore>().StoreAsync(changed, null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Database.ReadAsync((context, token) => context.StoryTopics.CountAsync(topic => topic.TopicId == "odkb", token), Token)).ShouldBe(1);
    }

    private static async Task ReadTopicAsync(House house)
    {
        var page = await house.Get<StoryReader>().ReadTopicAsync("nato", Language.Russian, 0, 3, Token);
        await house.Get<AnsweredStories>().NoteAsync((await house.Get<SubscriberBook>().ReadAsync(Reader, Token)).Id, Language.Russian, page.Stories, instead: null, Token);
    }

    private static Task<int> AlertAsync(House house) => house.Get<CorrectionPlanner>().PlanOwedAsync(Token);

    /// <summary>The text of the reader's next digest, whose delivery then ends as told.</summary>
    private static async Task<string> NextDigestAsync(House house, DeliveryState ending = DeliveryState.Sent)
    {
        await ToDueAsync(house);
        (await house.Get<DigestPlanner>().PlanDueAsync(Token)).ShouldBeGreaterThan(0);
        await SettleAsync(house, ending);
        var json = await house.Database.ReadAsync(
            (context, token) => context.Digests.Where(digest => digest.SubscriberId == 1).OrderByDescending(digest => digest.Id)
                .Join(context.Editions, digest => digest.EditionId, edition => edition.Id, (_, edition) => edition.Messages).FirstAsync(token),
            Token);
        return string.Concat(EditionJson.Read(json).Select(message => message.Text.Text));
    }

    /// <summary>The buttons under the edition made last.</summary>
    private static async Task<List<MessageButton>> KeyboardAsync(House house) =>
        [.. EditionJson.Read(await house.Database.ReadAsync((context, token) => context.Editions.OrderByDescending(edition => edition.Id).Select(edition => edition.Messages).FirstAsync(token), Token))
            .SelectMany(message => message.Keyboard).SelectMany(row => row)];

    private static async Task ToDueAsync(House house)
    {
        var due = (await house.Get<SubscriberBook>().ReadAsync(Reader, Token)).NextDueAt.ShouldNotBeNull();
        house.Clock.Advance(due - house.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));
    }

    private static Task SettleAsync(House house, DeliveryState state, DeliveryState from = DeliveryState.Pending) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Deliveries.Where(row => row.State == from).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, state), token),
            Token);

    /// <summary>Everything on its way or arrived, in order.</summary>
    private static async Task<List<string>> MessagesAsync(House house)
    {
        var rows = await house.Database.ReadAsync(
            (context, token) => context.Deliveries.Where(row => !row.Notice).OrderBy(row => row.Id).Join(context.Editions, row => row.EditionId, edition => edition.Id, (row, edition) => new { row.Part, edition.Messages }).ToListAsync(token), Token);
        return rows.ConvertAll(row => EditionJson.Read(row.Messages)[row.Part].Text.Text);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static Task ExecuteAsync(House house, string sql) =>
        house.Database.WriteAsync(WritePriority.Background, (context, token) => context.Database.ExecuteSqlRawAsync(sql, token), Token);
}
