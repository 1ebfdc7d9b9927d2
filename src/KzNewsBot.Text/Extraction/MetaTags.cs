using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The page's meta tags and microdata by name; the first of a kind wins.</summary>
internal sealed class MetaTags
{
    private const int MaxTags = 500;

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(IParentNode document)
    {
        foreach (var tag in document.QuerySelectorAll("meta[content]").Take(MaxTags))
        {
            var content = TextCleaner.CleanLine(tag.GetAttribute("content") ?? "").Trim();
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
            {
                if (content.Length > 0 && tag.GetAttribute(attribute) is { Length: > 0 } name)
                {
                    values.TryAdd(name.Trim(), content);
                }
            }
        }
    }

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }
}
