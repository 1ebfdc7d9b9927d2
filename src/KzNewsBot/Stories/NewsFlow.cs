using KzNewsBot.Topics;

namespace KzNewsBot.Stories;

/// <summary>
/// Carries stored articles on: tag, then group. What waits is written in the database, so a crash between any two
/// steps loses nothing: the next run picks up there.
/// </summary>
internal sealed partial class NewsFlow(TopicTagger tagger, StoryGrouper grouper, TimeProvider clock, ILogger<NewsFlow> logger) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    /// <summary>Tags and groups until nothing waits.</summary>
    public async Task RunToEndAsync(CancellationToken cancellationToken)
    {
        while (await tagger.TagBatchAsync(cancellationToken) > 0)
        {
        }

        while (await grouper.GroupBatchAsync(cancellationToken) > 0)
        {
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunToEndAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFlowFailed(e);
            }

            await Task.Delay(LookInterval, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Tagging or grouping stored articles failed; it is tried again shortly")]
    private partial void LogFlowFailed(Exception e);
}
