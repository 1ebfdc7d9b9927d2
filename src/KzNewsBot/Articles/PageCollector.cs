using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Quotes;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Articles;

/// <summary>
/// Reads the pages of waiting entries and stores their articles. Stored and settled are two commits: killed between them,
/// the entry's lease runs out, its page is read again and found unchanged.
/// </summary>
internal sealed partial class PageCollector(
    EntryQueue queue,
    ReadingTurns turns,
    PageReader reader,
    ArticleStore store,
    LearnedLines learned,
    IOptions<FeedsOptions> options,
    TimeProvider clock,
    ILogger<PageCollector> logger) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(3);

    /// <summary>A host that answers nothing but "later" for so long means never.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private volatile bool _reading;

    /// <summary>Whether pages are on their way: their entries are leased, as if they waited for a later moment.</summary>
    public bool IsReading => _reading;

    /// <summary>Reads every waiting entry whose turn has come; the number read.</summary>
    public async Task<int> CollectDueAsync(CancellationToken cancellationToken)
    {
        _reading = true;
        try
        {
            using var turn = await turns.OfPagesAsync(cancellationToken);
            return await new ReadingRound<DueEntry>
            {
                Places = options.Value.Parallel,
                KeyOf = due => due.Source.Id,
                ClaimAsync = async (most, inHand) =>
                {
                    await learned.SaveAsync(cancellationToken);
                    return await queue.ClaimAsync(most, inHand, turn, cancellationToken);
                },
                ReadAsync = due => CollectAsync(due, cancellationToken),
                ReleaseAsync = due => queue.ReleaseAsync(due, CancellationToken.None),
            }.RunAsync(turn, clock, cancellationToken);
        }
        finally
        {
            _reading = false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var loaded = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!loaded)
                {
                    await learned.LoadAsync(stoppingToken);
                    loaded = true;
                }

                while (await CollectDueAsync(stoppingToken) > 0)
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!NewsDatabase.IsAway(e))
                {
                    LogRoundFailed(e);
                }
            }

            await Task.Delay(LookInterval, clock, stoppingToken);
        }
    }

    /// <summary>One entry's trouble never stops another; its lease brings it back.</summary>
    private async Task CollectAsync(DueEntry due, CancellationToken cancellationToken)
    {
        try
        {
            await SettleAsync(due, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!NewsDatabase.IsAway(e))
            {
                LogNotSettled(e, due.Entry.Id, due.Source.Id);
            }

            queue.NoteSurvived(due.Entry);
        }
    }

    private async Task SettleAsync(DueEntry due, CancellationToken cancellationToken)
    {
        if (due.Entry.Begun >= EntryQueue.MostDeaths)
        {
            await queue.SettleAsync(due.Entry, await WithoutPageAsync(due, cancellationToken), cancellationToken);
            return;
        }

        var ending = await StoreGuardedAsync(due, reader.ReadAsync(due, cancellationToken), cancellationToken);
        if (ending is EntryEnding.Retry { NotFound: true } && IsLast(due))
        {
            ending = new EntryEnding.Skipped(EntryEnding.PageGone) { MayPass = ending.MayPass };
        }
        else if ((ending is EntryEnding.Retry && IsLast(due)) || (ending is EntryEnding.Defer { AskedFor: true } && due.Entry.ArticleId is null && clock.GetUtcNow() - due.Entry.DeferredSince > LongestWait))
        {
            // The page can't be had: the outlet's own words in its feed are stored rather than nothing, and stand until it can.
            var words = await StoreGuardedAsync(due, Task.FromResult(reader.FromEntry(due, ending is EntryEnding.Retry retry ? retry.Reason : "its host answers nothing but later")), cancellationToken);
            ending = words with { MayPass = ending.MayPass };
        }

        await queue.SettleAsync(due.Entry, ending, cancellationToken);
    }

    /// <summary>A page that ended the program is not read again: what the road carried of it is, once, and then nothing.</summary>
    private async Task<EntryEnding> WithoutPageAsync(DueEntry due, CancellationToken cancellationToken)
    {
        var reason = $"reading it ended the program, {due.Entry.Begun} times in a row";
        LogDeadly(due.Entry.Id, due.Source.Id, reason);
        var ending = due.Entry.Begun > EntryQueue.MostDeaths
            ? new EntryEnding.SetAside(reason)
            : await StoreGuardedAsync(due, Task.FromResult(reader.FromEntry(due, reason)), cancellationToken);
        return ending is EntryEnding.Retry ? new EntryEnding.SetAside(reason) : ending;
    }

    private static bool IsLast(DueEntry due) => due.Entry.Attempts + 1 >= EntryQueue.MostAttempts;

    /// <summary>A page that breaks our own code costs an attempt, so that it can't come back for ever; a database that is away costs none.</summary>
    private async Task<EntryEnding> StoreGuardedAsync(DueEntry due, Task<PageReading> reading, CancellationToken cancellationToken)
    {
        try
        {
            return await StoreAsync(due, await reading, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && !NewsDatabase.IsAway(e))
        {
            LogPageFailed(e, due.Entry.Id, due.Source.Id);
            return new EntryEnding.Retry(e.GetType().Name);
        }
    }

    private async Task<EntryEnding> StoreAsync(DueEntry due, PageReading reading, CancellationToken cancellationToken)
    {
        switch (reading)
        {
            case PageReading.Found { IsPage: false, Note: not null } when due.Entry is { ArticleId: { } had, Reason: null }:
                // Read whole from its page before: the road's rendition of it is no edit.
                return new EntryEnding.Stored(had);
            case PageReading.Found found:
                // Without an address, which was another's, it is told from others as its entry is.
                var identity = found.IsPage || due.Entry.Url is null ? null : due.Entry.Key;
                var clues = new ArticleClues(due.Entry.ArticleId, OnlyAsNew: found.IsPage && IsDoubtful(found.Article, due), identity, found.Fetched);
                var stored = await store.StoreAsync(found.Article, found.Owner.Id, clues, cancellationToken);
                if (stored.Outcome == StoreOutcome.Withheld)
                {
                    return await StoreAsync(due, reader.FromEntry(due, "the page shows another article"), cancellationToken);
                }

                if (stored.IsAnothers && !found.IsPage && stored.ArticleId != due.Entry.ArticleId)
                {
                    // Two outlets link to one page that is nobody's: each is heard in its own words.
                    stored = await store.StoreAsync(found.Article with { CanonicalUrl = null }, found.Owner.Id, new ArticleClues(due.Entry.ArticleId, Identity: identity), cancellationToken);
                }

                LogStored(due.Source.Id, stored.Outcome, due.Entry.Id, found.Note ?? "");
                var isWhole = found.Article.Completeness.Verdict == CompletenessVerdict.Full;
                var lack = !isWhole ? found.Note ?? "the page shows a beginning" : found.Note is null ? null : EntryEnding.WholeByRoad;
                return stored.Outcome == StoreOutcome.Linked ? new EntryEnding.Linked(stored.ArticleId, lack) : new EntryEnding.Stored(stored.ArticleId, lack);
            case PageReading.Left left:
                LogLeft(due.Source.Id, due.Entry.Id, left.Ending);
                return left.Ending;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>No word of the title its road gave: sites show one page in place of all that are gone, or before any is read.</summary>
    private static bool IsDoubtful(ExtractedArticle article, DueEntry due) =>
        due.Entry.Title.Length > 0 && WordShare.Of(due.Entry.Title, article.Title, article.Language) == 0;

    [LoggerMessage(LogLevel.Error, "The waiting pages could not be read; it is tried again shortly")]
    private partial void LogRoundFailed(Exception e);

    [LoggerMessage(LogLevel.Error, "What came of entry {EntryId} of {SourceId} could not be written down; its turn comes again")]
    private partial void LogNotSettled(Exception e, long entryId, string sourceId);

    [LoggerMessage(LogLevel.Error, "Reading the page of entry {EntryId} of {SourceId} failed in our own code")]
    private partial void LogPageFailed(Exception e, long entryId, string sourceId);

    [LoggerMessage(LogLevel.Error, "The page of entry {EntryId} of {SourceId} is not read again: {Reason}")]
    private partial void LogDeadly(long entryId, string sourceId, string reason);

    [LoggerMessage(LogLevel.Debug, "{SourceId}: entry {EntryId} {Outcome} {Note}")]
    private partial void LogStored(string sourceId, StoreOutcome outcome, long entryId, string note);

    [LoggerMessage(LogLevel.Information, "{SourceId}: entry {EntryId} was left: {Ending}")]
    private partial void LogLeft(string sourceId, long entryId, EntryEnding ending);
}
