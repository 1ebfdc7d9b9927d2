using System.Globalization;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>Stories that hold the words somebody wrote, each with a sentence in which they stand.</summary>
internal static class SearchView
{
    private const int NumbersInRow = 5;

    /// <param name="stories">Closest first.</param>
    /// <param name="total">How many were found.</param>
    /// <returns>With the stories that it has room for.</returns>
    public static BotReply Render(string query, IReadOnlyList<StoryCard> stories, int total, ChatScene scene)
    {
        // What has no room is left to closer words.
        var shown = stories;
        var text = Write(query, shown, total, scene);
        while (text.Length > MessageSplitter.TelegramLimit && shown.Count > 1)
        {
            shown = [.. shown.SkipLast(1)];
            text = Write(query, shown, total, scene);
        }

        var buttons = shown.Select((story, place) => new MessageButton(
            (place + 1).ToString(CultureInfo.InvariantCulture),
            CallbackText.OpenStory(story.Id, story.Topics is [var topic, ..] ? topic : "")));
        return BotReply.Say(Layout.Message(text, [.. buttons.Chunk(NumbersInRow)])) with { Told = shown };
    }

    private static StyledTextBuilder Write(string query, IReadOnlyList<StoryCard> stories, int total, ChatScene scene)
    {
        var words = scene.Words;
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.SearchTitle, ("query", DisplayText.Truncate(query, 60)))).Line();
        if (stories.Count == 0)
        {
            return text.Line().Text(words.Say(Phrase.SearchEmpty));
        }

        foreach (var (place, story) in stories.Index())
        {
            text.Line();
            StoryText.Head(text, story, place + 1, words, scene.Card.TimeZone);

            // A denial stands first: what is denied is not left to speak alone, nor does it hide what was looked for.
            StoryText.Quotes(text, story, story.IsDenied ? 2 : 1, words, scene.Card.TimeZone);
        }

        return total > stories.Count ? text.Line().Italic(words.Say(Phrase.SearchMore)).Line() : text;
    }
}
