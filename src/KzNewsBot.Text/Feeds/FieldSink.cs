using System.Globalization;

namespace KzNewsBot.Text.Feeds;

/// <summary>Gathers what the elements of a feed say, about the entry that is open or else about the feed.</summary>
internal sealed class FieldSink(string document, Uri address)
{
    private readonly List<EntryDraft> entries = [];
    private readonly EntryDraft head = new();
    private EntryDraft? entry;
    private int? ttl;
    private string? period;
    private int frequency = 1;
    private RawAddress? older;
    private string? generator;

    public int EntryCount => entries.Count;

    public string? FeedLanguage { get; set; }

    private EntryDraft Current => entry ?? head;

    public Uri? ResolveBase(string text, Uri? around) => FeedAddress.Resolve(text, around ?? address) ?? around;

    public void BeginEntry(LooseXmlReader tag, Uri? xmlBase, string? language)
    {
        entry = new EntryDraft { Language = language };
        if (tag.Attribute("about") is { Length: > 0 } about)
        {
            entry.Id = about.Trim();
            entry.IdAsLink = new RawAddress(about, null);
        }

        // A channel of Internet Explorer's, CDF.
        if (tag.Attribute("href") is { Length: > 0 } href)
        {
            entry.Link = new RawAddress(href, xmlBase);
        }
    }

    public void EndEntry()
    {
        if (entry is not null)
        {
            entries.Add(entry);
            entry = null;
        }
    }

    /// <summary>The document ends inside an entry: only one that can already be told and found is kept.</summary>
    public void EndCutEntry()
    {
        if (entry is { Title.Length: > 0 } && (entry.Link ?? entry.IdAsLink) is not null)
        {
            entries.Add(entry);
        }

        entry = null;
    }

    public FeedDraft Finish(FeedKind kind, FeedFaults faults) =>
        new(kind, faults, head, entries) { Language = head.Language ?? FeedLanguage, Ttl = ttl ?? Minutes(), Older = older, Generator = generator };

    /// <summary>What an element says in its attributes.</summary>
    public void Attributes(string name, LooseXmlReader tag, Uri? xmlBase)
    {
        switch (name)
        {
            case "link":
                Link(tag, xmlBase);
                break;
            case "channel" when tag.Attribute("href") is { Length: > 0 } href && Current.Takes(FeedField.Link, 3):
                Current.Link = new RawAddress(href, xmlBase);
                break;
            case "enclosure":
                Enclosure(tag, xmlBase, tag.Attribute("type"));
                break;
            case "media:content":
                Enclosure(tag, xmlBase, tag.Attribute("type") ?? tag.Attribute("medium"));
                break;
            case "media:thumbnail":
                Enclosure(tag, xmlBase, "image");
                break;
            case "category" when (tag.Attribute("label") ?? tag.Attribute("term")) is { } label:
                Category(label);
                break;
            case "content" when tag.Attribute("src") is { Length: > 0 } src && Current.Takes(FeedField.Link, 3):
                Current.Link = new RawAddress(src, xmlBase);
                break;
        }
    }

    /// <summary>Whether a link is the page itself, not a file, a comment or the feed.</summary>
    public static bool LeadsToPage(LooseXmlReader tag) => Relation(tag) is null or "" or "alternate";

    public void Store(FieldCapture field, int end, FeedKind kind)
    {
        if (field.Field is FeedField.Content or FeedField.Category or FeedField.Keywords or FeedField.Summary || TakesItsPlace(field))
        {
            Store(field, new FieldText(field, document, end, kind));
        }
    }

    /// <summary>Empty elements say nothing; of the others the best rank counts, and the first of a rank.</summary>
    private bool TakesItsPlace(FieldCapture field) => (!string.IsNullOrWhiteSpace(field.Text) || field.HasMarkup) && Current.Takes(field.Field, field.Rank);

    private void Store(FieldCapture field, FieldText value)
    {
        var current = Current;
        switch (field.Field)
        {
            case FeedField.Title:
                current.Title = value.Title;
                break;
            case FeedField.Link or FeedField.OriginalLink:
                StoreLink(field, value.Address);
                break;
            case FeedField.Id:
                current.Id = value.Line;
                current.IdAsLink = string.Equals(field.IsPermaLink?.Trim(), "false", StringComparison.OrdinalIgnoreCase) || !FeedAddress.IsWeb(value.Line)
                    ? current.IdAsLink
                    : new RawAddress(value.Address, field.Base);
                break;
            case FeedField.Summary:
                StoreSummary(field, value.Html);
                break;
            case FeedField.Content:
                StoreContent(value.Html);
                break;
            case FeedField.Published:
                current.Published = value.Line;
                break;
            case FeedField.Date:
                current.Date = value.Line;
                break;
            case FeedField.Updated:
                current.Updated = value.Line;
                break;
            case FeedField.Author or FeedField.AuthorName:
                current.Author ??= AuthorText.Read(value.Line);
                break;
            case FeedField.AuthorEmail:
                current.AuthorEmail = value.Line;
                break;
            case FeedField.Category:
                Category(value.Title);
                break;
            case FeedField.Keywords:
                foreach (var keyword in value.Line.Split(',', StringSplitOptions.RemoveEmptyEntries))
                {
                    Category(keyword);
                }

                break;
            case FeedField.Language:
                current.Language = value.Line;
                break;
            case FeedField.Source:
                current.SourceName = value.Title;
                current.SourceUrl = field.Given;
                break;
            default:
                StorePace(field.Field, value.Line);
                break;
        }
    }

    private void StoreLink(FieldCapture field, string link)
    {
        // The original address wins over the counter in front of it, wherever it stands.
        if (field.Field == FeedField.OriginalLink)
        {
            Current.Takes(FeedField.Link, -1);
        }

        Current.Link = new RawAddress(link, field.Base);
    }

    private void StoreSummary(FieldCapture field, string html)
    {
        if (html.Length == 0)
        {
            return;
        }

        if (Current.Takes(FeedField.Summary, field.Rank))
        {
            Current.Summary = html;
        }
        else if (field.Rank == 0)
        {
            // A second description is the long one.
            StoreContent(html);
        }
    }

    private void StoreContent(string html)
    {
        if (html.Length > (Current.Content?.Length ?? 0))
        {
            Current.Content = html;
        }
    }

    private void StorePace(FeedField field, string value)
    {
        switch (field)
        {
            case FeedField.Ttl:
                ttl = Positive(value);
                break;
            case FeedField.UpdatePeriod:
                period = value.ToLowerInvariant();
                break;
            case FeedField.UpdateFrequency:
                frequency = Positive(value) ?? 1;
                break;
            case FeedField.Generator:
                generator = value;
                break;
        }
    }

    private void Link(LooseXmlReader tag, Uri? xmlBase)
    {
        if ((tag.Attribute("href") ?? tag.Attribute("resource")) is not { } href || string.IsNullOrWhiteSpace(href))
        {
            return;
        }

        var type = tag.Attribute("type")?.Trim();
        if (Relation(tag) == "enclosure")
        {
            Enclosure(tag, xmlBase, type);
        }
        else if (entry is null && Relation(tag) is "next" or "prev-archive")
        {
            older = new RawAddress(href, xmlBase);
        }
        else if (LeadsToPage(tag) && Current.Takes(FeedField.Link, IsPage(type) ? 0 : 1))
        {
            Current.Link = new RawAddress(href, xmlBase);
        }
    }

    /// <summary>Relations are also written as addresses that end with their names.</summary>
    private static string? Relation(LooseXmlReader tag) => tag.Attribute("rel")?.Trim().Split('/')[^1].ToLowerInvariant();

    private static bool IsPage(string? type) => type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);

    private void Enclosure(LooseXmlReader tag, Uri? xmlBase, string? type)
    {
        if (entry is not null && (tag.Attribute("url") ?? tag.Attribute("href")) is { } url)
        {
            entry.Enclosures.Add((new RawAddress(url, xmlBase), type, tag.Attribute("length") ?? tag.Attribute("filesize")));
        }
    }

    private void Category(string label)
    {
        var line = TitleText.FromText(label);
        if (line.Length > 0 && !Current.Categories.Contains(line, StringComparer.Ordinal) && Current.Categories.Count < 100)
        {
            Current.Categories.Add(line);
        }
    }

    private int? Minutes() => period switch
    {
        "hourly" => Math.Max(1, 60 / frequency),
        "daily" => Math.Max(1, 1440 / frequency),
        "weekly" => Math.Max(1, 10080 / frequency),
        _ => null,
    };

    private static int? Positive(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
}
