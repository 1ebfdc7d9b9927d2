using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;

namespace KzNewsBot.Bot.Presses;

/// <summary>"set[:new]": the overview.</summary>
internal sealed class SettingsPress(SettingsView view) : IBotPress
{
    public string Verb => "set";

    public bool ChangesSettings(PressRequest request) => false;

    public Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(BotReply.Replace(view.Overview(request.Scene.Card, request.Scene.Words)) with { InPlace = request.Text(0) != "new" });
}

internal sealed class TopicsPress(SettingsView view) : IBotPress
{
    public string Verb => "topics";

    public bool ChangesSettings(PressRequest request) => false;

    public Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(BotReply.Replace(view.Topics(request.Scene.Card, request.Scene.Words)));
}

/// <summary>"lang" asks, "lang:kk" sets.</summary>
internal sealed class LanguagePress(SubscriberBook subscribers, SettingsView view, PhraseBook phrases) : IBotPress
{
    public string Verb => "lang";

    public bool ChangesSettings(PressRequest request) => request.Text(0) is not null;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        if (LanguageCodes.Parse(request.Text(0)) is var language && language == Language.Other)
        {
            return BotReply.Replace(view.Languages(request.Scene.Words));
        }

        var card = await subscribers.SetLanguageAsync(request.Scene.Address, language, cancellationToken);
        return BotReply.Replace(view.Overview(card, phrases.In(language))) with { Language = language };
    }
}

/// <summary>"hello:kk": the first choice of a new chat, answered by the welcome.</summary>
internal sealed class GreetingPress(SubscriberBook subscribers, GreetingView view, PhraseBook phrases) : IBotPress
{
    public string Verb => "hello";

    public bool ChangesSettings(PressRequest request) => true;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        if (LanguageCodes.Parse(request.Text(0)) is var language && language == Language.Other)
        {
            return BotReply.Note(request.Scene.Words.Say(Phrase.ButtonStale));
        }

        await subscribers.SetLanguageAsync(request.Scene.Address, language, cancellationToken);
        return BotReply.Replace(view.Welcome(phrases.In(language))) with { Language = language };
    }
}

/// <summary>"hour" asks, "hour:480" sets; "hour:topics" and "hour:480:topics" do so under the list of topics.</summary>
internal sealed class HourPress(SubscriberBook subscribers, SettingsView view) : IBotPress
{
    private const int MinutesOfDay = 24 * 60;

    private const string Topics = "topics";

    public string Verb => "hour";

    public bool ChangesSettings(PressRequest request) => request.Text(0) is not (null or Topics);

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        var words = request.Scene.Words;
        if (request.Number(0) is not ({ } minute and < MinutesOfDay))
        {
            return BotReply.Replace(SettingsView.HourChoice(request.Scene.Card, words, fromTopics: request.Text(0) == Topics));
        }

        var card = await subscribers.SetMinuteAsync(request.Scene.Address, minute, cancellationToken);
        return BotReply.Replace(request.Text(1) == Topics ? view.Topics(card, words) : view.Overview(card, words), SettingsView.Next(card, words));
    }
}

/// <summary>"zone" asks, "zone:Asia/Almaty" sets.</summary>
internal sealed class ZonePress(SubscriberBook subscribers, SettingsView view) : IBotPress
{
    public string Verb => "zone";

    public bool ChangesSettings(PressRequest request) => request.Text(0) is not null;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        var words = request.Scene.Words;
        if (request.Text(0) is not { } text || WallClock.FindZone(text) is not { } zone)
        {
            return BotReply.Replace(SettingsView.ZoneChoice(request.Scene.Card, words));
        }

        var card = await subscribers.SetZoneAsync(request.Scene.Address, zone, cancellationToken);
        return BotReply.Replace(view.Overview(card, words), SettingsView.Next(card, words));
    }
}

/// <summary>"fix:now" and "fix:digest": when corrections come.</summary>
internal sealed class CorrectionsPress(SubscriberBook subscribers, SettingsView view) : IBotPress
{
    public string Verb => "fix";

    public bool ChangesSettings(PressRequest request) => true;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        var card = await subscribers.SetCorrectionsAsync(request.Scene.Address, request.Text(0) == "now", cancellationToken);
        return BotReply.Replace(view.Overview(card, request.Scene.Words));
    }
}
