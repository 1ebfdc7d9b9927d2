using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>What the chat has chosen, and the buttons to choose otherwise.</summary>
internal sealed class SettingsView(TopicCatalogue catalogue, GreetingView greeting, PhraseBook phrases)
{
    private static readonly int[] Hours = [6, 7, 8, 9, 10, 12, 14, 16, 18, 19, 20, 21];

    private static readonly (string Zone, Phrase City)[] Zones =
    [
        ("Asia/Almaty", Phrase.CityAlmaty), ("Asia/Tashkent", Phrase.CityTashkent), ("Europe/Moscow", Phrase.CityMoscow),
        ("Europe/Istanbul", Phrase.CityIstanbul), ("Europe/Brussels", Phrase.CityBrussels), ("Europe/London", Phrase.CityLondon),
        ("America/New_York", Phrase.CityNewYork), ("Asia/Shanghai", Phrase.CityBeijing), ("Etc/UTC", Phrase.CityUtc),
    ];

    public RenderedMessage Overview(SubscriberCard card, Words words)
    {
        var text = new StyledTextBuilder()
            .Bold(words.Say(Phrase.SettingsTitle)).Line().Line()
            .Text(words.Say(Phrase.SettingsLanguage, ("language", words.Say(Phrase.LanguageName)))).Line()
            .Text(words.Say(Phrase.SettingsTime, ("time", DateWords.Clock(card.DigestMinute)), ("zone", WallClock.NameOf(card.TimeZone)))).Line()
            .Text(words.Say(card.CorrectionsAtOnce ? Phrase.SettingsCorrectionsAtOnce : Phrase.SettingsCorrectionsLater)).Line()
            .Text(words.Say(Phrase.SettingsTopics, ("topics", TopicNames(card, words)))).Line()
            .Text(Next(card, words)).Line().Line()
            .Italic(words.Say(Phrase.SettingsHint));
        return Layout.Message(
            text,
            [words.Button(Phrase.ButtonLanguage, CallbackText.ChooseLanguage), words.Button(Phrase.ButtonHour, CallbackText.ChooseHour)],
            [words.Button(Phrase.ButtonZone, CallbackText.ChooseZone), words.Button(Phrase.ButtonTopics, CallbackText.Topics)],
            [words.Button(card.CorrectionsAtOnce ? Phrase.ButtonCorrectionsLater : Phrase.ButtonCorrectionsAtOnce, CallbackText.Corrections(!card.CorrectionsAtOnce))]);
    }

    public RenderedMessage Languages(Words words) =>
        Layout.Message(
            new StyledTextBuilder().Text(words.Say(Phrase.ChooseLanguage)),
            greeting.LanguageButtons(CallbackText.Language),
            [words.Button(Phrase.ButtonBack, CallbackText.Settings)]);

    /// <param name="fromTopics">Opened under the list of topics, to which it leads back.</param>
    public static RenderedMessage HourChoice(SubscriberCard card, Words words, bool fromTopics = false) => new(
        new StyledTextBuilder().Text(words.Say(Phrase.ChooseHour, ("zone", WallClock.NameOf(card.TimeZone)))).Build(),
        [
            .. Hours.Select(hour => new MessageButton(Marked(DateWords.Clock(hour * 60), hour * 60 == card.DigestMinute), CallbackText.Hour(hour * 60, fromTopics))).Chunk(4),
            [words.Button(Phrase.ButtonBack, fromTopics ? CallbackText.Topics : CallbackText.Settings)],
        ]);

    public static RenderedMessage ZoneChoice(SubscriberCard card, Words words) => new(
        new StyledTextBuilder().Text(words.Say(Phrase.ChooseZone)).Build(),
        [
            .. Zones.Select(zone => new MessageButton(Marked(words.Say(zone.City), zone.Zone == card.TimeZone), CallbackText.Zone(zone.Zone))).Chunk(3),
            [words.Button(Phrase.ButtonBack, CallbackText.Settings)],
        ]);

    /// <summary>The language that a button offers under this name.</summary>
    public Language? LanguageNamed(string name) => PhraseBook.Languages
        .Cast<Language?>().FirstOrDefault(language => phrases.In(language!.Value).Say(Phrase.LanguageName).Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));


    /// <summary>Whether the button of this name, its sign aside, has denials come at once; null when none has it.</summary>
    public bool? CorrectionsNamed(string name)
    {
        return Names(Phrase.ButtonCorrectionsAtOnce) ? true : Names(Phrase.ButtonCorrectionsLater) ? false : null;

        bool Names(Phrase button) => PhraseBook.Languages.Select(language => phrases.In(language).Say(button))
            .Any(label => label[(label.IndexOf(' ', StringComparison.Ordinal) + 1)..].Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The catalogue with a mark at each topic of the digest.</summary>
    public RenderedMessage Topics(SubscriberCard card, Words words)
    {
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.TopicsTitle)).Line().Line();
        foreach (var topic in catalogue.Topics)
        {
            text.Text($"/{topic.Command} — {topic.LongName(words.Language)}").Line();
        }

        text.Line().Text(Next(card, words)).Line().Italic(words.Say(Phrase.TopicsHint));
        return new RenderedMessage(
            text.Build(),
            [
                .. catalogue.Topics
                    .Select(topic => new MessageButton(Marked(topic.Name(words.Language), Has(card, topic)), CallbackText.Mark(topic.Id, wanted: !Has(card, topic))))
                    .Chunk(3),
                card.Topics.Count > 0
                    ? [words.Button(Phrase.ButtonHour, CallbackText.ChooseHourOfTopics), words.Button(Phrase.ButtonUnsubscribeAll, CallbackText.UnsubscribeAll)]
                    : [words.Button(Phrase.ButtonHour, CallbackText.ChooseHourOfTopics)],
            ]);
    }

    public string TopicNames(SubscriberCard card, Words words) => card.Topics.Count == 0
        ? words.Say(Phrase.NoTopics)
        : string.Join(", ", catalogue.Topics.Where(topic => Has(card, topic)).Select(topic => topic.Name(words.Language)));

    /// <summary>"Next digest: 23 November 2026, 08:00 (Almaty)", or that none is ordered.</summary>
    public static string Next(SubscriberCard card, Words words) => card.NextDueAt is { } next
        ? words.Say(
            Phrase.NextDigest,
            ("day", words.Long(WallClock.DayIn(card.TimeZone, next))),
            ("time", DateWords.Clock(WallClock.TimeIn(card.TimeZone, next))),
            ("zone", ZoneName(card.TimeZone, words)))
        : words.Say(Phrase.NoDigest);

    /// <summary>The first city of its button; of a zone without one, what it is called everywhere.</summary>
    private static string ZoneName(string zone, Words words) =>
        Zones.FirstOrDefault(offered => offered.Zone == zone) is { Zone: not null } offered ? words.Say(offered.City).Split(", ")[0] : WallClock.NameOf(zone);

    private static bool Has(SubscriberCard card, TopicDefinition topic) => card.Topics.Contains(topic.Id, StringComparer.Ordinal);

    private static string Marked(string label, bool chosen) => chosen ? $"✓ {label}" : label;
}
