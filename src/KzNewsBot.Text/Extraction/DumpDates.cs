using System.Globalization;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// The publication date of a dump. Only a line that is nothing but a date counts: a date inside a sentence is an event.
/// Of several, the one nearest above the running text wins, because pages print today's date in their header.
/// </summary>
internal static class DumpDates
{
    private const int MaxLineLength = 120;

    private static readonly HashSet<string> LabelWords = new(
        ("опубликовано опубликована обновлено обновлена дата публикации время размещено добавлено изменено в г года "
        + "год г. просмотров просмотры жарияланды жарияланған жаңартылды күні published updated posted on at "
        + "date modified last by time pm am gmt utc").Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Weekdays = new(
        ("понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
        + "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі "
        + "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> TodayWords = new(["сегодня", "today", "бүгін"], StringComparer.OrdinalIgnoreCase);

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

    private static DateMention? ReadLine(string line, OutletNames known)
    {
        if (line.Length > MaxLineLength)
        {
            return null;
        }

        foreach (var part in line.Split([" | ", " • ", " · ", " / "], StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateTextParser.FindFirst(part) is { } date && IsNothingElse(part, date, known))
            {
                return date;
            }
        }

        return null;
    }

    private static bool IsNothingElse(string part, DateMention date, OutletNames known)
    {
        var rest = string.Concat(part.AsSpan(0, date.Span.Start), " ", part.AsSpan(date.Span.End));
        var words = rest.Split([' ', ',', ':', ';', '(', ')', '-', '–', '—'], StringSplitOptions.RemoveEmptyEntries);
        return !words.Any(TodayWords.Contains)
            && words.All(word => !word.Any(char.IsLetter) || LabelWords.Contains(word)
                || Weekdays.Contains(word) || HostName.IsHost(word) || known.ByName(word) is not null || DateTextParser.FindFirst(word) is not null);
    }

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

        return lines[at].Content.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Any(Weekdays.Contains);
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
