using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using KzNewsBot.Topics;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Stories;

/// <summary>From stored articles to stories, step by step and across restarts.</summary>
public class NewsFlowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_crash_after_any_step_loses_nothing_and_doubles_nothing(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using (var house = await House.OpenAsync(database))
        {
            await StoreBothAsync(house);
            (await StagesAsync(house)).ShouldBe([ArticleStage.Stored, ArticleStage.Stored, ArticleStage.Stored]);
            (await house.Get<TopicTagger>().TagBatchAsync(again: false, Token)).ShouldBe(3);
        }

        await using (var house = await House.OpenAsync(database))
        {
            (await StagesAsync(house)).ShouldAllBe(stage => stage == ArticleStage.Grouped);
        }

        await using (var house = await House.OpenAsync(database))
        {
            await house.Get<NewsFlow>().RunToEndAsync(Token);
            var page = await PageAsync(house, "nato");
            page.Total.ShouldBe(1);
            page.Stories.Single().Articles.Count.ShouldBe(2);
            (await PageAsync(house, "sco")).Total.ShouldBe(1);
            (await house.Database.ReadAsync((context, token) => context.Stories.CountAsync(token), Token)).ShouldBe(2);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_report_that_comes_after_a_restart_still_finds_its_story(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using (var house = await House.OpenAsync(database))
        {
            await StoreAsync(house, "tengrinews.kz", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
            await house.Get<NewsFlow>().RunToEndAsync(Token);
        }

        await using var after = await House.OpenAsync(database);
        await StoreAsync(after, "tass.ru", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);
        await after.Get<NewsFlow>().RunToEndAsync(Token);
        var story = (await PageAsync(after, "nato")).Stories.ShouldHaveSingleItem();
        story.Articles.Select(article => article.Source?.Side).ShouldBe(["kz-independent", "russia"], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Sequence_numbers_grow_with_every_article_that_joins_and_not_with_a_correction(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tengrinews.kz", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var first = await SequencesAsync(house);
        first.Count.ShouldBe(2);
        first[1].ShouldBeGreaterThan(first[0]);

        await StoreAsync(house, "tass.ru", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var second = await SequencesAsync(house);
        second.Count.ShouldBe(2);
        second[0].ShouldBeGreaterThan(first[1]);
        second[1].ShouldBe(first[1]);

        await StoreAsync(house, "tass.ru", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody + "\nПоправка: участвовали двести десять военных из девяти стран альянса.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await SequencesAsync(house)).ShouldBe(second);
        var topics = await house.Database.ReadAsync((context, token) => context.StoryTopics.Select(topic => topic.Sequence).Distinct().ToListAsync(token), Token);
        topics.ShouldBe(second, ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_story_that_a_changed_text_puts_under_another_topic_is_news_to_that_topics_readers_alone(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await StoreAsync(house, "tengrinews.kz", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var told = await SequencesAsync(house);

        const string Changed = "Программу ОДКБ и ШОС готовили вместе. " + News.UnrelatedRussianBody;
        await StoreAsync(house, "vlast.kz", "ШОС и ОДКБ утвердили программу борьбы с наркоторговлей", Changed);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await SequencesAsync(house)).ShouldBe(told);
        (await TopicNumberAsync(house, "sco")).ShouldBe(told[0]);
        var changed = await TopicNumberAsync(house, "odkb");
        changed.ShouldBeGreaterThan(told.Max(), "the digest asks the topic's row");

        // Once: another change of the text does not tell it again.
        await StoreAsync(house, "vlast.kz", "ШОС и ОДКБ утвердили программу борьбы с наркоторговлей", Changed + " Срок программы пять лет.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await TopicNumberAsync(house, "odkb")).ShouldBe(changed);
        (await house.Database.ReadAsync(StoryNumbers.LastAsync, Token)).ShouldBe(changed);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_rules_of_another_version_find_in_an_old_story_is_no_news(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "vlast.kz", "МИД опроверг сообщения о выходе из ШОС", "МИД Казахстана опроверг сообщения о выходе страны из ШОС. Секретариат ШОС подтвердил это в Пекине.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var told = await SequencesAsync(house);

        await ForgetAsync();
        (await SequencesAsync(house)).ShouldNotBe(told, "of the day before");
        told = await SequencesAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(3));
        await ForgetAsync();
        (await SequencesAsync(house)).ShouldBe(told);
        (await TopicNumberAsync(house, "sco")).ShouldBe(told[0]);
        (await DeniedAsync()).ShouldBe(0, "whoever was told it would be owed a correction");

        await StoreAsync(house, "tass.ru", "МИД Казахстана опроверг сообщения о выходе из ШОС", "МИД Казахстана опроверг сообщения о выходе страны из ШОС. Секретариат ШОС подтвердил это в Пекине, его слова передало агентство.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await DeniedAsync()).ShouldBe(1);

        Task<int> DeniedAsync() => house.Database.ReadAsync((context, token) => context.StoryDenials.CountAsync(token), Token);

        // As if the version before had found neither topic nor denial.
        async Task ForgetAsync()
        {
            await house.Database.WriteAsync(
                WritePriority.Background,
                async (context, token) =>
                {
                    await context.StoryTopics.ExecuteDeleteAsync(token);
                    await context.StoryDenials.ExecuteDeleteAsync(token);
                    await context.Articles.ExecuteUpdateAsync(articles => articles.SetProperty(article => article.Stage, ArticleStage.Marked), token);
                },
                Token);
            await house.Get<NewsFlow>().RunByOwnRulesAsync(Token);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_late_reprint_is_no_news_unless_it_is_the_first_of_its_side(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        const string Title = "Учения миротворцев «Степной ветер» прошли в Алматы";
        await StoreAsync(house, "tengrinews.kz", Title, News.RussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var told = await SequencesAsync(house);

        await StoreAsync(house, "zakon.kz", Title, News.RussianBody + " Об этом сообщили в пресс-службе.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        // Nor is one that bears an earlier date, with which its original looks like the reprint.
        await house.Get<ArticleStore>().StoreAsync(News.Article(Title, News.RussianBody + " Подробности позже.", url: "https://orda.kz/1", day: "2026-11-20"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await PageAsync(house, "nato")).Stories.ShouldHaveSingleItem().Articles.Count.ShouldBe(3);
        (await SequencesAsync(house)).ShouldBe(told);
        (await TopicNumberAsync(house, "nato")).ShouldBe(told[0]);

        await StoreAsync(house, "tass.ru", Title, News.RussianBody + " Об этом сообщили в штабе.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var heard = await SequencesAsync(house);
        heard[0].ShouldBeGreaterThan(told[1], "Russia was silent before");

        await StoreAsync(house, "ria.ru", Title, News.RussianBody + " Так говорится в сообщении.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await SequencesAsync(house)).ShouldBe(heard);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_same_outlet_in_a_further_language_is_news(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await house.Get<ArticleStore>().StoreAsync(
            News.Article("Миротворцы ОДКБ начали покидать Казахстан", "Первые 150 миротворцев ОДКБ вылетели 13 января из Алматы, сообщил генерал Сердюков.", url: "https://tass.ru/1", day: "2026-11-21"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var told = await SequencesAsync(house);
        await house.Get<ArticleStore>().StoreAsync(
            News.Article("CSTO peacekeepers begin to leave Kazakhstan", "The first 150 CSTO peacekeepers flew from Almaty on 13 January, General Serdyukov said.", Language.English, "https://tass.ru/en/1", day: "2026-11-21"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await SequencesAsync(house)).ShouldHaveSingleItem().ShouldBeGreaterThan(told[0]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_starter_archive_never_joins_a_story_of_the_news(string provider)
    {
        await using var house = await House.OpenAsync(provider, starter: true);
        var starter = await house.Database.ReadAsync(
            (context, token) => context.Articles.Where(article => article.SourceId == SourceRegistry.StarterId && article.Precision == PublishedPrecision.Day).OrderBy(article => article.Id).ToListAsync(token),
            Token);
        foreach (var own in starter.Take(6))
        {
            var day = own.PublishedDay.ShouldNotBeNull().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            await house.Get<ArticleStore>().StoreAsync(News.Article(own.Title, own.Body, own.Language, $"https://tass.ru/{own.Id}", day: day), null, Token);
        }

        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var mixed = await house.Database.ReadAsync(
            (context, token) => context.Articles.GroupBy(article => article.StoryId).Where(group => group.Select(article => article.SourceId == SourceRegistry.StarterId).Distinct().Count() > 1).CountAsync(token),
            Token);
        mixed.ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_another_process_has_grouped_is_known_to_this_one(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using var bot = await House.OpenAsync(database);
        await StoreAsync(bot, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await bot.Get<NewsFlow>().RunToEndAsync(Token);

        await using var tool = await House.OpenAsync(database);
        await StoreAsync(tool, "tengrinews.kz", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await tool.Get<NewsFlow>().RunToEndAsync(Token);

        await StoreAsync(bot, "tass.ru", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);
        await bot.Get<NewsFlow>().RunToEndAsync(Token);
        (await PageAsync(bot, "nato")).Stories.ShouldHaveSingleItem().Articles.Count.ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Two_processes_that_group_at_once_make_the_stories_of_one(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using var one = await House.OpenAsync(database);
        await using var other = await House.OpenAsync(database);
        await StoreBothAsync(one);
        await one.Get<TopicTagger>().TagBatchAsync(again: false, Token);
        await Task.WhenAll(new[] { one, other }.Select(house => Task.Run(() => house.Clock.RunAsync(house.Get<NewsFlow>().RunToEndAsync(Token)), Token)));
        (await PageAsync(one, "nato")).Stories.ShouldHaveSingleItem().Articles.Count.ShouldBe(2);
        (await one.Database.ReadAsync((context, token) => context.Stories.CountAsync(token), Token)).ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task News_goes_before_changed_texts_and_both_before_what_is_only_done_again(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreBothAsync(house);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await house.Database.WriteAsync(WritePriority.Background, (context, token) => context.Articles.ExecuteUpdateAsync(rows => rows.SetProperty(article => article.Stage, ArticleStage.Marked), token), Token);
        await StoreAsync(house, "kursiv.kz", "Казахстан и НАТО готовят новые учения", News.RussianBody.Replace("Степной ветер", "Горный орёл", StringComparison.Ordinal));
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody + " Срок программы пять лет.");

        var (tagger, grouper) = (house.Get<TopicTagger>(), house.Get<StoryGrouper>());
        (await tagger.TagBatchAsync(again: true, Token)).ShouldBe(1);
        (await StagesAsync(house)).ShouldBe([ArticleStage.Marked, ArticleStage.Marked, ArticleStage.Stored, ArticleStage.Tagged]);
        (await tagger.TagBatchAsync(again: true, Token)).ShouldBe(1);
        (await tagger.TagBatchAsync(again: false, Token)).ShouldBe(0);
        (await tagger.TagBatchAsync(again: true, Token)).ShouldBe(2);
        (await StagesAsync(house)).ShouldBe([ArticleStage.Retagged, ArticleStage.Retagged, ArticleStage.Tagged, ArticleStage.Tagged]);
        (await grouper.GroupBatchAsync(again: true, Token)).ShouldBe(1);
        (await StagesAsync(house)).ShouldBe([ArticleStage.Retagged, ArticleStage.Retagged, ArticleStage.Tagged, ArticleStage.Grouped]);
        (await grouper.GroupBatchAsync(again: true, Token)).ShouldBe(1);
        (await grouper.GroupBatchAsync(again: false, Token)).ShouldBe(0);
        (await grouper.GroupBatchAsync(again: true, Token)).ShouldBe(2);
        (await StagesAsync(house)).ShouldAllBe(stage => stage == ArticleStage.Grouped);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_is_done_again_begins_with_the_newest(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        foreach (var day in new[] { "2026-11-20", "2026-11-21", "2026-11-19" })
        {
            await house.Get<ArticleStore>().StoreAsync(News.Article($"Учения {day}", url: $"https://tass.ru/{day}", day: day), null, Token);
        }

        await house.Database.WriteAsync(WritePriority.Background, (context, token) => context.Articles.ExecuteUpdateAsync(rows => rows.SetProperty(article => article.Stage, ArticleStage.Marked), token), Token);
        var order = await house.Database.ReadAsync((context, token) => WaitingArticles.NextAsync(context, ArticleStage.Stored, ArticleStage.Marked, 2, token), Token);
        order.ShouldBe([2, 1]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_start_waits_for_nothing_once_there_are_stories(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using (var house = await House.OpenAsync(database))
        {
            await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
            await house.Get<NewsFlow>().RunToEndAsync(Token);
            await StoreAsync(house, "tengrinews.kz", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        }

        await using var after = await House.OpenAsync(database);
        (await StagesAsync(after)).ShouldBe([ArticleStage.Grouped, ArticleStage.Stored]);
        await after.Get<NewsFlow>().RunToEndAsync(Token);
        (await StagesAsync(after)).ShouldAllBe(stage => stage == ArticleStage.Grouped);
    }

    [Fact]
    public async Task What_another_has_grouped_is_read_while_others_may_write()
    {
        using var database = TestDatabase.Create("Sqlite");
        await using var bot = await House.OpenAsync(database);
        await StoreAsync(bot, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
        await bot.Get<NewsFlow>().RunToEndAsync(Token);
        await using var tool = await House.OpenAsync(database);
        await StoreAsync(tool, "tengrinews.kz", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await tool.Get<NewsFlow>().RunToEndAsync(Token);
        await StoreAsync(bot, "tass.ru", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);

        using var statements = Statements.Of(database);
        await bot.Get<NewsFlow>().RunToEndAsync(Token);
        var read = statements.Sent.Where(statement => statement.Text.Contains("ORDER BY \"a\".\"SortAt\" DESC\nLIMIT", StringComparison.Ordinal)).ToList();
        read.ShouldNotBeEmpty();
        read.ShouldAllBe(statement => !statement.BesideWrite);
        (await PageAsync(bot, "nato")).Stories.ShouldHaveSingleItem().Articles.Count.ShouldBe(2);
    }

    // SQLite has one writer: a unit of work there never loses a race halfway.
    [Fact]
    public async Task A_grouping_that_lost_its_race_groups_as_if_it_had_not()
    {
        await using var house = await House.OpenAsync("Postgres");
        await StoreBothAsync(house);
        await house.Get<TopicTagger>().TagBatchAsync(again: false, Token);
        await ExecuteAsync(house, """
            CREATE SEQUENCE lost_races;
            CREATE FUNCTION lose_race() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF nextval('lost_races') = 1 THEN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER lose_race BEFORE INSERT ON "StoryQuotes" FOR EACH ROW EXECUTE FUNCTION lose_race();
            """);
        await house.Clock.RunAsync(house.Get<NewsFlow>().RunToEndAsync(Token));
        (await PageAsync(house, "nato")).Stories.ShouldHaveSingleItem().Articles.Count.ShouldBe(2);
        (await house.Database.ReadAsync((context, token) => context.Stories.CountAsync(token), Token)).ShouldBe(2);
    }

    private static async Task StoreBothAsync(House house)
    {
        await StoreAsync(house, "tengrinews.kz", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await StoreAsync(house, "tass.ru", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);
        await StoreAsync(house, "vlast.kz", "ШОС утвердила программу борьбы с наркоторговлей", News.UnrelatedRussianBody);
    }

    private static Task<StoredArticle> StoreAsync(House house, string host, string title, string body) =>
        house.Get<ArticleStore>().StoreAsync(News.Article(title, body, Language.Russian, $"https://{host}/story", day: "2026-11-21", instant: "2026-11-21T08:00:00Z"), null, Token);

    private static Task<List<ArticleStage>> StagesAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Articles.OrderBy(article => article.Id).Select(article => article.Stage).ToListAsync(token), Token);

    private static Task<List<long>> SequencesAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Stories.OrderBy(story => story.Id).Select(story => story.Sequence).ToListAsync(token), Token);

    private static Task<long> TopicNumberAsync(House house, string topic) =>
        house.Database.ReadAsync((context, token) => context.StoryTopics.Where(row => row.TopicId == topic).Select(row => row.Sequence).SingleAsync(token), Token);

    private static Task<StoryPage> PageAsync(House house, string topic) =>
        house.Get<StoryReader>().ReadTopicAsync(topic, Language.Russian, 0, 10, Token);

    private static Task ExecuteAsync(House house, string sql) =>
        house.Database.WriteAsync(WritePriority.Background, (context, token) => context.Database.ExecuteSqlRawAsync(sql, token), Token);
}
