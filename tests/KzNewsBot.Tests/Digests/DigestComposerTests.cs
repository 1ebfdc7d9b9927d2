using System.Globalization;
using System.Text.RegularExpressions;
using KzNewsBot.Articles;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Articles;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Tests.Digests;

public partial class DigestComposerTests(StarterHouses houses) : IClassFixture<StarterHouses>
{
    private static readonly StoryWindow Everything = new StoryWindow.Published(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Topics_stand_in_the_readers_order_however_they_were_asked_for(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var digest = await ComposeAsync(house, Everything, ["cica", "odkb", "nato"], most: 100);
        var names = house.Get<TopicCatalogue>().Topics.Select(topic => topic.Name(Language.Russian)).ToList();
        var heads = digest.Messages.SelectMany(message => message.Text.Spans.Where(span => span.Style == TextStyle.Bold).Select(span => message.Text.Text.Substring(span.Offset, span.Length)))
            .Where(names.Contains).ToList();
        heads.ShouldBe(["НАТО", "ОДКБ", "СВМДА"]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_story_of_several_topics_is_told_once(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var digest = await ComposeAsync(house, Everything, [.. house.Get<TopicCatalogue>().Topics.Select(topic => topic.Id)], most: 100);
        var heads = Heads(digest);
        heads.Count.ShouldBe(digest.Stories.Count);
        heads.Select(head => head.Number).ShouldBe(Enumerable.Range(1, heads.Count));
        heads.Select(head => head.Title).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_did_not_fit_is_counted(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var all = await ComposeAsync(house, Everything, ["nato", "odkb", "un"], most: 100);
        var few = await ComposeAsync(house, Everything, ["nato", "odkb", "un"], most: 2);
        few.Stories.Count.ShouldBe(2);
        all.Stories.Count.ShouldBeGreaterThan(4);
        TextOf(few).ShouldContain(house.Get<PhraseBook>().In(Language.Russian).Count(Phrase.DigestLeftOut, all.Stories.Count - 2));
        TextOf(all).ShouldNotContain("Не вошл");
        Heads(few).Select(head => head.Title).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Each_topic_has_its_say_before_any_has_a_second(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var few = await ComposeAsync(house, Everything, ["nato", "odkb", "cica"], most: 3);
        foreach (var topic in new[] { "НАТО", "ОДКБ", "СВМДА" })
        {
            TextOf(few).ShouldContain($"\n{topic}\n");
        }
    }

    [Fact]
    public async Task A_number_under_the_digest_opens_the_story_that_bears_it()
    {
        var house = await houses.OpenAsync("Sqlite");
        var digest = await ComposeAsync(house, Everything, ["cica", "odkb", "nato"], most: 8);
        var numbers = digest.Messages[^1].Keyboard.SelectMany(row => row).Where(button => button.CallbackData!.StartsWith("1:story:", StringComparison.Ordinal)).ToList();
        numbers.Select(button => button.Label).ShouldBe(["1", "2", "3", "4", "5", "6", "7", "8"]);
        foreach (var button in numbers)
        {
            var story = digest.Stories.Single(card => button.CallbackData == CallbackText.OpenStory(card.Id, button.CallbackData!.Split(':')[3]));
            TextOf(digest).ShouldContain($"\n{button.Label}. {story.LeadIn(Language.Russian).Title}\n");
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_first_digest_tells_three_of_each_topic(string provider)
    {
        var house = await houses.OpenAsync(provider);
        (await ComposeAsync(house, Everything, ["odkb"], most: 100)).Stories.Count.ShouldBeGreaterThan(3);
        (await ComposeAsync(house, new StoryWindow.Latest(), ["odkb"], most: 100)).Stories.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("Sqlite", "ru", "Сводка · 22 ноября 2026", "новых сообщений по вашим темам не было")]
    [InlineData("Sqlite", "kk", "Шолу · 2026 жылғы 22 қараша", "жаңа хабар болған жоқ")]
    [InlineData("Postgres", "en", "Digest · 22 November 2026", "no new reports on your topics")]
    public async Task A_day_without_news_is_said_to_be_one_in_the_readers_language(string provider, string language, string title, string sentence)
    {
        var house = await houses.OpenAsync(provider);
        var latest = await house.Get<DigestWindows>().LatestAsync(Token);
        var digest = await ComposeAsync(house, new StoryWindow.News(latest, latest), ["nato"], language: LanguageCodes.Parse(language));
        digest.Stories.Count.ShouldBe(0);
        TextOf(digest).ShouldStartWith(title);
        TextOf(digest).ShouldContain(sentence);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_window_of_news_is_open_at_its_start_and_closed_at_its_end(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var latest = await house.Get<DigestWindows>().LatestAsync(Token);
        string[] topics = [.. house.Get<TopicCatalogue>().Topics.Select(topic => topic.Id)];
        var all = await ComposeAsync(house, new StoryWindow.News(0, latest), topics, most: 100);
        var older = await ComposeAsync(house, new StoryWindow.News(0, latest / 2), topics, most: 100);
        var newer = await ComposeAsync(house, new StoryWindow.News(latest / 2, latest), topics, most: 100);
        (older.Stories.Count + newer.Stories.Count).ShouldBe(all.Stories.Count);
        Heads(older).Select(head => head.Title).Intersect(Heads(newer).Select(head => head.Title), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_a_late_digest_says_so()
    {
        var house = await houses.OpenAsync("Sqlite");
        TextOf(await ComposeAsync(house, Everything, ["nato"], late: true)).ShouldContain("с опозданием");
        TextOf(await ComposeAsync(house, Everything, ["nato"], late: false)).ShouldNotContain("с опозданием");
    }

    [Fact]
    public async Task A_long_digest_is_split_and_its_buttons_stand_under_the_end()
    {
        var house = await houses.OpenAsync("Sqlite");
        var digest = await ComposeAsync(house, Everything, [.. house.Get<TopicCatalogue>().Topics.Select(topic => topic.Id)], most: 100);
        digest.Messages.Count.ShouldBeGreaterThan(1);
        digest.Messages.ShouldAllBe(message => message.Text.Text.Length <= 4096 && message.Text.Spans.Count <= 100);
        digest.Messages.Count(message => message.Keyboard.Count > 0).ShouldBe(1);
        digest.Messages[^1].Keyboard[^1].ShouldHaveSingleItem().CallbackData.ShouldBe("1:set:new");
    }

    [Fact]
    public async Task No_part_of_a_digest_ends_with_the_name_of_a_topic()
    {
        var house = await houses.OpenAsync("Sqlite");
        var topics = house.Get<TopicCatalogue>().Topics;
        var names = topics.Select(topic => topic.Name(Language.Russian)).ToHashSet(StringComparer.Ordinal);
        var digest = await ComposeAsync(house, Everything, [.. topics.Select(topic => topic.Id)], most: 100);
        digest.Messages.Count.ShouldBeGreaterThan(1);
        digest.Messages.Select(message => message.Text.Text.Split('\n')[^1]).ShouldAllBe(line => !names.Contains(line));
        HeadLine().Matches(TextOf(digest)).Select(head => TextOf(digest)[..head.Index].Split('\n')[^2]).Count(names.Contains).ShouldBeGreaterThan(1, "a name stands on the line before its story");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task With_every_outlet_silent_it_does_not_say_that_there_is_no_news(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        (await ComposeTextAsync(house)).ShouldContain("There have been no new reports", Case.Sensitive, "nobody was asked: this bot does not collect");

        await house.Database.WriteAsync(
            KzNewsBot.Data.WritePriority.Background,
            (context, token) => context.RoadStates.ExecuteUpdateAsync(states => states.SetProperty(state => state.PolledAt, house.Clock.GetUtcNow()), token),
            Token);

        // After days without a poll nobody knows more.
        house.Clock.Advance(TimeSpan.FromDays(3));
        var text = await ComposeTextAsync(house);
        text.ShouldContain("sources answered in the last day: whether there is news, the bot does not know.");
        text.ShouldNotContain("no new reports");

        static async Task<string> ComposeTextAsync(House house) => TextOf(await ComposeAsync(house, new StoryWindow.News(1_000_000, 1_000_001), ["nato"], language: Language.English));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task With_nobody_asked_any_more_it_misses_nobody(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await PollAsync();
        house.Clock.Advance(TimeSpan.FromDays(3));
        await house.Get<PollingNote>().WriteAsync(polls: false, Token);
        var text = await ComposeTextAsync();
        text.ShouldContain("There have been no new reports");
        text.ShouldNotContain("sources");

        // Another process polls all the same, and hears nobody.
        house.Clock.Advance(TimeSpan.FromHours(1));
        await PollAsync();
        (await ComposeTextAsync()).ShouldContain("sources answered in the last day: whether there is news, the bot does not know.");

        Task PollAsync() => house.Database.WriteAsync(
            KzNewsBot.Data.WritePriority.Background,
            (context, token) => context.RoadStates.ExecuteUpdateAsync(states => states.SetProperty(state => state.PolledAt, house.Clock.GetUtcNow()), token),
            Token);

        async Task<string> ComposeTextAsync() => TextOf(await ComposeAsync(house, new StoryWindow.News(1_000_000, 1_000_001), ["nato"], language: Language.English));
    }

    [Fact]
    public async Task A_day_of_the_past_is_printed_without_who_answers_now()
    {
        await using var house = await House.OpenAsync("Sqlite");
        await house.Database.WriteAsync(
            KzNewsBot.Data.WritePriority.Background,
            (context, token) => context.RoadStates.ExecuteUpdateAsync(states => states.SetProperty(state => state.PolledAt, house.Clock.GetUtcNow()), token),
            Token);
        var now = house.Clock.GetUtcNow();

        (await ComposeTextAsync(now.AddDays(-2), now)).ShouldNotContain("sources");
        (await ComposeTextAsync(now.AddDays(-1), now.AddHours(1))).ShouldContain("sources answered in the last day");

        async Task<string> ComposeTextAsync(DateTimeOffset from, DateTimeOffset to) => TextOf(await ComposeAsync(house, new StoryWindow.Published(from, to), ["nato"], language: Language.English));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_day_of_the_past_has_the_stories_that_went_on_later(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await StoreAsync("https://tengrinews.kz/1", "Учения миротворцев «Степной ветер» прошли в Алматы", News.RussianBody, "2026-11-20T10:00:00+05:00");
        await StoreAsync("https://tass.ru/1", "Миротворцы Казахстана и НАТО завершили учения «Степной ветер»", News.OtherRussianBody, "2026-11-21T09:00:00+05:00");
        await house.Get<NewsFlow>().RunToEndAsync(Token);

        var first = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.FromHours(5));
        (await ComposeTextAsync(first)).ShouldContain("Степной ветер");
        (await ComposeTextAsync(first.AddDays(1))).ShouldContain("Степной ветер");
        (await ComposeTextAsync(first.AddDays(-1))).ShouldNotContain("Степной ветер");

        async Task<string> ComposeTextAsync(DateTimeOffset from) => TextOf(await ComposeAsync(house, new StoryWindow.Published(from.ToUniversalTime(), from.AddDays(1).ToUniversalTime()), ["nato"]));

        Task StoreAsync(string url, string title, string body, string instant) =>
            house.Get<ArticleStore>().StoreAsync(News.Article(title, body, url: url, day: instant[..10], instant: instant), sourceId: null, Token);
    }

    [Fact]
    public async Task An_edition_survives_its_keeping()
    {
        var house = await houses.OpenAsync("Sqlite");
        var digest = await ComposeAsync(house, Everything, ["nato", "odkb"]);
        var kept = KzNewsBot.Delivery.EditionJson.Read(KzNewsBot.Delivery.EditionJson.Write(digest.Messages));
        kept.Select(message => message.Text.Text).ShouldBe(digest.Messages.Select(message => message.Text.Text));
        kept.SelectMany(message => message.Text.Spans).ShouldBe(digest.Messages.SelectMany(message => message.Text.Spans));
        kept.SelectMany(message => message.Keyboard.SelectMany(row => row)).ShouldBe(digest.Messages.SelectMany(message => message.Keyboard.SelectMany(row => row)));
    }

    internal static Task<ComposedDigest> ComposeAsync(House house, StoryWindow window, IReadOnlyList<string> topics, int most = 6, Language language = Language.Russian, bool late = false)
    {
        var options = Options.Create(new DigestOptions { MaxStories = most });
        var chooser = new DigestChooser(house.Database, house.Get<StoryReader>(), options, house.Clock);
        var composer = new DigestComposer(chooser, house.Get<StoryReader>(), house.Get<SpikeReader>(), house.Get<SourceHealth>(), house.Get<TopicCatalogue>(), house.Get<PhraseBook>(), options, house.Clock);
        return composer.ComposeAsync(new DigestRequest(topics, new DateOnly(2026, 11, 22), window, language, "Asia/Almaty", late), Token);
    }

    internal static string TextOf(ComposedDigest digest) => string.Join('\n', digest.Messages.Select(message => message.Text.Text));

    private static List<(int Number, string Title)> Heads(ComposedDigest digest) =>
        [.. HeadLine().Matches(TextOf(digest)).Select(match => (int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["title"].Value))];

    [GeneratedRegex(@"^(?<number>[0-9]{1,2})\. (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HeadLine();
}
