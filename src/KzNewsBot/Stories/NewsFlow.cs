using KzNewsBot.Data;
using KzNewsBot.Topics;

namespace KzNewsBot.Stories;

/// <summary>
/// Carries stored articles on: tag, then group. What waits is written in the database, so a crash between any two
/// steps loses nothing: the next run picks up there.
/// </summary>
internal sealed partial class NewsFlow(TopicTagger tagger, StoryGrouper grouper, TimeProvider clock, ILogger<NewsFlow> logger) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    /// <summary>So many hold as many articles as one batch that is tagged.</summary>
    private const int GroupedBatches = 5;

    /// <summary>Tags and groups until nothing waits that is new or has a new text.</summary>
    public async Task RunToEndAsync(CancellationToken cancellationToken)
    {
        while (await RunRoundAsync(again: false, cancellationToken) > 0)
        {
        }
    }

    /// <summary>The same, and what other rules have tagged once more: for the bot itself, since those of somebody's shell may be others.</summary>
    public async Task RunByOwnRulesAsync(CancellationToken cancellationToken)
    {
        int marked, moved;
        do
        {
            // Only when all are marked is it known which are the newest.
            marked = await tagger.RetagWhenRulesChangedAsync(cancellationToken);
            moved = await RunRoundAsync(again: marked == 0 && await tagger.RulesCountAsync(cancellationToken), cancellationToken);
        }
        while (marked + moved > 0);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunByOwnRulesAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!NewsDatabase.IsAway(e))
                {
                    LogFlowFailed(e);
                }
            }

            await Task.Delay(LookInterval, clock, stoppingToken);
        }
    }

    /// <summary>
    /// Tags a little and groups a little: where every article waits, one that comes meanwhile is a story after a round, and
    /// not when all have been tagged.
    /// </summary>
    /// <returns>How many articles were carried on.</returns>
    private async Task<int> RunRoundAsync(bool again, CancellationToken cancellationToken)
    {
        var moved = await tagger.TagBatchAsync(again, cancellationToken);
        for (var batch = 0; batch < GroupedBatches; batch++)
        {
            var grouped = await grouper.GroupBatchAsync(again, cancellationToken);
            if (grouped == 0)
            {
                break;
            }

            moved += grouped;
        }

        return moved;
    }

    [LoggerMessage(LogLevel.Error, "Tagging or grouping stored articles failed; it is tried again shortly")]
    private partial void LogFlowFailed(Exception e);
}
