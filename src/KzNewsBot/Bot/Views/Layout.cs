using KzNewsBot.Localization;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

internal static class Layout
{
    public static RenderedMessage Message(StyledTextBuilder text, params IReadOnlyList<MessageButton>[] rows) =>
        new(text.Build(), [.. rows.Where(row => row.Count > 0)]);

    public static MessageButton Button(this Words words, Phrase label, string data) => new(words.Say(label), data);

    /// <summary>The catalogue as buttons, three a row, that open each topic in a new message.</summary>
    public static IReadOnlyList<IReadOnlyList<MessageButton>> TopicButtons(TopicCatalogue catalogue, Words words) =>
        [.. catalogue.Topics.Select(topic => new MessageButton(topic.Name(words.Language), CallbackText.OpenTopic(topic.Id))).Chunk(3)];
}
