using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Conversations;

public class SearchTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("/search миротворческих")]
    [InlineData("Рютте")]
    [InlineData("посол РЮТТЕ")]
    [InlineData("бітімгерлер")]
    public async Task Words_are_looked_for_in_the_archive(string words)
    {
        var talk = await stage.MeetAsync();

        var found = await talk.AskAsync(words);

        found.Content.Entities.ShouldContain(entity => entity.Type == "blockquote" || entity.Type == "expandable_blockquote");
        talk.FoundNothing();
    }

    [Fact]
    public async Task Beyond_the_closest_stories_others_are_named_by_their_headlines_and_open_too()
    {
        var talk = await stage.MeetAsync();

        var found = await talk.AskAsync("Казахстан");

        var numbers = Conversation.Buttons(found).Count(data => data.StartsWith("1:story:", StringComparison.Ordinal));
        numbers.ShouldBeGreaterThan(5);
        found.Content.Entities.Count(entity => entity.IsQuote).ShouldBe(3);
        found.Content.Text.Split('\n').Count(line => line.Length > 2 && char.IsAsciiDigit(line[0]) && line.Contains(". ", StringComparison.Ordinal)).ShouldBe(numbers);
        (await talk.AskAsync("5")).Content.Text.ShouldContain("Кто сообщает");
        talk.FoundNothing();
    }

    [Fact]
    public async Task A_story_found_by_words_opens_and_leads_on_to_its_topic()
    {
        var talk = await stage.MeetAsync();

        var found = await talk.AskAsync("Рютте");
        talk.Telegram.PressButton(talk.ChatId, found.Id, Conversation.Buttons(found)[0]);
        var story = await talk.Conversation.NextAsync(talk.ChatId, found.Id, message => message.Content.Text.Contains("Кто сообщает", StringComparison.Ordinal));
        await talk.PressAsync(story, Conversation.Buttons(story)[0], "сюжеты");

        // What else was found is still there to be opened.
        talk.BotMessages().Single(message => message.Id == found.Id).Content.Text.ShouldBe(found.Content.Text);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("/search", "Напишите, что искать")]
    [InlineData("/search абракадабрища", "не нашлось")]
    [InlineData("абракадабрища", "/help")]
    [InlineData("/abracadabra", "/help")]
    [InlineData("/", "/help")]
    public async Task What_nobody_can_find_gets_a_hint(string written, string hint)
    {
        var talk = await stage.MeetAsync();

        (await talk.AskAsync(written)).Content.Text.ShouldContain(hint);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("ru", "Сводка · ")]
    [InlineData("en", "Digest · ")]
    public async Task The_digest_comes_at_once_on_request(string language, string title)
    {
        var talk = await stage.MeetAsync(language);

        (await talk.AskAsync("/digest nato")).Content.Text.ShouldStartWith(title);
        talk.FoundNothing();
    }
}
