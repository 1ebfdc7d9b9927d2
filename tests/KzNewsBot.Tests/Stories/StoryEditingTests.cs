using KzNewsBot.Articles;
using KzNewsBot.Bot;
using KzNewsBot.Data;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Stories;

/// <summary>Stories that become one or part: by a later article, by a changed text, and by the operator, whose word stands.</summary>
public class StoryEditingTests
{
    private const string DrillTitle = "Учения миротворцев «Степной ветер» прошли в Алматы";
    private const string OtherDrillTitle = "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»";
    private const string TradeTitle = "ШОС утвердила программу борьбы с наркоторговлей";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_article_that_is_much_like_two_stories_makes_them_one(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (first, second) = await TwoStoriesOfOneDrillAsync(house);
        await ReleaseAsync(house);

        await StoreAsync(house, "azattyq.org", DrillTitle, News.OtherRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var stories = await StoriesAsync(house);
        stories[first].Count.ShouldBe(3, "the earlier story stays");
        stories.ShouldNotContainKey(second);
        var card = (await house.Get<StoryReader>().ReadAsync(second, Token)).ShouldNotBeNull("its number was sent to readers");
        card.Id.ShouldBe(first);
        card.Articles.Count.ShouldBe(3);
        card.Quotes.ShouldNotBeEmpty();
        (await house.Database.ReadAsync((context, token) => context.StoryTopics.AnyAsync(topic => topic.StoryId == second, token), Token)).ShouldBeFalse();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_number_of_a_story_that_goes_in_a_round_is_not_given_again(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (first, second) = await TwoStoriesOfOneDrillAsync(house);
        await ReleaseAsync(house);
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await context.Stories.Where(story => story.Id == second).ExecuteUpdateAsync(stories => stories.SetProperty(story => story.Sequence, 100), token);
                await StoryNumbers.KeepAsync(context, 100, token);
            },
            Token);

        await StoreAsync(house, "azattyq.org", DrillTitle, News.OtherRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        (await StoriesAsync(house)).ShouldNotContainKey(second);
        (await house.Database.ReadAsync((context, token) => context.Stories.Where(story => story.Id == first).Select(story => story.Sequence).SingleAsync(token), Token)).ShouldBe(101);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_old_stories_that_become_one_the_later_telling_is_not_lost(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (first, second) = await TwoStoriesOfOneDrillAsync(house);
        await ReleaseAsync(house);
        await house.Database.WriteAsync(
            WritePriority.Background, (context, token) => context.Stories.Where(story => story.Id == second).ExecuteUpdateAsync(stories => stories.SetProperty(story => story.Sequence, 100), token), Token);
        house.Clock.Advance(TimeSpan.FromDays(5));

        await StoreAsync(house, "zakon.kz", DrillTitle, News.OtherRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        (await StoriesAsync(house)).ShouldNotContainKey(second);
        (await house.Database.ReadAsync((context, token) => context.Stories.Where(story => story.Id == first).Select(story => story.Sequence).SingleAsync(token), Token)).ShouldBe(100);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_the_operator_has_parted_no_article_joins_again(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (first, second) = await TwoStoriesOfOneDrillAsync(house);

        await StoreAsync(house, "azattyq.org", DrillTitle, News.OtherRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var stories = await StoriesAsync(house);
        stories.Keys.ShouldBe([first, second], ignoreOrder: true);
        stories.Values.Sum(articles => articles.Count).ShouldBe(3);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Where_the_story_that_fits_best_has_gone_an_article_joins_the_next(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (first, second) = await TwoStoriesOfOneDrillAsync(house);
        await StoreAsync(house, "zakon.kz", TradeTitle, News.UnrelatedRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await context.Articles.Where(article => article.StoryId == second).ExecuteDeleteAsync(token);
                await house.Get<StoryRefresher>().RefreshOrRemoveAsync(context, second, token);
            },
            Token);

        await StoreAsync(house, "azattyq.org", OtherDrillTitle, News.OtherRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        (await StoryOfAsync(house, "azattyq.org")).ShouldBe(first);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_changed_text_about_something_else_leaves_its_story(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", DrillTitle, News.RussianBody);
        await StoreAsync(house, "vlast.kz", OtherDrillTitle, News.OtherRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await StoriesAsync(house)).ShouldHaveSingleItem().Value.Count.ShouldBe(2);

        await StoreAsync(house, "vlast.kz", TradeTitle, News.UnrelatedRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        (await StoriesAsync(house)).Values.Select(articles => articles.Count).ShouldBe([1, 1]);
        (await house.Get<StoryReader>().ReadTopicAsync("nato", Text.Language.Russian, 0, 5, Token)).Stories.ShouldHaveSingleItem().Articles.ShouldHaveSingleItem();

        // The last article of a story takes it away with it.
        await StoreAsync(house, "tass.ru", TradeTitle, News.UnrelatedRussianBody + " Документ вступает в силу с января.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await house.Get<StoryReader>().ReadTopicAsync("nato", Text.Language.Russian, 0, 5, Token)).Total.ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_operator_makes_two_stories_one_and_the_running_bot_goes_on_from_there(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", DrillTitle, News.RussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        await StoreAsync(house, "vlast.kz", TradeTitle, News.UnrelatedRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var (drill, trade) = (await StoryOfAsync(house, "tass.ru"), await StoryOfAsync(house, "vlast.kz"));
        var last = await house.Database.ReadAsync((context, token) => context.Stories.MaxAsync(story => story.Sequence, token), Token);

        (await house.Get<StoryEditor>().MergeAsync(from: trade, into: drill, Token)).ShouldBe(new StoryEdit.Done(drill, 2));

        var card = (await house.Get<StoryReader>().ReadAsync(drill, Token)).ShouldNotBeNull();
        card.Topics.Order(StringComparer.Ordinal).ShouldBe(["exercises", "nato", "peacekeeping", "sco"]);
        (await house.Get<StoryReader>().ReadAsync(trade, Token)).ShouldNotBeNull().Id.ShouldBe(drill);
        (await house.Database.ReadAsync((context, token) => context.Stories.MaxAsync(story => story.Sequence, token), Token)).ShouldBe(last, "no digest tells it anew");

        await StoreAsync(house, "azattyq.org", TradeTitle, News.UnrelatedRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await StoryOfAsync(house, "azattyq.org")).ShouldBe(drill);
        (await house.Get<StoryEditor>().MergeAsync(from: drill, into: drill, Token)).ShouldBe(new StoryEdit.NoStory(drill));
        (await house.Get<StoryEditor>().MergeAsync(from: 987_654, into: drill, Token)).ShouldBe(new StoryEdit.NoStory(987_654));
        (await house.Get<StoryEditor>().MergeAsync(from: drill, into: 987_654, Token)).ShouldBe(new StoryEdit.NoStory(987_654));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_number_of_a_story_that_was_merged_twice_leads_to_the_last_until_that_goes(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", DrillTitle, News.RussianBody);
        await StoreAsync(house, "vlast.kz", TradeTitle, News.UnrelatedRussianBody);
        await StoreAsync(house, "azattyq.org", "Казахстан избран в Совет Безопасности ООН", "Генеральная Ассамблея ООН избрала Казахстан непостоянным членом Совета Безопасности.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var (drill, trade, council) = (await StoryOfAsync(house, "tass.ru"), await StoryOfAsync(house, "vlast.kz"), await StoryOfAsync(house, "azattyq.org"));
        await house.Get<StoryEditor>().MergeAsync(from: drill, into: trade, Token);
        await house.Get<StoryEditor>().MergeAsync(from: trade, into: council, Token);

        (await house.Get<StoryReader>().ReadAsync(drill, Token)).ShouldNotBeNull().Id.ShouldBe(council);
        var address = new ChatAddress(1, 0);
        var scene = new ChatScene(address, ChatKind.Private, 1, house.Get<SubscriberBook>().Stranger(address), house.Get<PhraseBook>().In(Text.Language.Russian));
        var why = await house.Get<UpdateRouter>().CommandAsync(new CommandRequest(scene, "why", $"#{drill}"), Token);
        why.Messages.ShouldHaveSingleItem().Text.Text.ShouldContain("ООН (об этом)");
        await house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await context.Articles.ExecuteUpdateAsync(articles => articles.SetProperty(article => article.StoryId, (long?)null), token);
                await house.Get<StoryRefresher>().RefreshOrRemoveAsync(context, council, token);
            },
            Token);
        (await house.Get<StoryReader>().ReadAsync(drill, Token)).ShouldBeNull();
        (await house.Database.ReadAsync((context, token) => context.StoryMoves.CountAsync(token), Token)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_the_readers_of_a_topic_are_owed_outlives_merging_and_parting(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync(house, "tass.ru", DrillTitle, News.RussianBody);
        await StoreAsync(house, "vlast.kz", TradeTitle, News.UnrelatedRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var (drill, trade) = (await StoryOfAsync(house, "tass.ru"), await StoryOfAsync(house, "vlast.kz"));
        var told = await NumberAsync(drill, "nato");
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.StoryTopics.Where(topic => topic.StoryId == trade && topic.TopicId == "sco").ExecuteUpdateAsync(topics => topics.SetProperty(topic => topic.Sequence, 50), token),
            Token);

        (await house.Get<StoryEditor>().MergeAsync(from: trade, into: drill, Token)).ShouldBe(new StoryEdit.Done(drill, 2));
        (await NumberAsync(drill, "sco")).ShouldBe(50);
        (await NumberAsync(drill, "nato")).ShouldBeLessThan(50, $"of {told}");

        var article = await house.Database.ReadAsync((context, token) => context.Articles.Where(article => article.Url!.Contains("vlast")).Select(article => article.Id).SingleAsync(token), Token);
        var parted = (await house.Get<StoryEditor>().SplitAsync(drill, [article], Token)).ShouldBeOfType<StoryEdit.Done>();
        (await NumberAsync(parted.StoryId, "sco")).ShouldBe(50);
        (await house.Get<StoryReader>().ReadAsync(parted.StoryId, Token)).ShouldNotBeNull().Topics.ShouldBe(["sco"]);

        Task<long> NumberAsync(long story, string of) => house.Database.ReadAsync(
            (context, token) => context.StoryTopics.Where(topic => topic.StoryId == story && topic.TopicId == of).Select(topic => topic.Sequence).SingleAsync(token), Token);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_operator_parts_a_story_and_no_changed_text_undoes_it(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (first, second) = await TwoStoriesOfOneDrillAsync(house);
        var numbers = await house.Database.ReadAsync((context, token) => context.Stories.OrderBy(story => story.Id).Select(story => story.Sequence).ToListAsync(token), Token);
        numbers[1].ShouldBe(numbers[0], "no digest tells it anew");
        var article = (await StoriesAsync(house))[second].ShouldHaveSingleItem();

        await StoreAsync(house, "vlast.kz", OtherDrillTitle, News.OtherRussianBody + " Итоги подведут в декабре.");
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        (await StoryOfAsync(house, "vlast.kz")).ShouldBe(second);

        var editor = house.Get<StoryEditor>();
        (await editor.SplitAsync(second, [article], Token)).ShouldBe(new StoryEdit.AllArticles());
        (await editor.SplitAsync(first, [article], Token)).ShouldBe(new StoryEdit.NoArticle(article));
        (await editor.SplitAsync(987_654, [article], Token)).ShouldBe(new StoryEdit.NoStory(987_654));
    }

    /// <summary>Two reports of one drill, parted by the operator.</summary>
    private static async Task<(long First, long Second)> TwoStoriesOfOneDrillAsync(House house)
    {
        await StoreAsync(house, "tass.ru", DrillTitle, News.RussianBody);
        await StoreAsync(house, "vlast.kz", OtherDrillTitle, News.OtherRussianBody);
        await house.Get<NewsFlow>().RunToEndAsync(Token);
        var (story, articles) = (await StoriesAsync(house)).ShouldHaveSingleItem();
        var parted = (await house.Get<StoryEditor>().SplitAsync(story, [articles[^1]], Token)).ShouldBeOfType<StoryEdit.Done>();
        parted.Articles.ShouldBe(1);
        return (story, parted.StoryId);
    }

    /// <summary>As if two stories had never been joined, rather than parted by hand.</summary>
    private static Task ReleaseAsync(House house) => house.Database.WriteAsync(
        WritePriority.Background,
        (context, token) => context.Articles.ExecuteUpdateAsync(articles => articles.SetProperty(article => article.Pinned, false), token),
        Token);

    private static Task<Dictionary<long, List<long>>> StoriesAsync(House house) => house.Database.ReadAsync(
        async (context, token) => (await context.Articles.OrderBy(article => article.Id).Select(article => new { article.Id, article.StoryId }).ToListAsync(token))
            .GroupBy(article => article.StoryId!.Value).ToDictionary(group => group.Key, group => group.Select(article => article.Id).ToList()),
        Token);

    private static Task<long> StoryOfAsync(House house, string host) => house.Database.ReadAsync(
        (context, token) => context.Articles.Where(article => article.Url == $"https://{host}/1").Select(article => article.StoryId!.Value).SingleAsync(token), Token);

    private static Task StoreAsync(House house, string host, string title, string body) =>
        house.Get<ArticleStore>().StoreAsync(
            News.Article(title, body, url: $"https://{host}/1", day: "2026-11-21", instant: "2026-11-21T10:00:00+05:00"), sourceId: null, Token);
}
