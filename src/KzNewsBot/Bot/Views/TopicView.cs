using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>A page of a topic: three stories, each with its quotations.</summary>
internal static class TopicView
{
    public const int PageSize = 3;

    /// <summary>Quotations a story, fewer when the page would outgrow a message.</summary>
    private const int MostQuotes = 3;

    /// <param name="spike">Null when the topic is told as often as usual.</param>
    public static RenderedMessage Render(TopicDefinition topic, StoryPage page, Spike? spike, ChatScene scene)
    {
        var words = scene.Words;
        if (page.Stories.Count == 0)
        {
            var empty = new StyledTextBuilder().Bold(topic.Name(words.Language)).Line().Line().Text(words.Say(Phrase.TopicEmpty));
            return Layout.Message(empty, [SubscribeButton(topic, page, scene)], [words.Button(Phrase.ButtonTopics, CallbackText.Topics)]);
        }

        var quotes = MostQuotes;
        var text = Write(topic, page, spike, scene, quotes);
        while (text.Length > MessageSplitter.TelegramLimit && quotes > 0)
        {
            text = Write(topic, page, spike, scene, --quotes);
        }

        return Layout.Message(text, StoryButtons(page), PagingButtons(page, words), [SubscribeButton(topic, page, scene)], [ChronologyButton(topic, words), words.Button(Phrase.ButtonTopics, CallbackText.Topics)]);
    }

    private static StyledTextBuilder Write(TopicDefinition topic, StoryPage page, Spike? spike, ChatScene scene, int quotes)
    {
        var words = scene.Words;
        var text = new StyledTextBuilder()
            .Bold(words.Say(Phrase.TopicHeading, ("topic", topic.Name(words.Language))))
            .Line()
            .Italic(words.Say(
                Phrase.PageOf,
                ("first", (page.Offset + 1).ToString(words.Culture)),
                ("last", (page.Offset + page.Stories.Count).ToString(words.Culture)),
                ("total", page.Total.ToString(words.Culture))))
            .Line();
        if (spike is not null)
        {
            text.Text(StoryText.SpikeOf(spike, words)).Line();
        }

        var number = page.Offset;
        foreach (var story in page.Stories)
        {
            text.Line();
            StoryText.Head(text, story, ++number, words, scene.Card.TimeZone);
            StoryText.Quotes(text, story, quotes, words, scene.Card.TimeZone);
        }

        return text;
    }

    private static List<MessageButton> StoryButtons(StoryPage page) =>
        [.. page.Stories.Select((story, place) => new MessageButton(
            (page.Offset + place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            CallbackText.Story(story.Id, page.TopicId, page.Offset)))];

    private static List<MessageButton> PagingButtons(StoryPage page, Words words)
    {
        var buttons = new List<MessageButton>();
        if (page.Offset > 0)
        {
            buttons.Add(words.Button(Phrase.ButtonNewer, CallbackText.TopicPage(page.TopicId, Math.Max(0, page.Offset - PageSize))));
        }

        if (page.Offset + page.Stories.Count < page.Total)
        {
            buttons.Add(words.Button(Phrase.ButtonOlder, CallbackText.TopicPage(page.TopicId, page.Offset + PageSize)));
        }

        return buttons;
    }

    /// <summary>Opens it at these days: what is near is asked for first, and targets for 2060 last.</summary>
    private static MessageButton ChronologyButton(TopicDefinition topic, Words words) =>
        words.Button(Phrase.ButtonChronology, CallbackText.Timeline(topic.Id, TimelineView.EarliestYear, TimelineView.LatestYear, TimelineReader.Near));

    private static MessageButton SubscribeButton(TopicDefinition topic, StoryPage page, ChatScene scene) =>
        scene.Card.Topics.Contains(topic.Id, StringComparer.Ordinal)
            ? scene.Words.Button(Phrase.ButtonUnsubscribe, CallbackText.Unsubscribe(topic.Id, page.Offset))
            : scene.Words.Button(Phrase.ButtonSubscribe, CallbackText.Subscribe(topic.Id, page.Offset));
}
