using System.Globalization;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// The publication date of a dump. Only a line that is nothing but a date counts: a date inside a sentence is an event.
/// Of several, the one nearest above the running text wins, because pages print today's date in their header.
/// </summary>
internal static class DumpDates
{
    /// <param name="firstProse">The first paragraph of the body.</param>
    /// <param name="secondProse">The second one; a date often stands between the standfirst and the text.</param>
    public static PublicationDate? Find(
        IReadOnlyList<DumpLine> lines, DumpTitle title, int firstProse, int secondProse, OutletNames known)
    {
        if (title.HeaderDate is { } header)
        {
            return Published(header, DateOrigin.FrontMatter, header.Day.ToString("O", CultureInfo.InvariantCulture));
        }

        // With the headline printed again over the text, what stands before it is the page's header.
        var from = title.LastLine;
        for (var i = Math.Min(secondProse, lines.Count) - 1; i >= 0; i--)
        {
            var aboveHeadline = i < from;
            if (ReadLine(lines[i].Content, known) is { } date && !(aboveHeadline && IsHeaderOfPage(lines, i)))
            {
                return Published(date, DateOrigin.NearTitle, lines[i].Content);
            }
        }

        return OnlyDateLine(lines, firstProse, known);
    }

    public static bool IsDateLine(string line, OutletNames known) => ReadLine(line, known) is not null;

    private static DateMention? ReadLine(string line, OutletNames known) => DateLine.Read(line, known)?.Date;

    /// <summary>Beside a ticker, the weather or a weekday a date is today's, not the article's.</summary>
    private static bool IsHeaderOfPage(IReadOnlyList<DumpLine> lines, int at)
    {
        for (var i = Math.Max(0, at - 2); i <= Math.Min(lines.Count - 1, at + 2); i++)
        {
            if (i != at && BoilerplateLine.IsNumeric(lines[i].Content))
            {
                return true;
            }
        }

        return lines[at].Content.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Any(DateWords.IsWeekday);
    }

    /// <summary>Some pages print the date under the text; one date alone cannot be mistaken.</summary>
    private static PublicationDate? OnlyDateLine(IReadOnlyList<DumpLine> lines, int firstProse, OutletNames known)
    {
        PublicationDate? only = null;
        for (var i = Math.Max(0, firstProse); i < lines.Count; i++)
        {
            if (lines[i].Section == SectionHead.OtherArticles)
            {
                break;
            }

            if (ReadLine(lines[i].Content, known) is { } date)
            {
                if (only is not null && only.Day != date.Day)
                {
                    return null;
                }

                only ??= Published(date, DateOrigin.NearTitle, lines[i].Content);
            }
        }

        return only;
    }

    private static PublicationDate Published(DateMention date, DateOrigin origin, string raw) =>
        new(date.Day, date.Instant, origin, raw);
}
