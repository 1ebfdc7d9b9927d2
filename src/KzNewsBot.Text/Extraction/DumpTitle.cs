using System.Text.RegularExpressions;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <param name="Site">The site's name cut from behind the title.</param>
/// <param name="HeaderDate">The date of a "date YYYY-MM-DD title" line.</param>
/// <param name="LastLine">The last line above the body that is the title again; everything before it is page header.</param>
internal sealed record DumpTitle(string Text, string? Site, DateMention? HeaderDate, int LastLine)
{
    /// <summary>Titles stand in the page's head; further down an equal line is a teaser.</summary>
    private const int SearchedLines = 60;

    public static DumpTitle? Find(IReadOnlyList<DumpLine> lines, OutletNames known)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        if (DatedHeader.TryRead(lines[0].Text) is { } header)
        {
            return Split(header.Title, 0, lines, known) with { HeaderDate = header.Date };
        }

        var at = Locate(lines);
        return at < 0 ? null : Split(lines[at].Content, at, lines, known);
    }

    /// <summary>
    /// A line printed twice above the text is the headline (page title and heading). Otherwise the first line is, as
    /// pages begin with their title; under a menu it is the longest line above the text.
    /// </summary>
    private static int Locate(IReadOnlyList<DumpLine> lines)
    {
        var head = HeadLength(lines);
        var possible = Enumerable.Range(0, head)
            .Where(i => CanBeTitle(lines[i]) && (i == 0 || lines[i].Text[^1] is not ('.' or ';' or ':')))
            .ToList();
        var candidates = possible.Where(i => i == 0 || lines[i].Words >= 3 || IsRepeated(lines, i, head)).ToList();
        candidates = candidates.Count > 0 ? candidates : possible;
        if (candidates.Count == 0)
        {
            return -1;
        }

        var first = candidates[0];
        var repeated = candidates.FirstOrDefault(i => IsRepeated(lines, i, head), -1);
        if (repeated > first && !lines[first].Key.StartsWith(lines[repeated].Key, StringComparison.Ordinal))
        {
            return repeated;
        }

        return first == 0 || repeated >= 0 ? first : candidates.MaxBy(i => lines[i].Letters);
    }

    /// <summary>How many lines stand above the running text; a headline may itself be long.</summary>
    private static int HeadLength(IReadOnlyList<DumpLine> lines)
    {
        var most = Math.Min(lines.Count, SearchedLines);
        for (var i = 1; i < most; i++)
        {
            if (lines[i].Solid && lines[i].Ended && !IsRepeated(lines, i, most) && !BoilerplateLine.IsNoise(lines[i].Content))
            {
                return i;
            }
        }

        return most;
    }

    private static DumpTitle Split(string line, int at, IReadOnlyList<DumpLine> lines, OutletNames known)
    {
        var below = lines.Skip(at + 1).Take(SearchedLines).Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        var split = TitleSuffix.Split(
            line,
            part => HostName.IsHost(part) || known.ByName(part) is not null
                || OutletMentions.HostSounding(part, lines.Select(l => l.Text)) is not null,
            head => head.Length >= 10 && below.Contains(TextKey.Of(head)));
        return new DumpTitle(split.Title, split.Site, null, LastOccurrence(lines, at, split.Title, line));
    }

    /// <summary>
    /// The last repeat of the headline that still stands above the text. Lists of other articles under the text print it
    /// too: fewer paragraphs stand below such a repeat than above it, or only a teaser directly below.
    /// </summary>
    private static int LastOccurrence(IReadOnlyList<DumpLine> lines, int at, string title, string line)
    {
        var keys = new[] { TextKey.Of(title), TextKey.Of(line) };
        var last = at;
        var above = 0;
        var inList = false;
        for (var i = at + 1; i < Math.Min(lines.Count, at + SearchedLines); i++)
        {
            inList |= above > 0 && lines[i].Section is SectionHead.OtherArticles or SectionHead.ReadAlso;
            if (!keys.Contains(lines[i].Key, StringComparer.Ordinal))
            {
                above += ParagraphLetters(lines[i]);
            }
            else if ((inList ? LettersDirectlyBelow(lines, i) : LettersBelow(lines, i)) > above)
            {
                last = i;
            }
        }

        return last;
    }

    private static int LettersBelow(IReadOnlyList<DumpLine> lines, int at) => lines.Skip(at + 1)
        .TakeWhile(line => line.Section != SectionHead.OtherArticles).Sum(ParagraphLetters);

    /// <summary>The first unbroken run of paragraphs; a single one is a teaser.</summary>
    private static int LettersDirectlyBelow(IReadOnlyList<DumpLine> lines, int at)
    {
        var run = lines.Skip(at + 1).Select(ParagraphLetters).SkipWhile(letters => letters == 0).TakeWhile(letters => letters > 0).ToList();
        return run.Count > 1 ? run.Sum() : 0;
    }

    private static int ParagraphLetters(DumpLine line) =>
        (line.Solid || line is { Ended: true, Letters: >= DumpBody.MinSentenceLetters }) && !BoilerplateLine.IsNoise(line.Content)
            ? line.Letters
            : 0;

    private static bool IsRepeated(IReadOnlyList<DumpLine> lines, int at, int head) =>
        lines[at].Words >= 2 && lines.Take(head).Count(l => l.Key.Equals(lines[at].Key, StringComparison.Ordinal)) > 1;

    private static bool CanBeTitle(DumpLine line) =>
        line is { Letters: >= 8, Words: >= 2, Bullet: false, Section: SectionHead.None }
        && !BoilerplateLine.IsNoise(line.Text) && !BoilerplateLine.IsMenuRow(line.Text) && !DumpDates.IsDateLine(line.Text, OutletNames.Empty);
}

/// <summary>The first line of dumps that a crawler labelled: "date 2025-08-21 Headline".</summary>
internal static partial class DatedHeader
{
    public static (string Title, DateMention Date)? TryRead(string line)
    {
        var match = Header().Match(line);
        return match.Success && DateTextParser.FindFirst(match.Groups["date"].Value) is { } date
            ? (match.Groups["title"].Value.Trim(), date)
            : null;
    }

    [GeneratedRegex(@"^(date|дата|күні)\s?:?\s(?<date>\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?)[\s,|—–-]{1,4}(?<title>.*\p{L}.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Header();
}
