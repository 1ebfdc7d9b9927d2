using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/subscribe" shows the choice; "/subscribe nato odkb 08:30" subscribes at once.</summary>
internal sealed class SubscribeCommand(SubscriberBook subscribers, TopicCatalogue catalogue, SettingsView view) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["subscribe"];

    public bool ChangesSettings(CommandRequest request) => request.Arguments.Length > 0;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        if (request.Arguments.Length == 0)
        {
            return BotReply.Say(view.Topics(scene.Card, scene.Words));
        }

        var order = SubscriptionOrder.Parse(request.Arguments, catalogue);
        if (order.Unknown is { } unknown)
        {
            return BotReply.Say(RenderedMessage.Of(new StyledTextBuilder()
                .Text(scene.Words.Say(Phrase.SubscribeUnknown, ("word", DisplayText.Truncate(unknown, 40)), ("topics", CommandsOf(catalogue)))).Build()));
        }

        var card = scene.Card;
        if (order.Minute is { } minute)
        {
            card = await subscribers.SetMinuteAsync(scene.Address, minute, cancellationToken);
        }

        if (order.Topics.Count > 0)
        {
            card = await subscribers.SubscribeAsync(scene.Address, order.Topics, scene.Words.Language, cancellationToken);
        }

        return BotReply.Say(view.Topics(card, scene.Words));
    }

    internal static string CommandsOf(TopicCatalogue catalogue) => string.Join(", ", catalogue.Topics.Select(topic => topic.Command));
}

/// <summary>What somebody wrote behind /subscribe or /unsubscribe.</summary>
/// <param name="Minute">Minute of the day, if a time was named.</param>
/// <param name="Unknown">The first word that is neither topic nor time.</param>
internal sealed record SubscriptionOrder(IReadOnlyList<string> Topics, int? Minute, string? Unknown)
{
    public static SubscriptionOrder Parse(string arguments, TopicCatalogue catalogue)
    {
        var topics = new List<string>();
        int? minute = null;
        foreach (var word in arguments.Split([' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (catalogue.Find(word.TrimStart('/')) is { } topic)
            {
                topics.Add(topic.Id);
            }
            else if (TimeText.Parse(word) is { } time)
            {
                minute = time;
            }
            else
            {
                return new SubscriptionOrder(topics, minute, word);
            }
        }

        return new SubscriptionOrder([.. topics.Distinct(StringComparer.Ordinal)], minute, null);
    }
}
