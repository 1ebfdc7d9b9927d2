using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Digests;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text.Classification;
using KzNewsBot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace KzNewsBot.Tests.Topics;

public class TopicTaggerTests(StarterHouses houses) : IClassFixture<StarterHouses>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Every_tag_is_explained_by_words_of_its_article(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var tags = await house.Database.ReadAsync(
            (context, token) => context.ArticleTopics.Join(context.Articles, topic => topic.ArticleId, article => article.Id, (topic, article) => new { Tag = topic, article.Title, article.Body, article.Language }).ToListAsync(token),
            Token);
        tags.Count.ShouldBeGreaterThan(24);
        foreach (var row in tags)
        {
            var hit = house.Get<TopicMatcher>().Match(row.Title, row.Body, row.Language).Topics.Single(hit => hit.TopicId == row.Tag.TopicId);
            var evidence = hit.Evidence[0];
            var text = evidence.Field == ArticleField.Title ? row.Title : row.Body;
            var said = text.Substring(evidence.Span.Start, evidence.Span.Length);
            said.Trim().ShouldBe(said, evidence.Rule);
            said.ShouldNotBeEmpty(evidence.Rule);
            evidence.Rule.ShouldNotBeEmpty();
            (hit.About, hit.Score).ShouldBe((true, row.Tag.Score));
            row.Tag.Score.ShouldBeInRange(0, 1);
        }

        tags.ShouldContain(row => row.Tag.TopicId == "odkb");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Mere_mentions_and_words_of_answers_that_an_older_version_kept_go(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using var house = await House.OpenAsync(database, starter: true);
        var tags = await TagsAsync(house);
        var id = (await house.Database.ReadAsync((context, token) => context.Articles.MinAsync(article => (long?)article.Id, token), Token)).ShouldNotBeNull();
        await using var context = await house.Get<IDbContextFactory<NewsDbContext>>().CreateDbContextAsync(Token);
        var reader = await house.Get<SubscriberBook>().SubscribeAsync(new ChatAddress(900, 0), ["nato"], KzNewsBot.Text.Language.Russian, Token);
        await house.Get<AnsweredStories>().NoteAsync(reader.Id, KzNewsBot.Text.Language.Russian, [], instead: null, Token);
        await context.GetService<IMigrator>().MigrateAsync("FollowMergedStories", Token);
        await context.Database.ExecuteSqlAsync($"""UPDATE "Editions" SET "Messages" = 'what was looked for'""", Token);
        await context.Database.ExecuteSqlAsync($"""INSERT INTO "ArticleTopics" ("ArticleId", "TopicId", "Score", "About", "Rule", "Field", "Start", "Length") VALUES ({id}, 'mentioned', 0.1, {false}, 'x', 'Body', 1, 2)""", Token);
        await context.GetService<IMigrator>().MigrateAsync(targetMigration: null, Token);
        (await TagsAsync(house)).ShouldBe(tags);
        (await house.Database.ReadAsync((reading, token) => reading.Editions.Select(edition => edition.Messages).ToListAsync(token), Token)).ShouldBe(["[]"]);
    }

    [Fact]
    public async Task An_operators_own_topic_is_read_from_the_storage_folder()
    {
        using var database = TestDatabase.Create("Sqlite");
        File.WriteAllText(Path.Combine(database.Folder, "own-topics.json"), """
            {"topics":[{"id":"meadow","command":"meadow","order":1,
            "names":{"ru":"Голаны","kk":"Голан","en":"Golan"},"longNames":{"ru":"Голаны л","kk":"Голан л","en":"Golan l"},
            "aliases":[],"terms":{"ru":["Голанск*"],"kk":["Голан*"],"en":["Golan"]}}]}
            """);
        await using var house = await House.OpenAsync(database, starter: true);

        await house.Get<NewsFlow>().RunByOwnRulesAsync(Token);
        (await house.Get<StoryReader>().ReadTopicAsync("meadow", KzNewsBot.Text.Language.Russian, 0, 3, Token)).Total.ShouldBeGreaterThan(0);
        (await house.Get<StoryReader>().ReadTopicAsync("odkb", KzNewsBot.Text.Language.Russian, 0, 3, Token)).Total.ShouldBeGreaterThan(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Changed_rules_tag_everything_again_and_unchanged_ones_nothing(string provider)
    {
        using var database = TestDatabase.Create(provider);
        List<string> before;
        await using (var house = await House.OpenAsync(database, starter: true))
        {
            before = await TagsAsync(house);
            await house.Get<TopicTagger>().RetagWhenRulesChangedAsync(Token);
            (await WaitingAsync(house)).ShouldBe(0);
        }

        var seeds = Directory.CreateDirectory(Path.Combine(database.Folder, "seeds")).FullName;
        var original = Path.Combine(AppContext.BaseDirectory, "seeds");
        File.Copy(Path.Combine(original, "sources.json"), Path.Combine(seeds, "sources.json"));
        File.WriteAllText(Path.Combine(seeds, "topics.json"), """
            {"topics":[{"id":"meadow","command":"meadow","order":1,
            "names":{"ru":"Голаны","kk":"Голан","en":"Golan"},"longNames":{"ru":"Голаны л","kk":"Голан л","en":"Golan l"},
            "aliases":[],"terms":{"ru":["Голанск*"],"kk":["Голан*"],"en":["Golan"]}}]}
            """);
        await using (var house = await House.OpenAsync(database, settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Seeds:Folder"] = seeds }))
        {
            await house.Get<NewsFlow>().RunToEndAsync(Token);
            (await TagsAsync(house)).ShouldBe(before, "a command's rules count for what it brings alone");
            await house.Get<NewsFlow>().RunByOwnRulesAsync(Token);
            (await TagsAsync(house)).ShouldAllBe(tag => tag.StartsWith("meadow", StringComparison.Ordinal));
            (await TagsAsync(house)).ShouldNotBeEmpty();
            (await house.Get<StoryReader>().ReadTopicAsync("odkb", KzNewsBot.Text.Language.Russian, 0, 3, Token)).Total.ShouldBe(0);
            (await house.Get<StoryReader>().ReadTopicAsync("meadow", KzNewsBot.Text.Language.Russian, 0, 3, Token)).Total.ShouldBeGreaterThan(0);
        }

        await using (var house = await House.OpenAsync(database))
        {
            await house.Get<NewsFlow>().RunByOwnRulesAsync(Token);
            (await TagsAsync(house)).ShouldBe(before);
            (await WaitingAsync(house)).ShouldBe(0);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Killed_while_articles_were_marked_the_next_start_goes_on_where_it_was(string provider)
    {
        using var database = TestDatabase.Create(provider);
        List<long> ids;
        await using (var house = await House.OpenAsync(database, starter: true))
        {
            ids = await house.Database.ReadAsync((context, token) => context.Articles.OrderBy(article => article.Id).Select(article => article.Id).ToListAsync(token), Token);
            await MarkedAsync(house, $"{house.Get<TopicCatalogue>().Fingerprint}:{ids[9]}");
        }

        await using var after = await House.OpenAsync(database);
        (await after.Get<TopicTagger>().RetagWhenRulesChangedAsync(Token)).ShouldBe(ids.Count - 10);
        (await WaitingAsync(after)).ShouldBe(ids.Count - 10);
        (await after.Get<TopicTagger>().RetagWhenRulesChangedAsync(Token)).ShouldBe(0);
        (await MarkedAsync(after)).ShouldBe(after.Get<TopicCatalogue>().Fingerprint);

        // Only then: what others mark is not ours.
        await MarkedAsync(after, "of other rules");
        (await after.Get<TopicTagger>().RetagWhenRulesChangedAsync(Token)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_two_with_different_rules_the_one_that_began_last_has_its_way(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await house.Get<ArticleStore>().StoreAsync(News.Article("Учения НАТО и Казахстана", url: "https://tass.ru/tagged"), null, Token);
        await MarkedAsync(house, "of older rules");
        var tagger = new TopicTagger(house.Database, house.Get<TopicCatalogue>(), house.Get<TopicMatcher>(), NullLogger<TopicTagger>.Instance);
        (await tagger.RetagWhenRulesChangedAsync(Token)).ShouldBe(1);
        await MarkedAsync(house, "of newer rules:1");
        (await tagger.RetagWhenRulesChangedAsync(Token)).ShouldBe(0);
        (await MarkedAsync(house)).ShouldBe("of newer rules:1");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_command_beside_the_bot_carries_on_what_it_brings_and_not_the_archive(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using var bot = await House.OpenAsync(database);
        await StoreAsync(bot, 1, News.RussianBody);
        await StoreAsync(bot, 2, News.RussianBody);
        await bot.Get<NewsFlow>().RunByOwnRulesAsync(Token);
        await StoreAsync(bot, 2, News.OtherRussianBody);
        await bot.Get<TopicTagger>().TagBatchAsync(again: false, Token);
        await StoreAsync(bot, 4, News.UnrelatedRussianBody);
        await bot.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Articles.Where(article => article.Stage == ArticleStage.Stored).ExecuteUpdateAsync(rows => rows.SetProperty(article => article.Stage, ArticleStage.Quarantined), token),
            Token);
        await MarkedAsync(bot, "of older rules");
        var started = new TopicTagger(bot.Database, bot.Get<TopicCatalogue>(), bot.Get<TopicMatcher>(), NullLogger<TopicTagger>.Instance);
        (await started.RetagWhenRulesChangedAsync(Token)).ShouldBe(3);
        (await StagesAsync(bot)).ShouldBe([ArticleStage.Marked, ArticleStage.Stored, ArticleStage.Stored], "neither a changed text nor one that older rules could not read goes behind the archive");

        await using (var tool = await House.OpenAsync(database))
        {
            await StoreAsync(tool, 3, News.UnrelatedRussianBody);
            await tool.Get<NewsFlow>().RunToEndAsync(Token);
            (await StagesAsync(tool)).ShouldBe([ArticleStage.Marked, ArticleStage.Grouped, ArticleStage.Grouped, ArticleStage.Grouped]);
        }

        await started.TagBatchAsync(again: true, Token);
        await using (var tool = await House.OpenAsync(database))
        {
            await tool.Get<NewsFlow>().RunToEndAsync(Token);
            (await StagesAsync(tool)).ShouldBe([ArticleStage.Retagged, ArticleStage.Grouped, ArticleStage.Grouped, ArticleStage.Grouped]);
        }

        await bot.Get<NewsFlow>().RunByOwnRulesAsync(Token);
        (await StagesAsync(bot)).ShouldAllBe(stage => stage == ArticleStage.Grouped);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Rules_that_others_have_followed_leave_the_archive_to_those(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, 1, News.RussianBody);
        await house.Get<NewsFlow>().RunByOwnRulesAsync(Token);
        var tags = await TagsAsync(house);
        await house.Database.WriteAsync(WritePriority.Background, (context, token) => context.Articles.ExecuteUpdateAsync(rows => rows.SetProperty(article => article.Stage, ArticleStage.Marked), token), Token);
        await MarkedAsync(house, "of newer rules:1");
        await StoreAsync(house, 2, News.UnrelatedRussianBody);

        await house.Get<NewsFlow>().RunByOwnRulesAsync(Token);
        (await StagesAsync(house)).ShouldBe([ArticleStage.Marked, ArticleStage.Grouped], "news is carried on by whoever has it");

        // Nor when they were followed between its reading and its writing.
        await house.Get<TopicTagger>().TagBatchAsync(again: true, Token);
        (await StagesAsync(house)).ShouldBe([ArticleStage.Marked, ArticleStage.Grouped]);
        tags.ShouldBeSubsetOf(await TagsAsync(house), StringComparer.Ordinal);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_another_process_has_tagged_meanwhile_stays_as_it_is(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using var house = await House.OpenAsync(database);
        await using var other = await House.OpenAsync(database);
        await StoreAsync(house, 1, News.RussianBody);
        using (var statements = Statements.Of(database))
        {
            statements.BeforeTransaction = () => other.Get<NewsFlow>().RunToEndAsync(Token).GetAwaiter().GetResult();
            await house.Get<TopicTagger>().TagBatchAsync(again: false, Token);
        }

        (await StagesAsync(house)).ShouldBe([ArticleStage.Grouped]);
        (await TagsAsync(house)).ShouldNotBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_text_revised_while_it_was_read_is_tagged_in_the_next_batch(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        var first = News.Article("Учения НАТО и Казахстана", url: "https://tass.ru/tagged");
        await store.StoreAsync(first, null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await store.StoreAsync(first with { Title = "ШОС утвердила программу", Body = News.UnrelatedRussianBody }, null, Token);
        (await house.Get<TopicTagger>().TagBatchAsync(again: false, Token)).ShouldBe(1);
        var tags = await TagsAsync(house);
        tags.ShouldContain(tag => tag.StartsWith("sco", StringComparison.Ordinal));
        tags.ShouldNotContain(tag => tag.StartsWith("nato", StringComparison.Ordinal));
    }

    private static Task<string> MarkedAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Settings.Where(setting => setting.Key == "topics.fingerprint").Select(setting => setting.Value).SingleAsync(token), Token);

    private static Task MarkedAsync(House house, string value) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) => (await context.Settings.SingleAsync(setting => setting.Key == "topics.fingerprint", token)).Value = value,
            Token);

    private static Task<int> WaitingAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Articles.CountAsync(article => article.Stage != ArticleStage.Grouped, token), Token);

    private static Task StoreAsync(House house, int number, string body) =>
        house.Get<ArticleStore>().StoreAsync(News.Article($"Сообщение номер {number}", body, url: $"https://tass.ru/{number}", day: "2026-11-21"), null, Token);

    private static Task<List<ArticleStage>> StagesAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Articles.OrderBy(article => article.Id).Select(article => article.Stage).ToListAsync(token), Token);

    private static async Task<List<string>> TagsAsync(House house)
    {
        var rows = await house.Database.ReadAsync((context, token) => context.ArticleTopics.OrderBy(topic => topic.ArticleId).ThenBy(topic => topic.TopicId).ToListAsync(token), Token);
        return rows.ConvertAll(row => $"{row.TopicId} {row.ArticleId} {row.Score}");
    }
}
