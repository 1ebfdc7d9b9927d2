namespace KzNewsBot.Text.Feeds;

/// <summary>
/// Gives elements one name each whatever prefix a feed uses: lower case, with the customary prefix of the namespace and
/// none for what belongs to feeds themselves. A prefix that is not declared, or bound to an unknown address, counts by
/// its own name, since outlets copy elements without their declarations.
/// </summary>
internal sealed class XmlNames
{
    /// <summary>Part of each namespace address that survives its versions and misspellings, and its prefix here.</summary>
    private static readonly (string Mark, string Prefix)[] Known =
    [
        ("purl.org/rss/1.0/modules/content", "content"),
        ("purl.org/rss/1.0/modules/syndication", "sy"),
        ("purl.org/dc/terms", "dcterms"),
        ("purl.org/dc/", "dc"),
        ("search.yahoo.com/mrss", "media"),
        ("rssnamespace.org/feedburner", "feedburner"),
        ("news.yandex.ru", "yandex"),
        ("schemas/sitemap-news", "news"),
        ("schemas/sitemap-image", "image"),
        ("schemas/sitemap-video", "video"),
        ("schemas/sitemap", ""),
        ("www.itunes.com/", "itunes"),
        ("www.w3.org/1999/xhtml", "xhtml"),
        ("22-rdf-syntax-ns", "rdf"),
        ("www.w3.org/2005/atom", ""),
        ("purl.org/atom/ns", ""),
        ("purl.org/rss/1.0/modules/", "other"),
        ("purl.org/rss/1.0", ""),
        ("purl.org/net/rss1.1", ""),
        ("my.netscape.com/", ""),
        ("channel.netscape.com/", ""),
        ("backend.userland.com/", ""),
        ("blogs.law.harvard.edu/tech/rss", ""),
    ];

    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> resolvedBySpan;
    private readonly Stack<(int Depth, string Prefix, string? Before)> declared = [];

    public XmlNames() => resolvedBySpan = resolved.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes over the declarations of a start tag that stands at that depth.</summary>
    public void Declare(LooseXmlReader tag, int depth)
    {
        for (var i = 0; i < tag.AttributeCount; i++)
        {
            var name = tag.AttributeName(i);
            if (name.StartsWith("xmlns", StringComparison.Ordinal) && (name.Length == 5 || name[5] == ':'))
            {
                var prefix = name.Length == 5 ? "" : new string(name[6..]);
                Bind(depth, prefix, Canonical(tag.AttributeValue(i), prefix));
            }
        }
    }

    /// <summary>Forgets the declarations of elements deeper than that.</summary>
    public void LeaveTo(int depth)
    {
        while (declared.TryPeek(out var last) && last.Depth > depth)
        {
            declared.Pop();
            Set(last.Prefix, last.Before);
        }
    }

    public string Resolve(ReadOnlySpan<char> qualified)
    {
        if (resolvedBySpan.TryGetValue(qualified, out var name))
        {
            return name;
        }

        var colon = qualified.IndexOf(':');
        var local = new string(qualified[(colon + 1)..]).ToLowerInvariant();
        var prefix = colon < 0 ? "" : new string(qualified[..colon]);
        var canonical = prefixes.TryGetValue(prefix, out var bound) ? bound : Customary(prefix);
        name = canonical.Length == 0 ? local : $"{canonical}:{local}";
        if (resolved.Count < 1000)
        {
            resolvedBySpan[qualified] = name;
        }

        return name;
    }

    private static string Canonical(string address, string prefix)
    {
        foreach (var (mark, canonical) in Known)
        {
            if (address.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return canonical;
            }
        }

        return Customary(prefix);
    }

    private static string Customary(string prefix) => prefix.ToLowerInvariant() switch
    {
        "atom" or "atom10" or "atom03" or "a10" or "rss" => "",
        "excerpt" => "other",
        var own => own,
    };

    private void Bind(int depth, string prefix, string canonical)
    {
        prefixes.TryGetValue(prefix, out var before);
        if (!string.Equals(before, canonical, StringComparison.Ordinal))
        {
            declared.Push((depth, prefix, before));
            Set(prefix, canonical);
        }
    }

    private void Set(string prefix, string? canonical)
    {
        if (canonical is null)
        {
            prefixes.Remove(prefix);
        }
        else
        {
            prefixes[prefix] = canonical;
        }

        resolved.Clear();
    }
}
