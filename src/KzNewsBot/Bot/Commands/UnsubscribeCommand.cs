using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/unsubscribe" ends the digest; "/unsubscribe nato" ends one topic.</summary>
internal sealed class UnsubscribeCommand(SubscriberBook subscribers, TopicCatalogue catalogue, SettingsView view) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["unsubscribe", "stop"];

    public bool ChangesSettings(CommandRequest request) => true;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        var order = SubscriptionOrder.Parse(request.Arguments, catalogue);
        if (order.Unknown is not null || (order.Topics.Count == 0 && request.Arguments.Length > 0))
        {
            // An hour, too: whoever means to be served no longer at eight does not end everything.
            return SubscribeCommand.TopicUnknown(order.Unknown ?? request.Arguments, "/unsubscribe nato", catalogue, scene);
        }

        if (order.Topics.Count > 0)
        {
            return BotReply.Say(view.Topics(await subscribers.UnsubscribeAsync(scene.Address, order.Topics, cancellationToken), scene.Words));
        }

        // Beside the topics that there are it may follow one that the catalogue has lost.
        if (scene.Card.Id > 0)
        {
            await subscribers.UnsubscribeAsync(scene.Address, scene.Card.Topics, cancellationToken);
        }

        return BotReply.Say(RenderedMessage.Of(new StyledTextBuilder().Text(scene.Words.Say(scene.Card.Topics.Count > 0 ? Phrase.Unsubscribed : Phrase.NotSubscribed)).Build()));
    }
}
