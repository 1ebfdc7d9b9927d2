using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Stories;

/// <summary>The gate: no sentence leaves that does not stand word for word in its article.</summary>
public class VerbatimTests(StarterHouses houses) : IClassFixture<StarterHouses>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Every_quote_of_every_story_stands_in_its_article(string provider)
    {
        var house = await houses.OpenAsync(provider);
        await house.Get<ArticleStore>().StoreAsync(News.Article("Учения миротворцев прошли в Алматы", url: "https://tass.ru/verbatim"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var bodies = await house.Database.ReadAsync((context, token) => context.Articles.ToDictionaryAsync(article => article.Id, article => article.Body, token), Token);

        // Stories with articles: other tests of this class have moved an article out of the only story it was in.
        var ids = await house.Database.ReadAsync((context, token) => context.Articles.Where(article => article.StoryId != null).Select(article => article.StoryId!.Value).Distinct().ToListAsync(token), Token);
        var stories = await house.Get<StoryReader>().ReadAsync(ids, Token);
        stories.Count.ShouldBe(ids.Count);
        stories.Sum(story => story.Quotes.Count).ShouldBeGreaterThan(20);
        foreach (var quote in stories.SelectMany(story => story.Quotes))
        {
            bodies[quote.Article.Id].ShouldContain(quote.Text, Case.Sensitive);
        }

        stories.ShouldAllBe(story => story.Quotes.Count < StoryRefresher.MaxQuotes + story.Articles.Select(article => article.Language).Distinct().Count());
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_text_changed_behind_our_back_is_not_quoted_any_more(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var before = await StoreStoryAsync(house, "tampered");
        var quote = before.Quotes[0];
        await TamperAsync(house, quote.Article.Id, body => body.Replace(quote.Text, string.Concat("Х", quote.Text.AsSpan(1)), StringComparison.Ordinal));

        var after = (await house.Get<StoryReader>().ReadAsync(before.Id, Token)).ShouldNotBeNull();
        after.Quotes.Select(line => line.Text).ShouldBe(before.Quotes.Skip(1).Select(line => line.Text));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_text_cut_short_is_quoted_no_further_than_it_reaches(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var before = await StoreStoryAsync(house, "cut");
        await TamperAsync(house, before.Lead.Id, _ => "Остался только этот конец.");
        (await house.Get<StoryReader>().ReadAsync(before.Id, Token)).ShouldNotBeNull().Quotes.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_revised_article_is_quoted_from_its_new_text_alone(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var before = await StoreStoryAsync(house, "revised");
        await house.Get<ArticleStore>().StoreAsync(News.Article("Заголовок revised", News.OtherRussianBody, url: "https://tass.ru/revised"), null, Token);
        (await house.Get<StoryReader>().ReadAsync(before.Id, Token)).ShouldNotBeNull().Quotes
            .ShouldAllBe(quote => News.OtherRussianBody.Contains(quote.Text), "between the revision and the refresh");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var after = (await house.Get<StoryReader>().ReadAsync(before.Id, Token)).ShouldNotBeNull();
        after.Quotes.ShouldNotBeEmpty();
        after.Quotes.ShouldAllBe(quote => News.OtherRussianBody.Contains(quote.Text));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Stories_come_in_the_order_asked_and_those_that_are_gone_are_left_out(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var ids = await house.Database.ReadAsync((context, token) => context.Stories.OrderBy(story => story.Id).Select(story => story.Id).Take(3).ToListAsync(token), Token);
        var read = await house.Get<StoryReader>().ReadAsync([ids[2], 987_654_321, ids[0]], Token);
        read.Select(story => story.Id).ShouldBe([ids[2], ids[0]]);
        (await house.Get<StoryReader>().ReadAsync(987_654_321, Token)).ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_topics_pages_hold_every_story_once(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var reader = house.Get<StoryReader>();
        var total = (await reader.ReadTopicAsync("odkb", Language.Russian, 0, 1, Token)).Total;
        var seen = new List<long>();
        for (var offset = 0; offset < total; offset += 3)
        {
            seen.AddRange((await reader.ReadTopicAsync("odkb", Language.Russian, offset, 3, Token)).Stories.Select(story => story.Id));
        }

        seen.Count.ShouldBe(total);
        seen.Distinct().Count().ShouldBe(total);
    }

    private static async Task<StoryCard> StoreStoryAsync(House house, string name)
    {
        await house.Get<ArticleStore>().StoreAsync(
            News.Article($"Заголовок {name}", News.RussianBody.Replace("Степной ветер", name, StringComparison.Ordinal), url: $"https://tass.ru/{name}"), null, Token);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var id = await house.Database.ReadAsync((context, token) => context.Articles.Where(article => article.Url == $"https://tass.ru/{name}").Select(article => article.StoryId).SingleAsync(token), Token);

        // Alone in its story, so that the test knows where each quote stands.
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var article = await context.Articles.SingleAsync(candidate => candidate.Url == $"https://tass.ru/{name}", token);
                var story = new Story { LastAt = article.SortAt };
                context.Stories.Add(story);
                await context.SaveChangesAsync(token);
                article.StoryId = story.Id;
                await context.SaveChangesAsync(token);
                await house.Get<StoryRefresher>().RefreshAsync(context, story.Id, token);
                id = story.Id;
            },
            Token);
        var card = (await house.Get<StoryReader>().ReadAsync(id.ShouldNotBeNull(), Token)).ShouldNotBeNull();
        card.Quotes.Count.ShouldBeGreaterThan(1);
        return card;
    }

    private static Task TamperAsync(House house, long articleId, Func<string, string> change) =>
        house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var article = await context.Articles.SingleAsync(candidate => candidate.Id == articleId, token);
                article.Body = change(article.Body);
            },
            Token);
}
