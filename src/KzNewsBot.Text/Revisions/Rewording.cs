namespace KzNewsBot.Text.Revisions;

/// <summary>
/// Tells an editor's change from the other ways in which a stored text becomes another: a teaser gives way to the whole
/// text, a flash grows into a report, and lines that stand on every page of a site are left out once they are known.
/// </summary>
internal static class Rewording
{
    /// <summary>What grows by so much was a beginning.</summary>
    private const int Grown = 2;

    /// <summary>The title, or a paragraph, says what it did not before; spelling of quotation marks and dashes is no change.</summary>
    public static bool Is(string oldTitle, string oldBody, string title, string body)
    {
        var old = Letters(oldBody);
        return Letters(body).Length < Grown * old.Length
            && (Letters(oldTitle) != Letters(title) || body.Split('\n').Any(paragraph => !old.Contains(Letters(paragraph), StringComparison.Ordinal)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
