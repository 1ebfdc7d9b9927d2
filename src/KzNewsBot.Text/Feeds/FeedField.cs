namespace KzNewsBot.Text.Feeds;

/// <summary>What an element says about an entry or a feed.</summary>
internal enum FeedField
{
    None,
    Title,
    Link,
    OriginalLink,
    Id,
    Summary,
    Content,
    Published,
    Date,
    Updated,
    Author,
    AuthorName,
    AuthorEmail,
    Category,
    Keywords,
    Language,
    Source,
    Ttl,
    UpdatePeriod,
    UpdateFrequency,
    Generator,
}

/// <summary>What an element that holds others means for them.</summary>
internal enum FeedContainer
{
    /// <summary>Its children count as if they stood outside.</summary>
    Transparent,

    Entry,
    Author,

    /// <summary>The feed an entry was copied from.</summary>
    Source,

    /// <summary>Its children say nothing about entries: images, search boxes, contributors.</summary>
    Ignored,
}

/// <summary>The elements of all formats by their names as <see cref="XmlNames"/> gives them.</summary>
internal static class FeedElements
{
    /// <summary>The field an element is inside a container.</summary>
    public static (FeedField Field, int Rank) Field(string name, FeedContainer parent) => (parent, name) switch
    {
        (FeedContainer.Author, "name") => (FeedField.AuthorName, 0),
        (FeedContainer.Author, "email") => (FeedField.AuthorEmail, 0),
        (FeedContainer.Source, "title") => (FeedField.Source, 0),
        (FeedContainer.Author or FeedContainer.Source or FeedContainer.Ignored, _) => default,
        _ => Field(name),
    };

    /// <summary>The rank lets the better of two elements win, whichever comes first; 0 is best.</summary>
    private static (FeedField Field, int Rank) Field(string name) => name switch
    {
        "title" or "news:title" => (FeedField.Title, 0),
        "dc:title" => (FeedField.Title, 1),
        "media:title" or "itunes:title" or "image:title" => (FeedField.Title, 2),
        "link" or "loc" => (FeedField.Link, 0),
        "url" => (FeedField.Link, 2),
        "feedburner:origlink" or "pheedo:origlink" => (FeedField.OriginalLink, 0),
        "guid" or "id" => (FeedField.Id, 0),
        "dc:identifier" => (FeedField.Id, 1),
        "description" or "summary" => (FeedField.Summary, 0),
        "dc:description" or "dcterms:abstract" or "abstract" => (FeedField.Summary, 1),
        "itunes:summary" => (FeedField.Summary, 2),
        "media:description" or "itunes:subtitle" => (FeedField.Summary, 3),
        "content" or "content:encoded" or "yandex:full-text" or "body" or "xhtml:body" or "xhtml:div" or "fullitem" or "fulltext" or "full-text"
            or "rambler:fulltext" or "rambler:full-text" or "mailru:fulltext" or "mailru:full-text" => (FeedField.Content, 0),
        "pubdate" or "published" or "issued" or "news:publication_date" => (FeedField.Published, 0),
        "dcterms:issued" => (FeedField.Published, 1),
        "created" or "dcterms:created" => (FeedField.Published, 2),
        "date" or "dc:date" => (FeedField.Date, 0),
        "updated" or "modified" or "dcterms:modified" or "lastmod" or "lastbuilddate" => (FeedField.Updated, 0),
        "author" or "managingeditor" => (FeedField.Author, 0),
        "dc:creator" or "dc:author" or "creator" => (FeedField.Author, 1),
        "itunes:author" or "dc:publisher" => (FeedField.Author, 2),
        "category" or "dc:subject" or "media:category" or "subject" => (FeedField.Category, 0),
        "news:keywords" or "media:keywords" or "itunes:keywords" => (FeedField.Keywords, 0),
        "language" or "dc:language" or "news:language" => (FeedField.Language, 0),
        "source" or "news:name" => (FeedField.Source, 0),
        "ttl" => (FeedField.Ttl, 0),
        "sy:updateperiod" => (FeedField.UpdatePeriod, 0),
        "sy:updatefrequency" => (FeedField.UpdateFrequency, 0),
        "generator" => (FeedField.Generator, 0),
        _ => (FeedField.None, 0),
    };

    public static FeedContainer Container(string name, FeedKind kind) => name switch
    {
        "item" or "entry" => FeedContainer.Entry,
        "url" when kind == FeedKind.Sitemap => FeedContainer.Entry,
        "sitemap" when kind == FeedKind.SitemapIndex => FeedContainer.Entry,
        "author" when kind == FeedKind.Atom => FeedContainer.Author,
        "source" when kind == FeedKind.Atom => FeedContainer.Source,
        "image" or "textinput" or "cloud" or "contributor" or "itunes:owner" or "image:image" or "video:video"
            or "media:community" or "media:comments" or "yandex:related" or "skiphours" or "skipdays" => FeedContainer.Ignored,
        _ => FeedContainer.Transparent,
    };

    /// <summary>Whether an element of that name ends a field whose own end tag is missing.</summary>
    /// <param name="isMarkup">The field may hold HTML, where links and titles are ordinary elements.</param>
    public static bool EndsUnclosed(string name, bool isMarkup) => name switch
    {
        "item" or "entry" or "guid" or "pubdate" or "content:encoded" or "dc:creator" or "dc:date" => true,
        "title" or "link" or "description" or "category" or "summary" or "content" or "id" or "updated" or "published" or "enclosure"
            or "author" or "source" or "lastmod" => !isMarkup,
        _ => false,
    };

    public static FeedKind? Root(string name) => name switch
    {
        "rss" or "channel" => FeedKind.Rss,
        "rdf:rdf" or "rdf" => FeedKind.Rdf,
        "feed" => FeedKind.Atom,
        "urlset" => FeedKind.Sitemap,
        "sitemapindex" => FeedKind.SitemapIndex,
        _ => null,
    };
}
