using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>The mark of a footnote, raised and a link to it: glued to a word it is none of its letters. Other raised figures are exponents.</summary>
internal static class FootnoteMark
{
    /// <summary>"*", "†", "iv", "12": whatever leads down the page.</summary>
    private const int LongestSign = 4;

    public static bool Is(IElement element) => element.LocalName is "sup" && LinkOf(element) is { } link
        && (IsNumber(element.TextContent) || (LeadsWithin(link) && element.TextContent.Trim().Length <= LongestSign));

    public static void Remove(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("sup").Where(Is).ToList())
        {
            element.Remove();
        }
    }

    /// <summary>In it, or around it alone: an exponent may stand in the words of a link.</summary>
    private static IElement? LinkOf(IElement element) => element.QuerySelector("a")
        ?? (element.Closest("a") is { } around && around.TextContent.Trim() == element.TextContent.Trim() ? around : null);

    private static bool LeadsWithin(IElement link) => link.GetAttribute("href")?.StartsWith('#') is true;

    private static bool IsNumber(string text) => text.All(letter => char.IsAsciiDigit(letter) || char.IsWhiteSpace(letter) || letter is '[' or ']' or ',' or '*');
}
