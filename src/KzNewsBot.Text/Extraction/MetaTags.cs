using AngleSharp.Dom;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>The page's meta tags and microdata by name; the first of a kind wins.</summary>
internal sealed class MetaTags
{
    private const int MaxTags = 500;

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By the letters of the name alone.</summary>
    private readonly Dictionary<string, string> byKey = new(StringComparer.Ordinal);

    public MetaTags(IParentNode document)
    {
        foreach (var tag in document.QuerySelectorAll("meta[content]").Take(MaxTags))
        {
            var content = TextCleaner.CleanLine(tag.GetAttribute("content") ?? "").Trim();
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
            {
                if (content.Length > 0 && tag.GetAttribute(attribute) is { Length: > 0 } name && !(attribute is "itemprop" && IsDateOfItem(tag, name)))
                {
                    Add(name.Trim(), content);
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
                return value[0];
            }
        }

        return null;
    }

    /// <summary>Every value of a name, for tags that stand once per author.</summary>
    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var all) ? all : [];

    /// <param name="keys">Letters in lower case: "articlepublishedtime".</param>
    public string? FirstByKey(IEnumerable<string> keys) => keys.Select(key => byKey.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);

    /// <summary>Below the head a date belongs to the item it stands in, which may be a teaser or a comment.</summary>
    private static bool IsDateOfItem(IElement tag, string name) => name.StartsWith("date", StringComparison.OrdinalIgnoreCase) && tag.ParentElement is not { LocalName: "head" };

    private void Add(string name, string content)
    {
        if (values.TryGetValue(name, out var all))
        {
            all.Add(content);
        }
        else
        {
            values.Add(name, [content]);
        }

        byKey.TryAdd(string.Concat(name.Where(char.IsLetter)).ToLowerInvariant(), content);
    }
}
