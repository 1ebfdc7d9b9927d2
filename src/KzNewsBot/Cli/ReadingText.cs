using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Cli;

/// <summary>What would be stored of a page, line by line, and why.</summary>
internal sealed class ReadingText(
    PageReader reader, LearnedLines learned, ArticleStore store, DatabaseMigrator migrator, SourceRegistry registry, TopicMatcher topics, TimeProvider clock)
{
    /// <summary>Enough to see whether menus and adverts got in; the whole text with --body.</summary>
    private const int ShownCharacters = 800;

    /// <summary>Reads it as the collector would, without the lines that it has learned to leave.</summary>
    /// <param name="road">That led to it; null when the operator names it.</param>
    /// <returns>The lines, and whether there was anything to store.</returns>
    public async Task<(IReadOnlyList<string> Lines, bool Stores)> OfAsync(Entry entry, SourceDefinition? source, RoadDefinition? road, bool wholeBody, CancellationToken cancellationToken)
    {
        var owner = source ?? new SourceDefinition { Id = entry.SourceId, Name = entry.SourceId, Side = Sides.All[0] };
        var hasDatabase = await migrator.LookAsync(cancellationToken) == DatabaseShape.Current;
        if (hasDatabase)
        {
            await learned.LoadAsync(cancellationToken);
        }

        var due = new DueEntry(entry, owner, road?.ReadsPages ?? true, Anywhere: source is null || road is null or { Kind: RoadKind.Search }, IsWhole: road?.CarriesWhole ?? false);
        IReadOnlyList<string> note = road is null && source is not null && !ReadsPagesAt(source, new Uri(entry.Key))
            ? [$"but:         the bot reads no such page; of {source.Name} it stores only what its lists carry"]
            : [];
        return await reader.ReadAsync(due, cancellationToken) switch
        {
            PageReading.Found found => ([.. note, .. await LinesOfAsync(found, source, wholeBody, hasDatabase, cancellationToken)], true),
            PageReading.Left left => ([.. note, $"stored:      nothing: {Words(left.Ending)}"], false),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>By the roads that lead there, on a host that is nobody's; by any of the outlet's on its own.</summary>
    private bool ReadsPagesAt(SourceDefinition source, Uri address)
    {
        var leading = source.Roads.Where(road => registry.Match(address.IdnHost, name: null) is not null || road.IsPlaceOf(address)).ToList();
        return leading.Count == 0 || leading.Exists(road => road.ReadsPages);
    }

    /// <summary>An entry nobody has stored, for an address somebody asks about.</summary>
    public Entry EntryAt(Uri address, string sourceId, FoundEntry? found = null) => new()
    {
        SourceId = sourceId,
        Key = address.AbsoluteUri,
        RoadKey = "",
        Url = address.AbsoluteUri,
        Title = found?.Title ?? "",
        Text = found?.Text,
        Author = found?.Author,
        Language = found?.Language,
        PublishedAt = found?.Published ?? found?.Ahead,
        PublishedDayOnly = found?.PublishedDayOnly ?? false,
        FirstSeenAt = clock.GetUtcNow(),
        LastSeenAt = clock.GetUtcNow(),
        ContentHash = "",
    };

    private async Task<IReadOnlyList<string>> LinesOfAsync(PageReading.Found found, SourceDefinition? source, bool wholeBody, bool hasDatabase, CancellationToken cancellationToken)
    {
        var article = found.Article;
        var outlet = store.OutletOf(article, source?.Id);
        var reading = topics.Match(article.Title, article.Body, article.Language);
        var (outcome, address) = hasDatabase
            ? await store.ForeseeAsync(article, source?.Id, found.Fetched, cancellationToken)
            : (StoreOutcome.Imported, article.CanonicalUrl);
        return
        [
            $"stored:      {Words(outcome)}{(found.Note is { } note ? $"; {note}" : "")}",
            $"outlet:      {(outlet is null ? $"{article.Outlet ?? article.OutletHost ?? "unknown"} (not in the registry)" : $"{outlet.Name} ({outlet.Id}, {outlet.Side})")}",
            $"address:     {address ?? "none"}",
            $"title:       {article.Title}",
            $"authors:     {article.Author ?? "none given"}",
            $"published:   {DateText(article.Published)}",
            .. article.RejectedDate is { } rejected ? [$"not believed: \"{rejected.Raw}\" ({rejected.Origin}, {rejected.Fault})"] : Array.Empty<string>(),
            $"changed:     {DateText(article.Modified)}",
            $"language:    {(article.Language == Language.Other ? "other" : article.Language.Code())}",
            $"text:        {Completeness(article)}",
            $"topics:      {(reading.Topics.Count == 0 ? "none" : string.Join(", ", reading.Topics.Select(hit => hit.About ? hit.TopicId : $"({hit.TopicId})")))}",
            "",
            wholeBody || article.Body.Length <= ShownCharacters ? article.Body : article.Body[..ShownCharacters] + " …",
        ];
    }

    /// <summary>The outlet whose the address is: on its host or, on a host that is nobody's, where it alone has a road.</summary>
    public SourceDefinition? OwnerOf(Uri address) =>
        registry.Match(address.IdnHost, name: null) ?? (registry.All.Where(source => registry.IsOwn(source, address)).Take(2).ToList() is [var only] ? only : null);

    private static string DateText(PublicationDate? date) => date is null
        ? "not given"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{(date.Instant is { } moment ? moment.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) : date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))} (from {date.Origin}: \"{date.Raw}\"; sure to {date.Confidence:0.00})");

    private static string Completeness(ExtractedArticle article)
    {
        var paragraphs = article.Body.Length == 0 ? 0 : article.Body.Split('\n').Length;
        var evidence = article.Completeness.Evidence.Count > 0 ? $" ({string.Join(", ", article.Completeness.Evidence)})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{article.Completeness.Verdict}{evidence}, {article.Body.Length} characters in {paragraphs} paragraphs");
    }

    private static string Words(StoreOutcome outcome) => outcome switch
    {
        StoreOutcome.Imported => "as a new article",
        StoreOutcome.Updated => "as a revision of the article we have",
        StoreOutcome.Unchanged => "nothing: we have it, unchanged",
        StoreOutcome.Linked => "as one more address of an article we have",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Words(EntryEnding ending) => ending switch
    {
        EntryEnding.Skipped { Reason: var reason } when reason.StartsWith(nameof(RefusalReason.BadPort), StringComparison.Ordinal) =>
            $"{reason}; the bot asks ports 80 and 443 alone, and those of Fetching:ExtraPorts",
        EntryEnding.Skipped skipped => skipped.Reason,
        EntryEnding.Retry retry => $"{retry.Reason}; the bot would try again",
        EntryEnding.Defer defer => $"{defer.Host} asks to wait until {defer.Until:u}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
