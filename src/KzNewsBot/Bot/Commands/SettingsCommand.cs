using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/settings" shows them; "/settings kk", "08:30", "Europe/Berlin", "UTC+5", a city, a name on one of its buttons, and "corrections now" or "corrections digest" set one, and "08:30 kk" two.</summary>
internal sealed class SettingsCommand(SubscriberBook subscribers, SettingsView view, PhraseBook phrases) : IBotCommand
{
    /// <summary>Words in the longest choice that anybody types: "8 o'clock in the evening".</summary>
    private const int LongestChoice = 5;

    public IReadOnlyList<string> Names { get; } = ["settings", "language", "timezone", "time"];

    public bool ChangesSettings(CommandRequest request) => request.Arguments.Length > 0;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var scene = request.Scene;
        if (request.Arguments.Length == 0)
        {
            return BotReply.Say(view.Overview(scene.Card, scene.Words));
        }

        var card = await SetAllAsync(scene, request.Arguments, cancellationToken);
        var reply = BotReply.Say(card is null
            ? RenderedMessage.Of(new StyledTextBuilder().Text(scene.Words.Say(Phrase.SettingsUnknown, ("word", DisplayText.Truncate(request.Arguments, 40)))).Build())
            : view.Overview(card, phrases.In(card.Language ?? scene.Words.Language)));
        return card?.Language == scene.Card.Language ? reply : reply with { Language = card?.Language };
    }

    /// <summary>All that the words set, or nothing where one of them sets nothing or two set the same.</summary>
    private async Task<SubscriberCard?> SetAllAsync(ChatScene scene, string values, CancellationToken cancellationToken)
    {
        SubscriberCard? card = null;
        foreach (var choice in Find(values) is { } only ? [only] : Each(values) ?? [])
        {
            card = choice switch
            {
                Choice.OfLanguage(var language) => await subscribers.SetLanguageAsync(scene.Address, language, cancellationToken),
                Choice.OfMinute(var minute) => await subscribers.SetMinuteAsync(scene.Address, minute, cancellationToken),
                Choice.OfCorrections(var atOnce) => await subscribers.SetCorrectionsAsync(scene.Address, atOnce, cancellationToken),
                Choice.OfZone(var zone) => await subscribers.SetZoneAsync(scene.Address, zone, cancellationToken),
                _ => card,
            };
        }

        return card;
    }

    /// <summary>The longest runs of words that each set something: "New York 8 pm".</summary>
    private List<Choice>? Each(string values)
    {
        var words = values.Split([' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var choices = new List<Choice>();
        for (var (start, length) = (0, 0); start < words.Length; start += length)
        {
            length = Enumerable.Range(1, Math.Min(LongestChoice, words.Length - start)).LastOrDefault(count => Find(Joined(start, count)) is not null);
            if (length == 0 || Find(Joined(start, length)) is not { } choice || choices.Exists(other => other.GetType() == choice.GetType()))
            {
                return null;
            }

            choices.Add(choice);
        }

        return choices;

        string Joined(int start, int count) => string.Join(' ', words.Skip(start).Take(count));
    }

    private Choice? Find(string value)
    {
        var language = LanguageCodes.Parse(value) is var known and not Language.Other ? known : view.LanguageNamed(value);
        if (language is { } chosen)
        {
            return new Choice.OfLanguage(chosen);
        }

        if (TimeText.Parse(value) is { } minute)
        {
            return new Choice.OfMinute(minute);
        }

        if (value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var corrections, var moment]
            && corrections.Equals("corrections", StringComparison.OrdinalIgnoreCase)
            && moment.ToLowerInvariant() is "now" or "digest")
        {
            return new Choice.OfCorrections(moment.Equals("now", StringComparison.OrdinalIgnoreCase));
        }

        if (view.CorrectionsNamed(value) is { } atOnce)
        {
            return new Choice.OfCorrections(atOnce);
        }

        return (WallClock.FindZone(value) ?? CityZones.Find(value)) is { } zone ? new Choice.OfZone(zone) : null;
    }

    private abstract record Choice
    {
        public sealed record OfLanguage(Language Language) : Choice;

        public sealed record OfMinute(int Minute) : Choice;

        public sealed record OfCorrections(bool AtOnce) : Choice;

        public sealed record OfZone(string Zone) : Choice;
    }
}
