using AngleSharp.Dom;
using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>Dates that a page states for machines: JSON-LD, meta tags and microdata.</summary>
internal sealed class StatedDates(IDocument document, MetaTags meta, StructuredData data, IElement? heading, DayOrder order)
{
    private const int MaxLength = 120;

    /// <summary>Elements that state a date; beyond the first few of its own an article repeats itself.</summary>
    private const int MaxElements = 50;
    private const int MaxOwn = 5;

    private readonly PagePlaces places = new(heading);
    private readonly IElement? scope = heading?.Closest("[itemscope]");

    /// <summary>Names without their marks, so that "article:published_time" and "articlePublishedTime" are one; best first.</summary>
    private static readonly string[] PublishedNames =
    [
        "articlepublishedtime", "ogarticlepublishedtime", "ogpublishedtime", "datepublished", "publisheddate", "publishdate", "publicationdate", "pubdate",
        "publishedtime", "publishtime", "articlepublished", "published", "parselypubdate", "sailthrudate", "cxenseparserecspublishtime", "btpubdate",
        "rnewsdatepublished", "articledateoriginal", "originalpublicationdate", "mediatorpublishedtime", "wpublisheddate", "dcdateissued", "dctermsissued",
        "dctermscreated", "dcdatecreated", "dcdate", "dctermsdate", "citationpublicationdate", "citationonlinedate", "citationdate", "articlecreated", "date", "datecreated",
    ];

    private static readonly string[] ModifiedNames =
        ["articlemodifiedtime", "ogarticlemodifiedtime", "ogupdatedtime", "datemodified", "lastmodified", "modifiedtime", "lastupdated", "dctermsmodified", "dcdatemodified", "modified"];

    /// <summary>Statements that are no dates; the first of them may be worth telling.</summary>
    public RejectedDate? Broken { get; private set; }

    public IEnumerable<DateCandidate> Published() => new[]
    {
        Read(data.Published, DateOrigin.StructuredData),
        Read(meta.FirstByKey(PublishedNames), DateOrigin.MetaTag),
        Microdata("datePublished") ?? Microdata("dateCreated"),
    }.OfType<DateCandidate>();

    public DateCandidate? Modified() =>
        Read(data.Modified, DateOrigin.StructuredData, isUpdate: true)
        ?? Read(meta.FirstByKey(ModifiedNames), DateOrigin.MetaTag, isUpdate: true)
        ?? Microdata("dateModified", isUpdate: true);

    private DateCandidate? Microdata(string property, bool isUpdate = false)
    {
        foreach (var element in document.QuerySelectorAll($"[itemprop~='{property}']").Take(MaxElements).Where(IsOwn).Take(MaxOwn))
        {
            if (Read(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent, DateOrigin.StructuredData, isUpdate) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Teasers and comments state dates of their own, in an item that does not hold the headline.</summary>
    private bool IsOwn(IElement element) => !places.IsElsewhere(element)
        && (element.Closest("[itemscope]") is not { } item || (heading is not null && item.Contains(heading)) || !(TypeEnds(item, "Comment", "Comments") || TypeEnds(scope, "Article", "Posting", "Report")));

    private static bool TypeEnds(IElement? item, params ReadOnlySpan<string> names)
    {
        var type = item?.GetAttribute("itemtype")?.TrimEnd(' ', '/') ?? "";
        foreach (var name in names)
        {
            if (type.EndsWith(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private DateCandidate? Read(string? text, DateOrigin origin, bool isUpdate = false)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
        {
            return null;
        }

        var raw = TextCleaner.CleanLine(text).Trim();
        if (MachineDate.Read(raw, order) is { } date)
        {
            return new DateCandidate(date, origin, raw, isUpdate);
        }

        if (!isUpdate && raw.Count(char.IsAsciiDigit) >= 6)
        {
            Broken ??= new RejectedDate(raw, origin, DateFault.Impossible);
        }

        return null;
    }
}
