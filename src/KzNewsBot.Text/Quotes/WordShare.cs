using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Quotes;

/// <summary>How much of the shorter of two sentences the other says too.</summary>
internal static class WordShare
{
    /// <summary>Overlap coefficient of the stems without function words, 0 to 1; 0 where one has none.</summary>
    public static double Of(string a, string b, Language language)
    {
        var (one, other) = (Stems(a, language), Stems(b, language));
        var shorter = Math.Min(one.Count, other.Count);
        return shorter == 0 ? 0 : (double)one.Count(other.Contains) / shorter;
    }

    private static HashSet<string> Stems(string text, Language language) => ContentStems.Of(text, language).ToHashSet(StringComparer.Ordinal);
}
