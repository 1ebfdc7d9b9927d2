using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text.Classification;
using KzNewsBot.Topics;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Topics;

public class TopicTaggerTests(StarterHouses houses) : IClassFixture<StarterHouses>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Every_tag_keeps_the_rule_and_the_words_that_said_so(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var tags = await house.Database.ReadAsync(
            (context, token) => context.ArticleTopics.Join(context.Articles, topic => topic.ArticleId, article => article.Id, (topic, article) => new { Tag = topic, article.Title, article.Body }).ToListAsync(token),
            Token);
        tags.Count.ShouldBeGreaterThan(24);
        foreach (var row in tags)
        {
            var text = row.Tag.Field == ArticleField.Title ? row.Title : row.Body;
            var said = text.Substring(row.Tag.Start, row.Tag.Length);
            said.Trim().ShouldBe(said, row.Tag.Rule);
            said.ShouldNotBeEmpty(row.Tag.Rule);
            row.Tag.Rule.ShouldNotBeEmpty();
            row.Tag.Score.ShouldBeInRange(0, 1);
        }

        tags.ShouldContain(row => row.Tag.TopicId == "odkb" && row.Tag.About);
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
            (await TagsAsync(house)).ShouldAllBe(tag => tag.StartsWith("meadow", StringComparison.Ordinal));
            (await TagsAsync(house)).ShouldNotBeEmpty();
            (await house.Get<StoryReader>().ReadTopicAsync("odkb", KzNewsBot.Text.Language.Russian, 0, 3, Token)).Total.ShouldBe(0);
            (await house.Get<StoryReader>().ReadTopicAsync("meadow", KzNewsBot.Text.Language.Russian, 0, 3, Token)).Total.ShouldBeGreaterThan(0);
        }

        await using (var house = await House.OpenAsync(database))
        {
            (await TagsAsync(house)).ShouldBe(before);
            (await WaitingAsync(house)).ShouldBe(0);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_text_revised_while_it_was_read_is_tagged_in_the_next_batch(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var store = house.Get<ArticleStore>();
        var first = KzNewsBot.Tests.Articles.News.Article("Учения НАТО и Казахстана", url: "https://tass.ru/tagged");
        await store.StoreAsync(first, null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await store.StoreAsync(first with { Title = "ШОС утвердила программу", Body = KzNewsBot.Tests.Articles.News.UnrelatedRussianBody }, null, Token);
        (await house.Get<TopicTagger>().TagBatchAsync(Token)).ShouldBe(1);
        var tags = await TagsAsync(house);
        tags.ShouldContain(tag => tag.StartsWith("sco", StringComparison.Ordinal));
        tags.ShouldNotContain(tag => tag.StartsWith("nato", StringComparison.Ordinal));
    }

    private static Task<int> WaitingAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Articles.CountAsync(article => article.Stage != ArticleStage.Grouped, token), Token);

    private static async Task<List<string>> TagsAsync(House house)
    {
        var rows = await house.Database.ReadAsync((context, token) => context.ArticleTopics.OrderBy(topic => topic.ArticleId).ThenBy(topic => topic.TopicId).ToListAsync(token), Token);
        return rows.ConvertAll(row => $"{row.TopicId} {row.ArticleId} {row.Rule} {row.About} {row.Start}");
    }
}
