using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/settings" shows them; "/settings kk", "08:30", "Europe/Berlin", "UTC+5", a name on one of its buttons, and "corrections now" or "corrections digest" set one.</summary>
internal sealed class SettingsCommand(SubscriberBook subscribers, SettingsView view, PhraseBook phrases) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["settings", "language", "timezone", "time"];

    public bool ChangesSettings(CommandRequest request) => request.Arguments.Length > 0;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        if (request.Arguments.Length == 0)
        {
            return BotReply.Say(view.Overview(scene.Card, scene.Words));
        }

        var card = await SetAsync(scene, request.Arguments, cancellationToken);
        var reply = BotReply.Say(card is null
            ? RenderedMessage.Of(new StyledTextBuilder().Text(scene.Words.Say(Phrase.SettingsUnknown, ("word", DisplayText.Truncate(request.Arguments, 40)))).Build())
            : view.Overview(card, phrases.In(card.Language ?? scene.Words.Language)));
        return card?.Language == scene.Card.Language ? reply : reply with { Language = card?.Language };
    }

    private async Task<SubscriberCard?> SetAsync(ChatScene scene, string value, CancellationToken cancellationToken)
    {
        var language = LanguageCodes.Parse(value) is var known and not Language.Other ? known : view.LanguageNamed(value);
        if (language is { } chosen)
        {
            return await subscribers.SetLanguageAsync(scene.Address, chosen, cancellationToken);
        }

        if (TimeText.Parse(value) is { } minute)
        {
            return await subscribers.SetMinuteAsync(scene.Address, minute, cancellationToken);
        }

        if (value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var corrections, var moment]
            && corrections.Equals("corrections", StringComparison.OrdinalIgnoreCase)
            && moment.ToLowerInvariant() is "now" or "digest")
        {
            return await subscribers.SetCorrectionsAsync(scene.Address, moment.Equals("now", StringComparison.OrdinalIgnoreCase), cancellationToken);
        }

        return (WallClock.FindZone(value) ?? view.ZoneNamed(value)) is { } zone ? await subscribers.SetZoneAsync(scene.Address, zone, cancellationToken) : null;
    }
}
