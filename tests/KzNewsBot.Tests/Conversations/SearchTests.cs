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

    [Theory]
    [InlineData("ru", "Ербулат Сейлеханов", "Сейлеханов")]
    [InlineData("kk", "Сириядағы", "Сирия")]
    [InlineData("en", "peacekeepers", "peacekeep")]
    public async Task A_story_is_quoted_with_the_sentence_that_holds_the_words(string language, string words, string stem)
    {
        var talk = await stage.MeetAsync(language);

        var found = await talk.AskAsync($"/search {words}");

        var quotes = found.Content.Entities.Where(entity => entity.IsQuote).Select(entity => found.Content.Text.Substring(entity.Offset, entity.Length)).ToList();
        quotes.ShouldContain(quote => quote.Contains(stem, StringComparison.Ordinal));
        talk.FoundNothing();
    }

    [Fact]
    public async Task Every_story_that_is_listed_has_its_sentence_and_opens()
    {
        var talk = await stage.MeetAsync();

        var found = await talk.AskAsync("Казахстан");

        var numbers = Conversation.Buttons(found).Count(data => data.StartsWith("1:story:", StringComparison.Ordinal));
        numbers.ShouldBeGreaterThan(5);
        var heads = found.Content.Text.Split('\n').Where(line => line.Length > 2 && char.IsAsciiDigit(line[0]) && line.Contains(". ", StringComparison.Ordinal)).ToList();
        heads.Count.ShouldBe(numbers);
        var starts = heads.ConvertAll(head => found.Content.Text.IndexOf($"\n{head}\n", StringComparison.Ordinal));
        foreach (var (start, end) in starts.Zip([.. starts.Skip(1), found.Content.Text.Length]))
        {
            found.Content.Entities.ShouldContain(entity => entity.IsQuote && entity.Offset > start && entity.Offset < end);
        }

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
