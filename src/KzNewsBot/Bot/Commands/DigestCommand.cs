using KzNewsBot.Digests;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Bot.Commands;

/// <summary>
/// The digest now, on the reader's own request. It reaches back to where the last but one digest ended, and shows one whose
/// delivery stayed in doubt as it was sent, before what is new; of topics that the chat does not follow it tells the latest.
/// </summary>
internal sealed class DigestCommand(DigestComposer composer, DigestWindows windows, TopicCatalogue catalogue, TimeProvider clock) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["digest", "today"];

    public bool ChangesSettings(CommandRequest request) => false;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        var order = SubscriptionOrder.Parse(request.Arguments, catalogue);
        if (order.Unknown is not null || (order.Topics.Count == 0 && request.Arguments.Length > 0))
        {
            return SubscribeCommand.TopicUnknown(order.Unknown ?? request.Arguments, "/digest nato odkb", catalogue, scene);
        }

        var named = order.Topics;
        var topics = named.Count > 0 ? named : scene.Card.Topics.Count > 0 ? scene.Card.Topics : [.. catalogue.Topics.Select(topic => topic.Id)];
        var own = scene.Card.Topics.Count > 0 && topics.All(topic => scene.Card.Topics.Contains(topic, StringComparer.Ordinal));
        var reach = await windows.OnRequestAsync(scene.Card.Id, own, all: named.Count == 0, cancellationToken);
        var digest = await composer.ComposeAsync(
            new DigestRequest(topics, WallClock.DayIn(scene.Card.TimeZone, clock.GetUtcNow()), reach.Window, scene.Words.Language, scene.Card.TimeZone, Late: false)
            {
                Updated = reach.Updated,
                Since = reach.Since,
            },
            cancellationToken);
        return new BotReply(reach.InDoubt.Count > 0 && digest.Stories.Count == 0 ? reach.InDoubt : [.. reach.InDoubt, .. digest.Messages]) { Told = digest.Stories };
    }
}
