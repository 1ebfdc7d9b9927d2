using System.Globalization;

namespace KzNewsBot.Text.Feeds;

/// <summary>Resolves the addresses of a feed and reads its dates.</summary>
internal sealed class FeedAssembler(Uri address, DateTimeOffset fetchedAt)
{
    private readonly FeedClock clock = new(fetchedAt, address);

    public Feed Assemble(FeedDraft draft)
    {
        var head = draft.Head;
        var link = Resolve(head.Link, address);
        // RSS has no base of its own: what is relative belongs to the site, wherever the feed itself is served.
        var site = draft.Kind is FeedKind.Rss or FeedKind.Rdf && link is not null ? link : address;
        var read = draft.Entries.Select(entry => Entry(entry, site, draft.Language, draft.Kind)).ToList();
        var kept = read.Where(SaysSomething).ToList();
        return new Feed
        {
            Kind = draft.Kind,
            Title = head.Title ?? "",
            Link = link,
            Older = OlderPage.Of(draft, address),
            Language = Tag(draft.Language),
            Ttl = draft.Ttl,
            Updated = FirstRead(head.Updated, head.Date, head.Published),
            Entries = kept,
            Skipped = draft.Skipped + read.Count - kept.Count,
            Faults = draft.Faults,
        };
    }

    private static Uri? Resolve(RawAddress? raw, Uri site) => raw is { } given ? FeedAddress.Resolve(given.Text, given.Base ?? site) : null;

    /// <summary>As in RFC 5646: many write "ru_RU", as of locales.</summary>
    private static string? Tag(string? language) => language?.Replace('_', '-');

    private FeedEntry Entry(EntryDraft draft, Uri site, string? feedLanguage, FeedKind kind) => new()
    {
        Id = string.IsNullOrEmpty(draft.Id) ? null : draft.Id,
        Title = draft.Title ?? "",
        Url = Resolve(draft.Link, site) ?? Resolve(draft.IdAsLink, site),
        // Atom demands when an entry was updated, not when it was published (RFC 4287, 4.1.2).
        Published = FirstRead(draft.Published, draft.Date, kind == FeedKind.Atom ? draft.Updated : null),
        Updated = clock.Read(draft.Updated),
        Summary = draft.Summary,
        Content = draft.Content,
        Author = draft.Author ?? draft.AuthorEmail,
        Categories = draft.Categories,
        Language = Tag(draft.Language ?? feedLanguage),
        Enclosures = [.. Enclosures(draft, site)],
        SourceName = string.IsNullOrEmpty(draft.SourceName) ? null : draft.SourceName,
        SourceUrl = FeedAddress.Resolve(draft.SourceUrl, site),
    };

    private static IEnumerable<FeedEnclosure> Enclosures(EntryDraft draft, Uri site)
    {
        foreach (var (raw, type, length) in draft.Enclosures)
        {
            if (Resolve(raw, site) is { } url)
            {
                yield return new FeedEnclosure(url, type,
                    long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null);
            }
        }
    }

    /// <summary>The first that is understood, else the first flaw.</summary>
    private FeedDate FirstRead(params ReadOnlySpan<string?> texts)
    {
        var first = FeedDate.None;
        foreach (var text in texts)
        {
            var date = clock.Read(text);
            if (date.Moment is not null)
            {
                return date;
            }

            first = first.IsAbsent ? date : first;
        }

        return first;
    }

    private static bool SaysSomething(FeedEntry entry) =>
        entry.Url is not null || entry.Title.Length > 0 || entry.Summary is not null || entry.Content is not null
        || entry.Enclosures.Count > 0 || entry.Id is not null;
}
