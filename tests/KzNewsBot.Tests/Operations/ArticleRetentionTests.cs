using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Operations;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Operations;

public class ArticleRetentionTests
{
    private const string Weather =
        "В Алматы ожидается снег и гололёд, температура опустится до десяти градусов мороза. Синоптики советуют водителям быть внимательнее на дорогах.\n"
        + "К выходным потеплеет, осадков не обещают, ветер будет слабым и переменных направлений во всех районах города.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Old_articles_go_unless_they_report_a_story_on_a_topic(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Days("30"));
        await StoreAsync(house, "https://tengrinews.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody);
        await StoreAsync(house, "https://tass.ru/1", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody);
        await StoreAsync(house, "https://tengrinews.kz/2", "В Алматы выпадет снег", Weather);
        await StoreAsync(house, "https://tengrinews.kz/4", "Учения миротворцев «Степной ветер» прошли под Алматы", News.RussianBody + " Фото прилагаются.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Database.ReadAsync((context, token) => context.StoryQuotes.Select(quote => quote.ArticleId).Distinct().CountAsync(token), Token)).ShouldBeLessThan(4, "a report is not quoted");

        house.Clock.Advance(TimeSpan.FromDays(29));
        await StoreAsync(house, "https://tengrinews.kz/3", "Снег в Алматы растает к вечеру", Weather.Replace("снег", "дождь", StringComparison.Ordinal));
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(0);

        house.Clock.Advance(TimeSpan.FromDays(2));
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(1);
        (await UrlsAsync(house)).ShouldBe(["https://tengrinews.kz/1", "https://tass.ru/1", "https://tengrinews.kz/4", "https://tengrinews.kz/3"]);

        // Nothing is left over: no story without articles, no words in the index.
        var stories = await house.Database.ReadAsync((context, token) => context.Stories.OrderBy(story => story.Id).Select(story => context.Articles.Count(article => article.StoryId == story.Id)).ToListAsync(token), Token);
        stories.ShouldBe([3, 1]);
        (await house.Database.ReadAsync((context, token) => ArticleSearch.FindAsync(context, "гололёд дорогах", Language.Russian, 10, token), Token)).Count.ShouldBe(1);
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_late_report_of_an_event_whose_story_has_gone_opens_a_new_one(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Days("30"));
        await StoreAsync(house, "https://tengrinews.kz/2", "В Алматы выпадет снег", Weather, "2026-11-22");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        house.Clock.Advance(TimeSpan.FromDays(31));
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(1);

        await StoreAsync(house, "https://tass.ru/2", "Снег выпадет в Алматы", Weather + " Так сказали в Казгидромете.", "2026-11-22");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var stories = await house.Database.ReadAsync((context, token) => context.Articles.Select(article => article.Stage).ToListAsync(token), Token);
        stories.ShouldBe([ArticleStage.Grouped]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_waits_to_be_read_stays_until_it_was(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Days("30"));
        await StoreAsync(house, "https://tengrinews.kz/2", "В Алматы выпадет снег", Weather);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        house.Clock.Advance(TimeSpan.FromDays(31));
        foreach (var stage in new[] { ArticleStage.Stored, ArticleStage.Tagged, ArticleStage.Retagged, ArticleStage.Marked })
        {
            await house.Database.WriteAsync(WritePriority.Background, (context, token) => context.Articles.ExecuteUpdateAsync(rows => rows.SetProperty(article => article.Stage, stage), token), Token);
            (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(0);
        }

        await house.Get<NewsFlow>().RunByOwnRulesAsync(Token);
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task However_many_stay_those_behind_them_go(string provider)
    {
        await using var house = await House.OpenAsync(provider, settings: Days("30"));

        // All of one moment, and more than are taken at once.
        await AddAsync(house, 330, onTopic: number => number % 3 == 0);
        house.Clock.Advance(TimeSpan.FromDays(31));
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(220);
        (await house.Database.ReadAsync((context, token) => context.Articles.CountAsync(article => article.StoryId % 3 == 0, token), Token)).ShouldBe(110);
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_came_on_a_topic_after_it_was_found_stays(string provider)
    {
        using var database = TestDatabase.Create(provider);
        await using var house = await House.OpenAsync(database, settings: Days("30"));
        await using var other = await House.OpenAsync(database);
        await AddAsync(house, 2, onTopic: _ => false);
        house.Clock.Advance(TimeSpan.FromDays(31));
        using var statements = Statements.Of(database);
        statements.BeforeTransaction = () => other.Database.WriteAsync(
            WritePriority.Background, (context, _) => Task.FromResult(context.StoryTopics.Add(new StoryTopic { StoryId = 2, TopicId = "nato" })), Token).GetAwaiter().GetResult();
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(1);
        (await house.Database.ReadAsync((context, token) => context.Articles.Select(article => article.Id).SingleAsync(token), Token)).ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Everything_is_kept_when_the_operator_says_so(string provider)
    {
        await using var house = await House.OpenAsync(provider, starter: true, settings: Days("0"));
        await StoreAsync(house, "https://tengrinews.kz/2", "В Алматы выпадет снег", Weather);
        var before = (await UrlsAsync(house)).Count;
        house.Clock.Advance(TimeSpan.FromDays(4000));
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(0);
        (await UrlsAsync(house)).Count.ShouldBe(before);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_starter_archive_never_goes(string provider)
    {
        await using var house = await House.OpenAsync(provider, starter: true, settings: Days("30"));
        house.Clock.Advance(TimeSpan.FromDays(400));
        (await house.Get<ArticleRetention>().RunAsync(Token)).ShouldBe(0);
    }

    /// <summary>Articles of now, each a story of its own.</summary>
    private static Task AddAsync(House house, int count, Func<int, bool> onTopic) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            (context, _) =>
            {
                var now = house.Clock.GetUtcNow();
                foreach (var number in Enumerable.Range(1, count))
                {
                    context.Stories.Add(new Story { Id = number, LeadArticleId = number });
                    context.Articles.Add(new Article { Id = number, Key = $"{number}", Title = "", Body = "", ContentHash = "", StoryId = number, Stage = ArticleStage.Grouped, FirstSeenAt = now, SortAt = now });
                    if (onTopic(number))
                    {
                        context.StoryTopics.Add(new StoryTopic { StoryId = number, TopicId = "nato" });
                    }
                }

                return Task.CompletedTask;
            },
            Token);

    private static Dictionary<string, string?> Days(string days) => new(StringComparer.Ordinal) { ["Retention:ArticleDays"] = days };

    private static Task StoreAsync(House house, string url, string title, string body, string? day = null) =>
        house.Get<ArticleStore>().StoreAsync(News.Article(title, body, url: url, day: day), sourceId: null, Token);

    private static Task<List<string?>> UrlsAsync(House house) =>
        house.Database.ReadAsync((context, token) => context.Articles.OrderBy(article => article.Id).Select(article => article.Url).ToListAsync(token), Token);
}
