using System.Globalization;
using KzNewsBot.Delivery;
using KzNewsBot.Feeds;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Operations;

/// <summary>What the operator is told: who fell silent, against which rhythm, and who is heard again.</summary>
internal static class SilenceAlert
{
    /// <summary>Characters kept free for the lines after the list.</summary>
    private const int Reserve = 300;

    /// <param name="manyOf">The number of all collected outlets, when so many are silent at once that the fault may be ours; null otherwise.</param>
    public static RenderedMessage Render(IReadOnlyList<SilentVoice> silent, IReadOnlyList<Voice> heard, int? manyOf, Words words, string zone)
    {
        var text = new StyledTextBuilder();
        if (silent.Count > 0)
        {
            text.Bold(words.Say(Phrase.AlertSilent)).Line();
            if (manyOf is { } all)
            {
                text.Text(words.Say(Phrase.AlertMany, ("silent", $"{silent.Count}"), ("all", $"{all}"))).Line();
            }

            Lines(text, silent.Select(outlet => Line(outlet, words, zone)), words);
        }

        if (heard.Count > 0)
        {
            text.Bold(words.Say(Phrase.AlertHeard)).Line();
            Lines(text, heard.Select(voice => $"✓ {(voice.IsPages ? words.Say(Phrase.AlertPagesRead, ("name", voice.NameIn(words.Language))) : voice.NameIn(words.Language))}"), words);
        }

        return RenderedMessage.Of(text.Text(words.Say(Phrase.AlertHint)).Build());
    }

    /// <summary>As many as one message holds, and how many more there are.</summary>
    public static void Lines(StyledTextBuilder text, IEnumerable<string> lines, Words words)
    {
        var left = 0;
        foreach (var line in lines)
        {
            if (left > 0 || text.Length + line.Length > MessageSplitter.TelegramLimit - Reserve)
            {
                left++;
            }
            else
            {
                text.Line(line);
            }
        }

        text.Line(left > 0 ? words.Count(Phrase.SourcesMore, left) : "");
    }

    private static string Line(SilentVoice outlet, Words words, string zone)
    {
        var name = outlet.Voice.NameIn(words.Language);
        if (outlet.Voice.IsPages)
        {
            return $"✗ {name}: {words.Say(Phrase.SourcePagesShut)}.";
        }

        var since = $"{words.Long(WallClock.DayIn(zone, outlet.Since))}, {DateWords.Clock(WallClock.TimeIn(zone, outlet.Since))}";
        var line = outlet.UsualPause is { } pause
            ? $"✗ {words.Say(Phrase.AlertSilentLine, ("name", name), ("since", since), ("hours", Math.Ceiling(pause.TotalHours).ToString("0", CultureInfo.InvariantCulture)))}"
            : $"✗ {words.Say(Phrase.AlertFailingLine, ("name", name), ("since", since))}";
        return outlet.Fault is { } fault ? $"{line} {words.Say(Phrase.AlertReason, ("reason", FaultWords.Of(fault, words)))}" : line;
    }
}
