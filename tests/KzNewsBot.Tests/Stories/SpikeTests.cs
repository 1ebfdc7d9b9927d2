using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Digests;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Topics;

namespace KzNewsBot.Tests.Stories;

/// <summary>What is told far more than usual is said with the usual beside it; a reprint, a rare topic and a young bot raise nothing.</summary>
public class SpikeTests
{
    private static readonly string[] Languages = ["ru", "kk", "en"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_topic_and_a_side_above_their_own_level_are_found(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var news = new Shelf(house);
        for (var day = 1; day <= 14; day++)
        {
            news.Add("tass", "odkb", day, 2 + (day % 2));
            news.Add("tengrinews", "nato", day, 3);
        }

        news.Add("tass", "odkb", 0, 12);
        news.Add("tass", "odkb", 0, 6, reprint: true);
        news.Add("tengrinews", "nato", 0, 6);
        await news.StoreAsync();

        var spikes = await house.Get<SpikeReader>().ReadAsync(Token);

        var spike = spikes.Topics.ShouldHaveSingleItem("six where three are usual are within three deviations");
        spike.Key.ShouldBe("odkb");
        spike.Value.Count.ShouldBe(12, "reprints are no voices");
        spike.Value.Usual.ShouldBe(2.5, 0.2);
        spikes.Sides.ShouldHaveSingleItem().Key.ShouldBe("russia");

        var composed = await house.Get<DigestComposer>().ComposeAsync(
            new DigestRequest(["odkb", "nato"], new DateOnly(2026, 11, 22), new StoryWindow.Latest(), Language.Russian, "Asia/Almaty", Late: false), Token);
        var text = string.Concat(composed.Messages.Select(message => message.Text.Text));
        text.ShouldContain("📈 Россия: за сутки 12 независимых публикаций на темы бота, обычно 2,5");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_young_bot_a_rare_topic_and_an_uneven_one_raise_nothing(string provider)
    {
        await using (var young = await House.OpenAsync(provider))
        {
            var news = new Shelf(young);
            news.Add("tass", "odkb", 5, 1);
            news.Add("tass", "odkb", 0, 40);
            await news.StoreAsync();
            (await young.Get<SpikeReader>().ReadAsync(Token)).Topics.ShouldBeEmpty();
        }

        await using var house = await House.OpenAsync(provider);
        var shelf = new Shelf(house);
        shelf.Add("tengrinews", "un", 20, 1);
        shelf.Add("tengrinews", "cica", 0, SpikeReader.FewestReports - 1);
        for (var day = 1; day <= 20; day++)
        {
            shelf.Add("tass", "odkb", day, day % 5 == 0 ? 20 : 1);
        }

        shelf.Add("tass", "odkb", 0, 22);
        await shelf.StoreAsync();
        var spikes = await house.Get<SpikeReader>().ReadAsync(Token);
        spikes.Topics.ShouldBeEmpty("four are no wave, and a topic that has such a day each week has one today");
        spikes.Sides.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_that_was_added_or_resumed_this_week_is_no_wave(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var news = new Shelf(house);
        for (var day = 1; day <= 20; day++)
        {
            news.Add("tengrinews", "nato", day, 1);
        }

        news.Add("tass", "odkb", 40, 3);
        news.Add("tass", "odkb", 1, 9);
        news.Add("tass", "odkb", 0, 9);
        await news.StoreAsync();
        var spikes = await house.Get<SpikeReader>().ReadAsync(Token);
        spikes.Topics.ShouldBeEmpty();
        spikes.Sides.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_wave_is_over_when_its_day_is(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var news = new Shelf(house);
        news.Add("tass", "odkb", 10, 1);
        news.Add("tass", "odkb", 0, 9);
        await news.StoreAsync();
        (await house.Get<SpikeReader>().ReadAsync(Token)).Topics.ContainsKey("odkb").ShouldBeTrue();

        house.Clock.Advance(TimeSpan.FromHours(25));
        (await house.Get<SpikeReader>().ReadAsync(Token)).Topics.ShouldBeEmpty();
    }

    [Fact]
    public void The_line_counts_in_each_language()
    {
        var phrases = new PhraseBook();
        foreach (var language in Languages)
        {
            var words = phrases.In(LanguageCodes.Parse(language));
            var line = StoryText.SpikeOf(new Spike(21, 12.4), words);
            line.ShouldContain("21");
            line.ShouldEndWith(" 12");
            StoryText.SpikeOf("russia", new Spike(5, 0.5), words).ShouldEndWith(0.5.ToString("0.#", words.Culture));
        }
    }

    /// <summary>Articles straight into the tables: what is counted is their number and their time.</summary>
    private sealed class Shelf(House house)
    {
        private readonly List<(Article Article, string Topic)> _articles = [];

        /// <param name="daysAgo">0 is the last day: twelve hours ago.</param>
        public void Add(string source, string topic, int daysAgo, int count, bool reprint = false)
        {
            house.Get<TopicCatalogue>().Find(topic).ShouldNotBeNull();
            for (var i = 0; i < count; i++)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{source}/{_articles.Count}");
                var at = house.Clock.GetUtcNow() - TimeSpan.FromDays(daysAgo) - TimeSpan.FromHours(12);
                _articles.Add((
                    new Article
                    {
                        Key = key,
                        Title = key,
                        Body = key,
                        ContentHash = key,
                        Language = Language.Russian,
                        SourceId = source,
                        FirstSeenAt = at,
                        SortAt = at,
                        Stage = ArticleStage.Grouped,
                        Reprint = reprint,
                    },
                    topic));
            }
        }

        public Task StoreAsync() => house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                context.Articles.AddRange(_articles.Select(pair => pair.Article));
                await context.SaveChangesAsync(token);
                context.ArticleTopics.AddRange(_articles.Select(pair => new ArticleTopic
                {
                    ArticleId = pair.Article.Id,
                    TopicId = pair.Topic,
                    Score = 1,
                }));
            },
            Token);
    }
}
