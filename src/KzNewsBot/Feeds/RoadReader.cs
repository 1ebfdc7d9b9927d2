using KzNewsBot.Fetching;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Feeds;
using KzNewsBot.Text.Messages;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Feeds;

/// <summary>Turns a road's answer into entries by what the registry says stands there.</summary>
internal static class RoadReader
{
    /// <summary>A title is cut on a whole character; the article's own follows anyway.</summary>
    private const int LongestTitle = 500;

    /// <summary>Text an entry carries beyond this belongs to no article.</summary>
    private const int LongestText = 400_000;

    /// <summary>Longer ones are not weighed against the summary.</summary>
    private const int ShortContent = 1_000;

    /// <param name="country">Of the outlet: what its times without a zone mean, see <see cref="OutletClock"/>.</param>
    public static RoadReading Read(RoadDefinition road, string? country, FetchOutcome.Fetched answer, DateTimeOffset now)
    {
        var result = Parse(road, answer, OutletClock.Show(country, now));
        return result switch
        {
            FeedResult.Read { Feed.Kind: FeedKind.SitemapIndex } index => NewestChildren(index.Feed) is [var newest, .. var older]
                ? new RoadReading.Further(newest, older.FirstOrDefault())
                : new RoadReading.Faulty(RoadFault.Empty, "an index without sitemaps"),
            FeedResult.Read read => Take(road, country, read.Feed),
            FeedResult.NotAFeed { Found: ForeignDocument.Empty } => new RoadReading.Faulty(RoadFault.Empty, "an empty answer"),
            FeedResult.NotAFeed { Found: ForeignDocument.HtmlPage } when road.Kind == RoadKind.Feed && DeclaredOn(answer, road) is { } feed =>
                new RoadReading.Faulty(RoadFault.NotAFeed, $"a page that names this feed: {feed.AbsoluteUri}"),
            FeedResult.NotAFeed other => new RoadReading.Faulty(RoadFault.NotAFeed, $"{other.Found} where a {road.Kind} should be"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static FeedResult Parse(RoadDefinition road, FetchOutcome.Fetched answer, DateTimeOffset now)
    {
        // An encoding the registry names outranks the header: it is there because the header lies.
        var charset = road.Encoding ?? answer.Charset;
        var address = answer.FinalAddress;
        switch (road.Kind)
        {
            case RoadKind.Feed or RoadKind.NewsSitemap:
                return FeedParser.Parse(answer.Body.Span, charset, address, now);
            case RoadKind.Search:
                return FeedParser.Parse(answer.Body.Span, charset, address, now) is FeedResult.Read found
                    ? new FeedResult.Read(SearchFeed.Clean(found.Feed, address))
                    : new FeedResult.NotAFeed(ForeignDocument.HtmlPage);
            default:
                return TextDecoder.Decode(answer.Body.Span, charset) switch
                {
                    DecodeResult.Decoded decoded => ReadText(road, decoded.Text, address, now),
                    _ when answer.Body.IsEmpty => new FeedResult.NotAFeed(ForeignDocument.Empty),
                    _ => new FeedResult.NotAFeed(ForeignDocument.Binary),
                };
        }
    }

    private static FeedResult ReadText(RoadDefinition road, string text, Uri address, DateTimeOffset now) => road switch
    {
        { Kind: RoadKind.Telegram } => TelegramChannelReader.Read(text, address, now),
        { Kind: RoadKind.JsonList, Json: { } json } => JsonListReader.Read(text, json, address, now),
        { Kind: RoadKind.HtmlList, Html: { } html } => HtmlListReader.Read(text, html, address, now),
        _ => throw new InvalidOperationException($"The registry let a road of kind {road.Kind} pass without its shape."),
    };

    /// <summary>For the operator alone: a road is changed in the registry, not by a page that may be a parked domain's.</summary>
    private static Uri? DeclaredOn(FetchOutcome.Fetched answer, RoadDefinition road) =>
        TextDecoder.Decode(answer.Body.Span, road.Encoding ?? answer.Charset) is DecodeResult.Decoded page
            ? FeedDiscovery.Find(page.Text, answer.FinalAddress).FirstOrDefault(candidate => candidate.Evidence == FeedEvidence.Declared)?.Url
            : null;

    /// <summary>The sitemap changed last, or the last one listed, and the one before: outlets number them upwards.</summary>
    private static List<Uri> NewestChildren(Feed index)
    {
        var children = index.Entries.Where(entry => entry.Url is not null).ToList();
        var ofNews = children.FindAll(entry => !LeadsElsewhere(entry.Url!));
        return [.. (ofNews.Count > 0 ? ofNews : children)
            .Select((entry, place) => (Url: entry.Url!, At: entry.Updated.Moment ?? entry.Published.Moment ?? DateTimeOffset.MinValue, place))
            .OrderByDescending(child => child.At)
            .ThenByDescending(child => child.place)
            .Select(child => child.Url)
            .Distinct()
            .Take(2)];
    }

    /// <summary>The lists of tags and rubrics change whenever an article does, and stand behind it.</summary>
    private static bool LeadsElsewhere(Uri sitemap) => sitemap.AbsolutePath.ToLowerInvariant()
        .Split(['/', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Any(word => word is "tag" or "tags" or "category" or "categories" or "rubrics" or "author" or "authors" or "image" or "images" or "video" or "videos");

    private static RoadReading Take(RoadDefinition road, string? country, Feed feed)
    {
        if (feed.Entries.Count == 0)
        {
            return new RoadReading.Faulty(RoadFault.Empty, feed.Skipped > 0 ? $"{feed.Skipped} items, none with anything to read" : "no items");
        }

        var wanted = feed.Entries.Where(entry => entry.Url is null || road.Wants(entry.Url)).Select(entry => Entry(road, country, entry)).ToList();
        return wanted.Count == 0
            ? new RoadReading.Faulty(RoadFault.Empty, $"{feed.Entries.Count} items, none at an address the registry includes")
            : new RoadReading.Found(wanted, feed.Ttl is { } minutes ? TimeSpan.FromMinutes(minutes) : null, DisplayText.Cut(TextCleaner.CleanLine(feed.Title), LongestTitle), feed.Older, feed.Truncated);
    }

    private static FoundEntry Entry(RoadDefinition road, string? country, FeedEntry entry)
    {
        var isAhead = IsAhead(entry.Published);
        return new FoundEntry
        {
            Id = entry.Id,
            Url = entry.Url is { } url ? UrlNormalizer.Normalize(url) : null,
            Title = DisplayText.Cut(TextCleaner.CleanLine(entry.Title), LongestTitle),
            // JSON can escape the one character that PostgreSQL can't hold.
            Text = FullerOf(entry) is { Length: <= LongestText } text ? text.Replace("\0", "", StringComparison.Ordinal) : null,
            Author = entry.Author is { } author ? DisplayText.Cut(TextCleaner.CleanLine(author), LongestTitle) : null,
            Language = LanguageCodes.Parse(road.Language ?? entry.Language) is not Language.Other and var language ? language : null,
            Published = isAhead ? null : MomentOf(entry.Published, country),
            PublishedDayOnly = entry.Published.Flaws.HasFlag(FeedDateFlaws.DayOnly),
            Updated = IsAhead(entry.Updated) ? null : MomentOf(entry.Updated, country),
            UpdatedDayOnly = entry.Updated.Flaws.HasFlag(FeedDateFlaws.DayOnly) || entry.Updated.Moment?.TimeOfDay == TimeSpan.Zero,
            OddOffset = entry.Published is { Moment: { } stated, Flaws: FeedDateFlaws.None } && OutletClock.IsAnHourFrom(country, stated) ? stated.Offset : null,
            Ahead = isAhead ? MomentOf(entry.Published, country) : null,
        };
    }

    /// <summary>The content is the whole text, unless it is a picture or a link.</summary>
    private static string? FullerOf(FeedEntry entry) => entry is { Content: { Length: < ShortContent } content, Summary: { } summary } && EntryText.Read(summary).Length > EntryText.Read(content).Length
        ? summary
        : entry.Content ?? entry.Summary;

    private static bool IsAhead(FeedDate date) => date.Flaws.HasFlag(FeedDateFlaws.InFuture);

    private static DateTimeOffset? MomentOf(FeedDate date, string? country)
    {
        if (date.Moment is not { } moment)
        {
            return null;
        }

        return date.Flaws.HasFlag(FeedDateFlaws.DayOnly) ? new DateTimeOffset(moment.Date, TimeSpan.Zero)
            : date.Flaws.HasFlag(FeedDateFlaws.ZoneAssumed) ? (OutletClock.At(country, moment.DateTime) ?? moment).ToUniversalTime()
            : moment.ToUniversalTime();
    }
}
