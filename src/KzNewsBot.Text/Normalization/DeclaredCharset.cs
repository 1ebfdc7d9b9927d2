using System.Text;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Normalization;

/// <summary>The encoding a page names in itself, found as HTML prescans for it: in the first kilobytes, read as ASCII.</summary>
internal static partial class DeclaredCharset
{
    /// <summary>HTML asks for the first 1,024 bytes; outlets put scripts and comments before the tag.</summary>
    private const int PrescanBytes = 4096;

    private const int MaxNames = 4;

    public static bool LooksLikeMarkup(ReadOnlySpan<byte> bytes) => Markup().IsMatch(Head(bytes));

    /// <summary>The names in the order in which they count: the XML prolog, then the meta tags.</summary>
    public static IEnumerable<string> Find(ReadOnlySpan<byte> bytes)
    {
        var head = Head(bytes);
        return XmlProlog().Matches(head).Concat(MetaTag().Matches(head)).Select(match => match.Groups["name"].Value).Take(MaxNames);
    }

    private static string Head(ReadOnlySpan<byte> bytes) =>
        Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)]);

    [GeneratedRegex(@"<(!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s|title>|\?xml\s|rss[\s>]|feed[\s>]|rdf:)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\s{0,64}<\?xml[^>]{1,200}encoding\s?=\s?[""'](?<name>[\w.:-]{1,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex XmlProlog();

    [GeneratedRegex(@"<meta[^>]{1,300}charset\s?=\s?[""']?\s?(?<name>[\w.:-]{1,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex MetaTag();
}
