using System.Text.RegularExpressions;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Similarity;

/// <summary>«Аэродром «Аксункар»», «ұшу алаңы «Ақсұңқар»»: what headlines call a thing of many of its kind. Outlets are named beside any event.</summary>
internal static partial class QuotedNames
{
    /// <summary>Letters, folded, in which the endings of a name are left out.</summary>
    private const int Stem = 5;

    public static IReadOnlyList<string> Of(string headline) =>
        [.. Names().Matches(headline).Select(match => Letters.Fold(match.Groups["name"].Value)).Select(name => name[..Math.Min(Stem, name.Length)]).Distinct(StringComparer.Ordinal)];

    private const string Media = "(?!(?i:газет|агентств|телеканал|канал|издани|портал|радио|сайт|журнал|арна|басылым|агенттіг|newspaper|channel|agency))";

    private const string Name = @"[«“""](?<name>\p{Lu}[\p{L}\d-]{2,30}( [\p{L}\d-]{1,30}){0,2})[»”""]";

    [GeneratedRegex(@"(?<=\b" + Media + @"\p{L}[\p{Ll}-]{3,30} )" + Name + "|" + Name + " (?=" + Media + @"\p{Ll}\p{L}{3,30}[ыі](\P{L}|$))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Names();
}
