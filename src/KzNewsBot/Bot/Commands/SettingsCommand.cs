using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/settings" shows them; "/settings kk", "08:30", "Europe/Berlin" and "corrections now" or "corrections digest" set one.</summary>
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
        return card?.Language == scene.Card.Language ? reply : reply with { Menu = card?.Language };
    }

    private async Task<SubscriberCard?> SetAsync(ChatScene scene, string value, CancellationToken cancellationToken)
    {
        if (LanguageCodes.Parse(value) is var language and not Language.Other)
        {
            return await subscribers.SetLanguageAsync(scene.Address, language, cancellationToken);
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

        return WallClock.FindZone(value) is { } zone ? await subscribers.SetZoneAsync(scene.Address, zone, cancellationToken) : null;
    }
}
