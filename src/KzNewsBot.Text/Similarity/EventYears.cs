using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Similarity;

/// <summary>The years that events bear as a part of their name: «Кобальт-2018», "Steppe Eagle 2014"; other years may be background.</summary>
internal static partial class EventYears
{
    /// <summary>Every year of the title, and those after a name and a dash in the opening; each once, in order.</summary>
    public static IReadOnlyList<string> Of(string title, string body) =>
        [.. Year().Matches(TextOpening.OfTitle(title)).Concat(NamedYear().Matches(TextOpening.OfBody(body))).Select(match => match.Groups["year"].Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\b(?<year>(19|20)[0-9]{2})\b", RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Year();

    [GeneratedRegex(@"\p{L}[»""”]?\s?[-–—]\s?(?<year>(19|20)[0-9]{2})\b", RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex NamedYear();
}
