using System.Text;
using System.Xml;

namespace KzNewsBot.Text.Feeds;

/// <param name="Folder">The titles of the outlines around it, outermost first, joined by "/"; null at the top.</param>
/// <param name="Language">As the file has it, a tag such as "kk" or "en-us"; null where it says none.</param>
/// <param name="StandsBy">Its site's other feeds tell the same news; where they fail it is read.</param>
internal sealed record OpmlOutline(string Title, Uri FeedUrl, Uri? SiteUrl, string? Folder, string? Language = null, bool StandsBy = false);

/// <summary>Reads and writes lists of subscriptions, OPML 2.0; reading is as tolerant as with feeds.</summary>
internal static class Opml
{
    public const int MaxOutlines = 10_000;

    /// <summary>A word of ours among the categories, which other readers leave alone.</summary>
    private const string Standby = "standby";

    /// <summary>The outlines that name a feed, each address once; null when the text is no OPML.</summary>
    public static IReadOnlyList<OpmlOutline>? Read(string text)
    {
        var reader = new LooseXmlReader(text);
        var folders = new Stack<string?>();
        var outlines = new List<OpmlOutline>();
        var known = new HashSet<Uri>();
        var isOpml = false;
        while (reader.Next() && outlines.Count < MaxOutlines)
        {
            isOpml |= reader.Node == LooseXmlNode.Start && reader.Name.Equals("opml", StringComparison.OrdinalIgnoreCase);
            if (!isOpml || reader.Node is LooseXmlNode.Text or LooseXmlNode.CData || !reader.Name.Equals("outline", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (reader.Node == LooseXmlNode.End)
            {
                folders.TryPop(out _);
                continue;
            }

            var title = TitleText.FromText(Attribute(reader, "title") ?? Attribute(reader, "text") ?? "");
            if (Web(Attribute(reader, "xmlUrl") ?? (IsFeed(Attribute(reader, "type")) ? Attribute(reader, "url") : null)) is { } feed && known.Add(feed))
            {
                var standsBy = Attribute(reader, "category")?.Split(',', StringSplitOptions.TrimEntries).Contains(Standby, StringComparer.OrdinalIgnoreCase) is true;
                outlines.Add(new OpmlOutline(title.Length > 0 ? title : feed.Host, feed, Web(Attribute(reader, "htmlUrl")), FolderOf(folders), Attribute(reader, "language"), standsBy));
            }

            if (!reader.IsEmptyElement && folders.Count < FeedXmlParser.MaxDepth)
            {
                folders.Push(title);
            }
        }

        return isOpml ? outlines : null;
    }

    public static string Write(string title, IEnumerable<OpmlOutline> outlines)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", title);
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var folder in outlines.GroupBy(outline => outline.Folder, StringComparer.Ordinal))
            {
                WriteFolder(xml, folder.Key, folder);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        // A writer into text would declare UTF-16; the file is UTF-8.
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static void WriteFolder(XmlWriter xml, string? folder, IEnumerable<OpmlOutline> outlines)
    {
        var names = folder?.Split('/') ?? [];
        foreach (var name in names)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", TitleText.FromText(name));
        }

        foreach (var outline in outlines)
        {
            var title = TitleText.FromText(outline.Title);
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("text", title);
            xml.WriteAttributeString("title", title);
            xml.WriteAttributeString("xmlUrl", outline.FeedUrl.AbsoluteUri);
            if (outline.SiteUrl is { } site)
            {
                xml.WriteAttributeString("htmlUrl", site.AbsoluteUri);
            }

            if (outline.Language is { } language)
            {
                xml.WriteAttributeString("language", language);
            }

            if (outline.StandsBy)
            {
                xml.WriteAttributeString("category", Standby);
            }

            xml.WriteEndElement();
        }

        foreach (var _ in names)
        {
            xml.WriteEndElement();
        }
    }

    private static string? FolderOf(Stack<string?> folders)
    {
        var named = folders.Reverse().Where(name => !string.IsNullOrEmpty(name)).Select(name => name!.Replace('/', '-')).ToList();
        return named.Count > 0 ? string.Join('/', named) : null;
    }

    private static string? Attribute(LooseXmlReader reader, string name) =>
        reader.Attribute(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>An outline of the type "link" leads to a page (OPML 2.0).</summary>
    private static bool IsFeed(string? type) => type is null || type.Equals("rss", StringComparison.OrdinalIgnoreCase) || type.Equals("atom", StringComparison.OrdinalIgnoreCase);

    /// <summary>"feed://host/" and "feed:https://host/" are what sites write to open a feed reader.</summary>
    private static Uri? Web(string? text)
    {
        var plain = text?.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) is true ? $"http{text["feed".Length..]}"
            : text?.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) is true ? text["feed:".Length..]
            : text;
        return Uri.TryCreate(plain, UriKind.Absolute, out var address) ? FeedAddress.Resolve(address.OriginalString, address) : null;
    }
}
