using System.Text.RegularExpressions;

namespace KzNewsBot.Evaluation.Scores;

/// <summary>What scores count as a word: runs of Unicode letters, digits and underscores, in lower case.</summary>
internal static partial class Words
{
    public static IReadOnlyList<string> Of(string text) => AsWritten(text.ToLowerInvariant());

    public static IReadOnlyList<string> AsWritten(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Word();
}
