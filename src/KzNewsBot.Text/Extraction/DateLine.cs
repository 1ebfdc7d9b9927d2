using System.Text.RegularExpressions;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// A line that is a date and nothing else, with what the outlet says about it. A date inside a sentence is an event, and
/// one beside "today" is the day of reading.
/// </summary>
/// <param name="IsUpdate">Labelled as the day of the last change.</param>
/// <param name="HasWeekday">As page headers print the day of reading.</param>
internal sealed partial record DateLine(DateMention Date, bool IsUpdate, bool HasWeekday)
{
    private const int MaxLength = 120;

    /// <summary>"By" and a name or two.</summary>
    private const int MaxBylineWords = 8;

    /// <summary>A name, a city, a section or an outlet.</summary>
    private const int MaxNamesBeside = 4;

    private static readonly string[] PartMarks = [" | ", " • ", " · ", " / ", " ・ ", "・", " ⋅ "];

    /// <param name="withByline">Whether the author may stand in the same line.</param>
    /// <param name="withNames">Whether names may stand before or after the date that nothing says are an author's, as right below a headline.</param>
    public static DateLine? Read(string line, OutletNames known, DayOrder order = DayOrder.Unknown, bool withByline = false, bool withNames = false)
    {
        if (line.Length > MaxLength)
        {
            return null;
        }

        DateLine? update = null;
        foreach (var part in line.Split(PartMarks, StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadPart(withByline ? PictureCredit().Replace(part, "") : part, known, order, withByline, withNames) is not { } found)
            {
                continue;
            }

            if (!found.IsUpdate)
            {
                return found;
            }

            update ??= found;
        }

        return update;
    }

    /// <summary>The first date that is not that of a change; otherwise the first.</summary>
    private static DateLine? ReadPart(string part, OutletNames known, DayOrder order, bool withByline, bool withNames)
    {
        var dates = DateTextParser.FindAll(part, order);
        if (dates.Count == 0)
        {
            return null;
        }

        var words = new List<string>();
        var update = -1;
        var plain = -1;
        var from = 0;
        for (var i = 0; i <= dates.Count; i++)
        {
            var between = DateWords.Of(part[from..(i < dates.Count ? dates[i].Span.Start : part.Length)]);
            words.AddRange(between);
            if (i < dates.Count)
            {
                from = dates[i].Span.End;
                var changed = between.Any(DateWords.IsUpdate);
                update = update < 0 && changed ? i : update;
                plain = plain < 0 && !changed ? i : plain;
            }
        }

        // "12 May 2024 (updated)": the label follows the only date.
        var labelledAfter = dates.Count == 1 && plain == 0 && words.Any(DateWords.IsUpdate);
        return IsNothingElse(words, known, withByline, withNames && dates.Count == 1 && IsBesideNames(part, dates[0].Span))
            ? new DateLine(dates[plain < 0 ? update : plain], plain < 0 || labelledAfter, words.Any(DateWords.IsWeekday))
            : null;
    }

    /// <summary>The date stands first or last, and no «Начало:» says what it is of.</summary>
    private static bool IsBesideNames(string part, TextSpan date) => part.AsSpan(0, date.Start).Trim() is var before
        && (before.IsEmpty || (part.AsSpan(date.End).Trim(" .,").IsEmpty && before[^1] is not (':' or '：')));

    private static bool IsNothingElse(List<string> words, OutletNames known, bool withByline, bool withNames)
    {
        if (words.Any(DateWords.IsToday))
        {
            return false;
        }

        var others = words.Where(word => word.Any(char.IsLetter) && !char.IsAsciiDigit(word[0]) && !DateWords.IsLabel(word) && !DateWords.IsLabel(word.TrimEnd('.')) && !DateWords.IsWeekday(word)
            && !DateWords.IsByline(word) && !HostName.IsHost(word) && known.ByName(word) is null && DateTextParser.FindFirst(word) is null).ToList();
        return others.Count == 0 || (withNames && others.Count <= MaxNamesBeside && others.TrueForAll(IsName))
            || (withByline && others.Count <= MaxBylineWords && words.Any(DateWords.IsByline) && others.All(word => char.IsUpper(word[0]) || word.Length <= 3 || IsLogin(words, word)));
    }

    private static bool IsName(string word) => word.TrimStart('«', '“', '"') is [var first, ..] && char.IsUpper(first);

    [GeneratedRegex(@"\s(фото|photos?|сурет|来源)\s?[:：].*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex PictureCredit();

    /// <summary>"Submitted by editor on …".</summary>
    private static bool IsLogin(List<string> words, string word) =>
        words.IndexOf(word) is var at and >= 2 && DateWords.IsByline(words[at - 1]) && DateWords.IsLabel(words[at - 2]);
}
