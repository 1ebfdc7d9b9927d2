using KzNewsBot.Data;

namespace KzNewsBot.Operations;

/// <summary>Once an hour: who fell silent, and what is too old to be kept. Missed hours are made up by the next one.</summary>
internal sealed partial class Housekeeping(
    IReadOnlyList<Func<CancellationToken, Task<int>>> chores,
    ClockWatch watch,
    TimeProvider clock,
    ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan ClockInterval = TimeSpan.FromSeconds(10);

    public IReadOnlyList<Func<CancellationToken, Task<int>>> Chores => chores;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // At once it would call outlets silent that the first poll after a long stop is about to hear.
        while (true)
        {
            await Task.Delay(Interval, clock, stoppingToken);
            foreach (var chore in Chores)
            {
                while (!watch.IsCalm)
                {
                    await Task.Delay(ClockInterval, clock, stoppingToken);
                }

                await GuardAsync(chore, stoppingToken);
            }
        }
    }

    /// <summary>One chore's trouble never stops the others.</summary>
    private async Task GuardAsync(Func<CancellationToken, Task<int>> chore, CancellationToken cancellationToken)
    {
        try
        {
            await chore(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "A chore of the hourly housekeeping failed; it is tried again in an hour")]
    private partial void LogFailed(Exception e);
}
