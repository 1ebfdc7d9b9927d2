using System.Text.RegularExpressions;
using KzNewsBot.Text.Languages;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Reads an article out of a page that was saved as plain text, with menus, tickers and other articles around it.
/// Works line by line with general rules; what the text does not say stays null.
/// </summary>
internal static class DumpExtractor
{
    /// <summary>The outlet names itself in its first paragraphs; later names are sources.</summary>
    private const int LinesThatNameTheOutlet = 8;

    public static ExtractionResult Extract(string text, OutletNames known)
    {
        var lines = DumpLines.Split(text);
        if (lines.Count == 0)
        {
            return new ExtractionResult.Skip(SkipReason.Empty);
        }

        if (DumpTitle.Find(lines, known) is not { } title)
        {
            return new ExtractionResult.Skip(SkipReason.NoTitle);
        }

        DumpNoise.Drop(lines, title, known);
        var start = DumpBody.FindStart(lines, title);
        if (start < 0)
        {
            return new ExtractionResult.Skip(SkipReason.NoBody);
        }

        var body = DumpBody.Choose(lines, start, DumpSections.FindEnd(lines, start));
        return body.Count == 0
            ? new ExtractionResult.Skip(SkipReason.NoBody)
            : new ExtractionResult.Store(Compose(lines, title, start, body, known));
    }

    private static ExtractedArticle Compose(
        List<DumpLine> lines, DumpTitle title, int start, List<DumpLine> body, OutletNames known)
    {
        var text = string.Join('\n', body.Select(line => line.Text));
        var outlet = DumpOutlet.Find(lines, title, start, body.Take(LinesThatNameTheOutlet).ToList(), known);
        var second = DumpBody.FirstProse(lines, start + 1);
        var date = DumpDates.Find(lines, title, start, second < 0 ? start : second, known);
        return new ExtractedArticle
        {
            Title = title.Text,
            Body = text,
            Language = LanguageDetector.Detect($"{title.Text}\n{text}").Language,
            Published = date,
            Outlet = outlet?.Name,
            OutletHost = outlet?.Host,
            Author = DumpAuthor.Find(lines, start),
        };
    }
}

/// <summary>The outlet of a dump: behind the title, in the navigation, or where the article names who speaks.</summary>
internal static class DumpOutlet
{
    public static OutletMention? Find(
        List<DumpLine> lines, DumpTitle title, int start, List<DumpLine> lead, OutletNames known)
    {
        if (title.Site is { } site)
        {
            var named = OutletMentions.Named(site, known);
            return named with { Host = named.Host ?? OutletMentions.HostSounding(site, lines.Select(line => line.Text)) };
        }

        return lines.Take(start).Select(line => OutletMentions.InNavigation(line.Content, known)).FirstOrDefault(m => m is not null)
            ?? lead.Select(line => OutletMentions.InSentence(line.Text, known)).FirstOrDefault(m => m is not null);
    }
}

/// <summary>The author of a dump: «Автор: Имя Фамилия» or the name on the line below the label.</summary>
internal static partial class DumpAuthor
{
    public static string? Find(List<DumpLine> lines, int start)
    {
        for (var i = 0; i < Math.Min(lines.Count, start); i++)
        {
            var match = Label().Match(lines[i].Content.Length <= 120 ? lines[i].Content : "");
            if (!match.Success)
            {
                continue;
            }

            var value = match.Groups["value"].Value.Trim();
            var name = value.Length == 0 && i + 1 < lines.Count ? lines[i + 1].Content : value;
            return name.Length <= 80 && PersonName().IsMatch(name) ? name : null;
        }

        return null;
    }

    [GeneratedRegex(@"^(автор(ы)?|авторы?|author|by)(\s?:|\s?$|\s(?=\p{Lu}))(?<value>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Label();

    /// <summary>Two to four capitalized words: no sentence, no site.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]{0,30}\.?(\s\p{Lu}[\p{L}'’-]{0,30}\.?){1,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex PersonName();
}
