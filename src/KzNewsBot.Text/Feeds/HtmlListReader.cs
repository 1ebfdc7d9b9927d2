using AngleSharp.Dom;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// CSS selectors for a page with links. Inside an item, "selector@attribute" reads an attribute instead of the text, and
/// "@attribute" one of the item itself.
/// </summary>
internal sealed record HtmlListShape
{
    public required string Item { get; init; }

    /// <summary>Null: the text of the link.</summary>
    public string? Title { get; init; }

    /// <summary>Null: the item itself if it is a link, otherwise its first link.</summary>
    public string? Link { get; init; }

    public string? Date { get; init; }

    public string? Summary { get; init; }
}

/// <summary>Reads a page that lists news by declared selectors.</summary>
internal static class HtmlListReader
{
    public static FeedResult Read(string html, HtmlListShape shape, Uri address, DateTimeOffset fetchedAt)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return new FeedResult.NotAFeed(ForeignDocument.Empty);
        }

        using var document = PageParser.Parse(html, out var isCut);
        if (document is null)
        {
            return new FeedResult.NotAFeed(ForeignDocument.TooLarge);
        }

        var site = FeedAddress.Resolve(document.QuerySelector("base[href]")?.GetAttribute("href"), address) ?? address;
        var items = document.QuerySelectorAll(shape.Item);
        var entries = items.Take(FeedXmlParser.MaxEntries).Select(item => Draft(item, shape, site)).OfType<EntryDraft>().ToList();
        return new FeedResult.Read(new FeedAssembler(site, fetchedAt).Assemble(new FeedDraft(FeedKind.HtmlList, isCut ? FeedFaults.Truncated : FeedFaults.None, new EntryDraft(), entries)
        {
            Language = document.DocumentElement.GetAttribute("lang"),
            Skipped = items.Length - entries.Count,
        }));
    }

    /// <summary>Null without a link or a title: a heading of the list, an advert.</summary>
    private static EntryDraft? Draft(IElement item, HtmlListShape shape, Uri site)
    {
        var link = shape.Link is { } selector ? Value(item, selector, "href") : FirstLink(item)?.GetAttribute("href");
        var title = shape.Title is { } titles ? Value(item, titles, attribute: null) : Text(FirstLink(item) ?? item);
        title = TitleText.FromText(title ?? "");
        if (title.Length == 0 || FeedAddress.Resolve(link, site) is null)
        {
            return null;
        }

        return new EntryDraft
        {
            Title = title,
            Link = new RawAddress(link!, site),
            Published = shape.Date is null ? null : Value(item, shape.Date, attribute: null),
            Summary = shape.Summary is not null && Value(item, shape.Summary, attribute: null) is { Length: > 0 } summary
                ? XmlCharacters.ToHtml(TitleText.FromText(summary))
                : null,
        };
    }

    /// <summary>A line break parts words.</summary>
    private static string? Text(IElement? element)
    {
        if (element is not null)
        {
            StruckText.Remove(element);
        }

        foreach (var lineBreak in element?.QuerySelectorAll("br").ToList() ?? [])
        {
            lineBreak.Replace(lineBreak.Owner!.CreateTextNode(" "));
        }

        return element?.TextContent;
    }

    private static IElement? FirstLink(IElement item) =>
        item.LocalName == "a" && item.HasAttribute("href") ? item
        : item.QuerySelectorAll("a[href]").FirstOrDefault(link => !string.IsNullOrWhiteSpace(link.TextContent)) ?? item.QuerySelector("a[href]");

    /// <param name="attribute">Read when the selector names none; null reads the text.</param>
    private static string? Value(IElement item, string selector, string? attribute)
    {
        var at = selector.LastIndexOf('@');
        var (path, name) = at < 0 ? (selector.Trim(), attribute) : (selector[..at].Trim(), selector[(at + 1)..].Trim());
        var element = path.Length == 0 ? item : item.QuerySelector(path);
        return name is null ? Text(element) : element?.GetAttribute(name);
    }
}
