using System.Globalization;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>A story that holds the words somebody wrote.</summary>
/// <param name="Sentence">In which they stand; null where they stand in none that may be quoted.</param>
internal sealed record FoundStory(StoryCard Story, QuoteLine? Sentence)
{
    /// <summary>As the list shows it.</summary>
    public StoryCard Shown => Sentence is null ? Story : Story with { Quotes = [Sentence] };

    /// <summary>As it counts as told: with all that it would show opened.</summary>
    public StoryCard Told => Sentence is null || Story.Quotes.Any(quote => quote.Article.Id == Sentence.Article.Id) ? Story : Story with { Quotes = [.. Story.Quotes, Sentence] };
}

/// <summary>Stories that hold the words somebody wrote, each with a sentence in which they stand.</summary>
internal static class SearchView
{
    private const int NumbersInRow = 5;

    /// <param name="stories">Closest first.</param>
    /// <param name="total">How many were found.</param>
    /// <returns>With the stories that it has room for.</returns>
    public static BotReply Render(string query, IReadOnlyList<FoundStory> stories, int total, ChatScene scene)
    {
        // What has no room is left to closer words.
        var shown = stories;
        var text = Write(query, shown, total, scene);
        while (text.Length > MessageSplitter.TelegramLimit && shown.Count > 1)
        {
            shown = [.. shown.SkipLast(1)];
            text = Write(query, shown, total, scene);
        }

        var buttons = shown.Select((found, place) => new MessageButton(
            (place + 1).ToString(CultureInfo.InvariantCulture),
            CallbackText.OpenStory(found.Story.Id, found.Story.Topics is [var topic, ..] ? topic : "")));
        return BotReply.Say(Layout.Message(text, [.. buttons.Chunk(NumbersInRow)])) with { Told = [.. shown.Select(found => found.Told)] };
    }

    private static StyledTextBuilder Write(string query, IReadOnlyList<FoundStory> stories, int total, ChatScene scene)
    {
        var words = scene.Words;
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.SearchTitle, ("query", DisplayText.Truncate(query, 60)))).Line();
        if (stories.Count == 0)
        {
            return text.Line().Text(words.Say(Phrase.SearchEmpty));
        }

        foreach (var (place, story) in stories.Select(found => found.Shown).Index())
        {
            text.Line();
            StoryText.Head(text, story, place + 1, words, scene.Card.TimeZone);

            // A denial stands first: what is denied is not left to speak alone, nor does it hide what was looked for.
            StoryText.Quotes(text, story, story.IsDenied ? 2 : 1, words, scene.Card.TimeZone);
        }

        return total > stories.Count ? text.Line().Italic(words.Say(Phrase.SearchMore)).Line() : text;
    }
}
