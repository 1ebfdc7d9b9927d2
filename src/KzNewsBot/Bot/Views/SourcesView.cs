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
    /// <summary>Characters kept free for the count of the rest and for the hint.</summary>
    private const int Reserve = 400;

    public static RenderedMessage All(IReadOnlyList<SourceReport> reports, AnswerCount answers, ChatScene scene)
    {
        var words = scene.Words;
        var collected = reports.Where(report => report.Standing != SourceStanding.Off).ToList();
        var summary = collected.Exists(report => report.Standing == SourceStanding.Starting) ? Phrase.SourcesFirst : Phrase.SourcesAnswered;
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.SourcesTitle)).Line()
            .Text(words.Say(summary, ("answered", $"{answers.Answered}"), ("expected", $"{answers.Expected}"))).Line();
        var shown = 0;
        string? side = null;
        foreach (var report in collected.OrderBy(report => Sides.All.ToList().IndexOf(report.Source.Side)))
        {
            var heading = report.Source.Side == side ? "" : StoryText.SideName(report.Source.Side, words);
            var line = $"{Mark(report.Standing)} {report.Source.NameIn(words.Language)} — {State(report, scene)}";
            if (text.Length + heading.Length + line.Length > TelegramLimits.Text - Reserve)
            {
                break;
            }

            if (heading.Length > 0)
            {
                text.Line().Bold(heading).Line();
            }

            text.Text(line).Line();
            (side, shown) = (report.Source.Side, shown + 1);
        }

        if (shown < collected.Count)
        {
            text.Line().Text(words.Count(Phrase.SourcesMore, collected.Count - shown)).Line();
        }

        return RenderedMessage.Of(text.Line().Italic(words.Say(Phrase.SourcesHint)).Build());
    }

    public static RenderedMessage One(SourceReport report, ChatScene scene)
    {
        var words = scene.Words;
        var source = report.Source;
        var text = new StyledTextBuilder().Bold(source.NameIn(words.Language)).Line()
            .Text($"{StoryText.SideName(source.Side, words)} · {State(report, scene)}").Line().Line();
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

    public static RenderedMessage Unknown(ChatScene scene) => RenderedMessage.Of(new StyledTextBuilder().Text(scene.Words.Say(Phrase.SourcesUnknown)).Build());

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
        SourceStanding.Failing => "✗",
        _ => "·",
    };

    private static string State(SourceReport report, ChatScene scene)
    {
        var words = scene.Words;
        return (report.Standing, report.AnsweredAt) switch
        {
            (SourceStanding.Off, _) => words.Say(Phrase.SourceOff),
            (SourceStanding.Paused, _) => words.Say(Phrase.SourcePaused),
            (SourceStanding.Starting, _) => words.Say(Phrase.SourceStarting),
            (SourceStanding.Failing, { } answered) => words.Say(Phrase.SourceSilent, ("when", When(answered, scene)), ("reason", Reason(report.Fault, words))),
            (SourceStanding.Failing, null) => words.Say(Phrase.SourceNothingYet, ("reason", Reason(report.Fault, words))),
            _ when report.NewestAt is { } newest => words.Say(Phrase.SourceNewest, ("when", When(newest, scene))),
            _ when report.NoticedAt is { } noticed => words.Say(Phrase.SourceNoticed, ("when", When(noticed, scene))),
            _ => words.Say(Phrase.SourceAnswers),
        };
    }

    private static string When(DateTimeOffset at, ChatScene scene) =>
        $"{scene.Words.Long(WallClock.DayIn(scene.Card.TimeZone, at))}, {DateWords.Clock(WallClock.TimeIn(scene.Card.TimeZone, at))}";

    private static string Reason(RoadFault? fault, Words words) => words.Say(fault switch
    {
        RoadFault.AskedToWait => Phrase.FaultWait,
        RoadFault.NotFound or RoadFault.Gone => Phrase.FaultGone,
        RoadFault.Wall => Phrase.FaultWall,
        RoadFault.NotAFeed or RoadFault.Empty => Phrase.FaultEmpty,
        RoadFault.OnlyOld => Phrase.FaultOld,
        _ => Phrase.FaultNoAnswer,
    });
}
