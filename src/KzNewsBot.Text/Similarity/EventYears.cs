using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Similarity;

/// <summary>The years that events bear as a part of their name: «Кобальт-2018», "Steppe Eagle 2014"; other years may be background.</summary>
internal static partial class EventYears
{
    private const int TitleLetters = 500;
    private const int BodyLetters = 1500;

    /// <summary>Every year of the title, and those after a name and a dash in the opening; each once, in order.</summary>
    public static IReadOnlyList<string> Of(string title, string body) =>
        [.. Year().Matches(Cut(title, TitleLetters)).Concat(NamedYear().Matches(Cut(body, BodyLetters))).Select(match => match.Groups["year"].Value).Distinct(StringComparer.Ordinal)];

    private static string Cut(string text, int letters) => text.Length > letters ? text[..letters] : text;

    [GeneratedRegex(@"\b(?<year>(19|20)[0-9]{2})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\p{L}[»""”]?\s?[-–—]\s?(?<year>(19|20)[0-9]{2})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedYear();
}
