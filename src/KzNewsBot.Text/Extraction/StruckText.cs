using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>Words that an outlet has crossed out: its readers see that it no longer says them, a copy without the line would not show it.</summary>
internal static class StruckText
{
    public static bool Is(IElement element) =>
        element.LocalName is "s" or "strike" or "del"
        || element.GetAttribute("style")?.Contains("line-through", StringComparison.OrdinalIgnoreCase) is true;

    public static void Remove(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("*").Where(Is).ToList())
        {
            element.Remove();
        }
    }
}
