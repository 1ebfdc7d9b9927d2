namespace KzNewsBot.Text.Extraction;

/// <param name="Site">The name that stood behind the title; null when nothing was cut.</param>
internal sealed record SplitTitle(string Title, string? Site);

/// <summary>
/// Takes the site's name off a page title. Only a part that is known to be the site goes: " - эксперт" behind a
/// headline belongs to the headline.
/// </summary>
internal static class TitleSuffix
{
    /// <summary>No headline is longer; a longer one is not worth cutting.</summary>
    private const int MaxLength = 1000;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / "];

    /// <param name="isSite">Tells whether a part is the site's name.</param>
    /// <param name="isHeadline">Tells whether the rest alone is printed as the headline elsewhere on the page.</param>
    public static SplitTitle Split(string title, Func<string, bool> isSite, Func<string, bool> isHeadline)
    {
        if (title.Length > MaxLength)
        {
            return new SplitTitle(title, null);
        }

        foreach (var cut in Cuts(title))
        {
            var head = title[..cut.Start].Trim();
            var tail = title[cut.End..].Trim();
            if (head.Length == 0 || tail.Length == 0)
            {
                continue;
            }

            if (isHeadline(head) || isSite(tail))
            {
                return new SplitTitle(head, LastPart(tail));
            }

            if (isSite(head) && LetterCount(tail) >= 12)
            {
                return new SplitTitle(tail, head);
            }
        }

        return new SplitTitle(title, null);
    }

    /// <summary>Every place where a title may be cut, the longest head first.</summary>
    private static List<TextSpan> Cuts(string title)
    {
        var cuts = new List<TextSpan>();
        foreach (var separator in Separators)
        {
            for (var at = title.IndexOf(separator, StringComparison.Ordinal); at >= 0;
                 at = title.IndexOf(separator, at + 1, StringComparison.Ordinal))
            {
                cuts.Add(new TextSpan(at, separator.Length));
            }
        }

        cuts.Sort((left, right) => right.Start.CompareTo(left.Start));
        return cuts;
    }

    private static string LastPart(string tail)
    {
        var cuts = Cuts(tail);
        return cuts.Count == 0 ? tail : tail[cuts[0].End..].Trim();
    }

    private static int LetterCount(string text) => text.Count(char.IsLetter);
}
