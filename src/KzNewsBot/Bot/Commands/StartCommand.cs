using KzNewsBot.Bot.Views;
using KzNewsBot.Subscriptions;

namespace KzNewsBot.Bot.Commands;

/// <summary>The door: a new chat chooses its language, a known one is welcomed, one that was away gets its digests again.</summary>
internal sealed class StartCommand(GreetingView greeting, TopicCommand topics, SubscriberBook subscribers) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["start"];

    public bool ChangesSettings(CommandRequest request) => false;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Scene.Card.Status == SubscriberStatus.Away)
        {
            await subscribers.SetStatusAsync(request.Scene.Address.ChatId, SubscriberStatus.Active, cancellationToken);
        }

        // A deep link such as t.me/bot?start=nato leads straight to its topic.
        if (request.Arguments.Length > 0 && topics.Find(request.Arguments) is { } topic)
        {
            return await topics.ShowAsync(topic, 0, request.Scene, cancellationToken);
        }

        return BotReply.Say(request.Scene.Card.Language is null ? greeting.ChooseLanguage() : greeting.Welcome(request.Scene.Words));
    }
}
