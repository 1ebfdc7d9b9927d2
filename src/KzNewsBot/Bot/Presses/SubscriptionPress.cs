using KzNewsBot.Bot.Commands;
using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;

namespace KzNewsBot.Bot.Presses;

/// <summary>"sub:TOPIC:OFFSET" under a topic's page.</summary>
internal sealed class SubscribePress(TopicCommand topics, SubscriberBook subscribers) : IBotPress
{
    public string Verb => "sub";

    public bool ChangesSettings(PressRequest request) => true;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        if (request.Text(0) is not { } id || topics.Find(id) is not { } topic)
        {
            return BotReply.Note(scene.Words.Say(Phrase.ButtonStale));
        }

        var card = await subscribers.SubscribeAsync(scene.Address, [topic.Id], scene.Words.Language, cancellationToken);
        var page = await topics.ShowAsync(topic, request.Number(1) ?? 0, scene with { Card = card }, cancellationToken);
        return page with { InPlace = true, Toast = SettingsView.Next(card, scene.Words) };
    }
}

/// <summary>"unsub:TOPIC:OFFSET" under a topic's page.</summary>
internal sealed class UnsubscribePress(TopicCommand topics, SubscriberBook subscribers) : IBotPress
{
    public string Verb => "unsub";

    public bool ChangesSettings(PressRequest request) => true;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        if (request.Text(0) is not { } id || topics.Find(id) is not { } topic)
        {
            return BotReply.Note(scene.Words.Say(Phrase.ButtonStale));
        }

        var card = await subscribers.UnsubscribeAsync(scene.Address, [topic.Id], cancellationToken);
        var page = await topics.ShowAsync(topic, request.Number(1) ?? 0, scene with { Card = card }, cancellationToken);
        return page with { InPlace = true, Toast = SettingsView.Next(card, scene.Words) };
    }
}

/// <summary>"mark:TOPIC:on" and "mark:TOPIC:off" on the list of topics.</summary>
internal sealed class MarkPress(TopicCommand topics, SubscriberBook subscribers, SettingsView view) : IBotPress
{
    public string Verb => "mark";

    public bool ChangesSettings(PressRequest request) => true;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        if (request.Text(0) is not { } id || topics.Find(id) is not { } topic)
        {
            return BotReply.Note(scene.Words.Say(Phrase.ButtonStale));
        }

        var card = request.Text(1) == "off"
            ? await subscribers.UnsubscribeAsync(scene.Address, [topic.Id], cancellationToken)
            : await subscribers.SubscribeAsync(scene.Address, [topic.Id], scene.Words.Language, cancellationToken);
        return BotReply.Replace(view.Topics(card, scene.Words), SettingsView.Next(card, scene.Words));
    }
}

/// <summary>"unsuball" below it.</summary>
internal sealed class UnsubscribeAllPress(SubscriberBook subscribers, SettingsView view) : IBotPress
{
    public string Verb => "unsuball";

    public bool ChangesSettings(PressRequest request) => true;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        var card = await subscribers.UnsubscribeAsync(scene.Address, scene.Card.Topics, cancellationToken);
        return BotReply.Replace(view.Topics(card, scene.Words), scene.Words.Say(scene.Card.Topics.Count > 0 ? Phrase.Unsubscribed : Phrase.NotSubscribed));
    }
}
