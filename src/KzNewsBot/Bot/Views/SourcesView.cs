using KzNewsBot.Delivery;
using KzNewsBot.Feeds;
using KzNewsBot.Localization;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>The board of outlets: sides next to each other, and the truth about who answers.</summary>
internal static class SourcesView
{
    /// <summary>Characters kept free for the count of the rest, for the sides that are not read and for the hint.</summary>
    private const int Reserve = 600;

    public static RenderedMessage All(IReadOnlyList<SourceReport> reports, AnswerCount answers, ChatScene scene)
    {
        var words = scene.Words;
        var collected = reports.Where(report => report.Standing != SourceStanding.Off).ToList();
        var summary = collected.Exists(report => report.Standing == SourceStanding.Starting) ? Phrase.SourcesFirst : Phrase.SourcesAnswered;
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.SourcesTitle)).Line();
        if (answers.Expected > 0)
        {
            text.Text(words.Say(summary, ("answered", $"{answers.Answered}"), ("expected", $"{answers.Expected}"))).Line();
        }

        var waiting = collected.Where(report => report.Standing != SourceStanding.Paused).Sum(report => report.Waiting);
        if (waiting > 0)
        {
            text.Text($"{words.Count(Phrase.SourcesWaiting, waiting)}.").Line();
        }

        var shown = 0;
        string? side = null;
        foreach (var report in collected.OrderBy(report => Sides.RankOf(report.Source.Side)))
        {
            var heading = report.Source.Side == side ? "" : StoryText.SideName(report.Source.Side, words);
            var (mark, name, state) = ($"{Mark(report.Standing)} ", report.Source.NameIn(words.Language), $" — {State(report, scene)}");
            if (text.Length + heading.Length + mark.Length + name.Length + state.Length > MessageSplitter.TelegramLimit - Reserve)
            {
                break;
            }

            if (heading.Length > 0)
            {
                text.Line().Bold(heading).Line();
            }

            text.Text(mark).Name(name, report.Source.Homepage).Text(state).Line();
            (side, shown) = (report.Source.Side, shown + 1);
        }

        if (shown < collected.Count)
        {
            text.Line().Text(words.Count(Phrase.SourcesMore, collected.Count - shown)).Line();
        }

        // Of whom nobody is read nobody can be silent.
        var unread = Sides.OfOutlets.Where(other => !collected.Exists(report => report.Source.Side == other)).ToList();
        if (unread.Count > 0)
        {
            text.Line().Text(words.Say(Phrase.SourcesUnread, ("sides", string.Join(", ", unread.Select(other => StoryText.SideName(other, words)))))).Line();
        }

        return RenderedMessage.Of(text.Line().Italic(words.Say(Phrase.SourcesHint)).Build());
    }

    /// <param name="forOperator">Also what is wrong with each road, in the words of the log.</param>
    public static RenderedMessage One(SourceReport report, ChatScene scene, bool forOperator)
    {
        var words = scene.Words;
        var source = report.Source;
        var text = new StyledTextBuilder().Within(TextStyle.Bold, title => title.Name(source.NameIn(words.Language), source.Homepage)).Line()
            .Text($"{StoryText.SideName(source.Side, words)} · {State(report, scene)}").Line();
        if (report.Standing != SourceStanding.Off)
        {
            text.Text(Counts(report, words)).Line();
        }

        foreach (var trouble in forOperator ? report.Troubles : [])
        {
            text.Text($"{NameOf(trouble.Road)}: {FaultWords.Of(trouble.Fault, words)} ({trouble.Detail})").Line();
        }

        text.Line();
        Fact(text, source.Owner, Phrase.SourceOwner, "owner", words);
        Fact(text, source.Basis, Phrase.SourceBasis, "basis", words);
        if (report.Standing != SourceStanding.Paused)
        {
            // A pause has its own reason, which nobody wrote down.
            Fact(text, source.Why, Phrase.SourceWhy, "why", words);
        }

        if (!string.IsNullOrEmpty(source.Homepage))
        {
            text.Link(source.Homepage, source.Homepage).Line();
        }

        return RenderedMessage.Of(text.Build());
    }

    /// <param name="alike">Of which a name begins with what was asked, or holds it.</param>
    public static RenderedMessage Unknown(IReadOnlyList<SourceDefinition> alike, ChatScene scene) => RenderedMessage.Of(new StyledTextBuilder().Text(alike.Count > 0
        ? scene.Words.Say(Phrase.SourcesAlike, ("names", string.Join(", ", alike.Select(source => DisplayText.Unlinked(source.NameIn(scene.Words.Language))))))
        : scene.Words.Say(Phrase.SourcesUnknown)).Build());

    private static void Fact(StyledTextBuilder text, IReadOnlyDictionary<string, string> fact, Phrase phrase, string name, Words words)
    {
        if (fact.GetValueOrDefault(words.Language.Code()) is { } said)
        {
            text.Text(words.Say(phrase, (name, said))).Line();
        }
    }

    private static string Mark(SourceStanding standing) => standing switch
    {
        SourceStanding.Working or SourceStanding.OnStandby => "✓",
        SourceStanding.Partly => "◐",
        SourceStanding.Failing => "✗",
        _ => "·",
    };

    /// <summary>"feed kk": an address may hold what is the operator's alone.</summary>
    private static string NameOf(RoadDefinition road) => $"{road.Kind.ToString().ToLowerInvariant()} {road.Language}".TrimEnd();

    private static string Counts(SourceReport report, Words words)
    {
        var stored = words.Count(Phrase.SourceStored, report.StoredInDay);
        return report.Waiting > 0 ? $"{words.Count(Phrase.SourcesWaiting, report.Waiting)}, {stored}" : stored;
    }

    private static string State(SourceReport report, ChatScene scene) => string.Join("; ", Apart(report, scene).Prepend(Whole(report, scene)));

    /// <summary>Of an outlet that brings news: whether beginnings alone, in which languages it is silent, and which of them a standby brings.</summary>
    private static IEnumerable<string> Apart(SourceReport report, ChatScene scene)
    {
        if (report.Standing is not (SourceStanding.Partly or SourceStanding.OnStandby))
        {
            yield break;
        }

        var words = scene.Words;
        if (report.PagesShut)
        {
            yield return words.Say(Phrase.SourcePagesShut);
        }
        else if (report.Groups.Where(group => group.PagesShut).ToList() is { Count: > 0 } shut)
        {
            yield return words.Say(Phrase.SourceLanguagePagesShut, ("languages", Codes(shut)));
        }

        foreach (var silent in report.Groups.Where(group => group.Standing == SourceStanding.Failing))
        {
            yield return silent.AnsweredAt is { } answered
                ? words.Say(Phrase.SourceLanguageSilent, ("languages", Codes([silent])), ("when", When(answered, scene)), ("reason", FaultWords.Of(silent.Fault, words)))
                : words.Say(Phrase.SourceLanguageNothing, ("languages", Codes([silent])), ("reason", FaultWords.Of(silent.Fault, words)));
        }

        var standby = report.Groups.Where(group => group.Standing == SourceStanding.OnStandby).ToList();
        if (standby.Count > 0)
        {
            yield return standby.Count == report.Groups.Count
                ? words.Say(Phrase.SourceStandby)
                : words.Say(Phrase.SourceLanguageStandby, ("languages", Codes(standby)));
        }
    }

    private static string Codes(IEnumerable<GroupReport> groups) => string.Join(", ", groups.SelectMany(group => group.Languages).Select(language => language.Code()));

    private static string Whole(SourceReport report, ChatScene scene)
    {
        var words = scene.Words;
        return (report.Standing, report.AnsweredAt) switch
        {
            (SourceStanding.Off, _) => words.Say(Phrase.SourceOff),
            (SourceStanding.Paused, _) => words.Say(Phrase.SourcePaused),
            (SourceStanding.Starting, _) => words.Say(Phrase.SourceStarting),
            (SourceStanding.Failing, { } answered) => words.Say(Phrase.SourceSilent, ("when", When(answered, scene)), ("reason", FaultWords.Of(report.Fault, words))),
            (SourceStanding.Failing, null) => words.Say(Phrase.SourceNothingYet, ("reason", FaultWords.Of(report.Fault, words))),
            _ when report.NewestAt is { } newest => words.Say(Phrase.SourceNewest, ("when", When(newest, scene))),
            _ when report.NoticedAt is { } noticed => words.Say(Phrase.SourceNoticed, ("when", When(noticed, scene))),
            _ => words.Say(Phrase.SourceAnswers),
        };
    }

    private static string When(DateTimeOffset at, ChatScene scene) =>
        $"{scene.Words.Long(WallClock.DayIn(scene.Card.TimeZone, at))}, {DateWords.Clock(WallClock.TimeIn(scene.Card.TimeZone, at))}";
}
