using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>Stories that hold the words somebody wrote.</summary>
internal static class SearchView
{
    public static RenderedMessage Render(string query, IReadOnlyList<StoryCard> stories, int total, ChatScene scene)
    {
        var words = scene.Words;
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.SearchTitle, ("query", DisplayText.Truncate(query, 60)))).Line();
        if (stories.Count == 0)
        {
            return RenderedMessage.Of(text.Line().Text(words.Say(Phrase.SearchEmpty)).Build());
        }

        var buttons = new List<MessageButton>();
        foreach (var story in stories)
        {
            text.Line();
            StoryText.Head(text, story, buttons.Count + 1, words, scene.Card.TimeZone);
            StoryText.Quotes(text, story, 1, words, scene.Card.TimeZone);
            var number = (buttons.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            buttons.Add(new MessageButton(number, CallbackText.OpenStory(story.Id, story.Topics is [var topic, ..] ? topic : "")));
        }

        if (total > stories.Count)
        {
            text.Line().Italic(words.Say(Phrase.SearchMore)).Line();
        }

        return Layout.Message(text, buttons);
    }
}
