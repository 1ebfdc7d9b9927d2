using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Feeds;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Digests;

/// <summary>
/// Whether a process that collects has read what appeared while it was down: a digest planned before that would spend the
/// reader's day on nothing. No host that hangs may cost everybody the digest, so the wait has an end.
/// </summary>
internal sealed partial class CatchUp(NewsDatabase database, FeedPoller poller, EntryQueue entries, PageCollector pages, TimeProvider clock, ILogger<CatchUp> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(20);

    private Start? _start;

    /// <summary>Said once at the start of a process that collects; in any other there is nothing to wait for.</summary>
    /// <param name="polls">False where the web is not asked, and only what was imported is carried on.</param>
    public void Begin(bool polls) => _start = new Start(clock.GetTimestamp(), polls);

    /// <summary>False for good once everything was read, or the wait is over.</summary>
    public async Task<bool> IsBehindAsync(CancellationToken cancellationToken)
    {
        if (_start is not { } start)
        {
            return false;
        }

        var behind = await IsBehindAsync(start, cancellationToken);
        if (behind && clock.GetElapsedTime(start.Timestamp) < LongestWait)
        {
            LogWaits();
            return true;
        }

        if (behind)
        {
            LogWaitsNoLonger(LongestWait);
        }

        _start = null;
        return false;
    }

    /// <summary>In the order of the news, so that nothing slips from a step not asked yet to one already asked.</summary>
    private async Task<bool> IsBehindAsync(Start start, CancellationToken cancellationToken) =>
        (start.Polls && (!poller.HasCaughtUp || await entries.AnyWaitsAsync(cancellationToken) || pages.IsReading)) || await AnyArticleWaitsAsync(cancellationToken);

    /// <summary>What is new or has a new text; what is only tagged again by other rules has its story as it was.</summary>
    private Task<bool> AnyArticleWaitsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            (context, token) => context.Articles.AnyAsync(article => article.Stage == ArticleStage.Stored || article.Stage == ArticleStage.Tagged, token),
            cancellationToken);

    private sealed record Start(long Timestamp, bool Polls);

    [LoggerMessage(LogLevel.Information, "Digests wait until what appeared while the bot was down is read")]
    private partial void LogWaits();

    [LoggerMessage(LogLevel.Warning, "Not everything that appeared while the bot was down is read after {Wait}; digests wait no longer")]
    private partial void LogWaitsNoLonger(TimeSpan wait);
}
