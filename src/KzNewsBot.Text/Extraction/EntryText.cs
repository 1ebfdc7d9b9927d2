using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The text an entry carries itself, HTML or plain, as paragraphs separated by a newline.</summary>
internal static partial class EntryText
{
    private static readonly HashSet<string> Blocks = new(
        ["p", "div", "br", "li", "ul", "ol", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "figure", "hr", "pre"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Hidden = new(["script", "style", "figure", "iframe", "noscript", "form", "template"], StringComparer.Ordinal);

    /// <summary>The article that an entry carries: unwrapped if it was escaped twice, and without calls, links to others and a feed's signature; lines of figures are its own.</summary>
    public static string OfArticle(string html)
    {
        var text = StatedBody.Read(html) ?? "";
        var kept = text.Split('\n').Where(line => (BoilerplateLine.IsNumeric(line) || !BoilerplateLine.IsNoise(line)) && SectionHeads.Classify(line) is not (SectionHead.ReadAlso or SectionHead.ReadAlsoInline) && !Signature().IsMatch(line)).ToList();
        return kept.Count > 0 ? string.Join('\n', kept) : text;
    }

    public static string Read(string html)
    {
        using var document = PageParser.Parse(html, out var isCut);
        if (isCut || document?.Body is not { } body)
        {
            return "";
        }

        StruckText.Remove(body);
        FootnoteMark.Remove(body);
        foreach (var element in body.QuerySelectorAll("*").Where(element => Hidden.Contains(element.LocalName)).ToList())
        {
            element.Remove();
        }

        foreach (var element in body.QuerySelectorAll("*").Where(element => Blocks.Contains(element.LocalName)).ToList())
        {
            element.Before(document.CreateTextNode("\n"));
            element.Append(document.CreateTextNode("\n"));
        }

        return string.Join('\n', TextCleaner.Clean(body.TextContent).Split('\n').Select(TextCleaner.CleanLine).Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    /// <summary>Put under each entry by WordPress.</summary>
    [GeneratedRegex(@"^(the post .{1,400} (appeared first|first appeared) on .{1,100}|(сообщение|запись) .{1,400} (впервые появил(ась|ось)|появил(ась|ось) сначала) на .{1,100})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Signature();
}
