using KzNewsBot.Data;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Feeds;

/// <summary>
/// Polls the roads whose turn has come. A poll's findings, the road's new state and its next turn are one commit: killed
/// before it, the poll comes again; the entries it then brings are known by their keys.
/// </summary>
internal sealed partial class FeedPoller(
    NewsDatabase database,
    RoadQueue queue,
    ReadingTurns turns,
    RoadClient client,
    EntryBook book,
    HostPauses pauses,
    SourceHealth health,
    SourceRegistry registry,
    IOptions<FeedsOptions> options,
    TimeProvider clock,
    ILogger<FeedPoller> logger) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan TellInterval = TimeSpan.FromSeconds(30);

    private volatile bool _caughtUp;
    private bool _firstReadingOver;
    private long? _toldAt;

    /// <summary>Whether there was a moment since the start at which no road was overdue and none was being asked.</summary>
    public bool HasCaughtUp => _caughtUp;

    /// <summary>Polls every due road once; the number polled.</summary>
    public Task<int> PollDueAsync(CancellationToken cancellationToken) => PollDueAsync(() => Task.CompletedTask, cancellationToken);

    /// <summary>Gives the fetcher back the pauses that a restart would make it forget.</summary>
    public async Task RestorePausesAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync((context, token) => context.HostPauses.ToListAsync(token), cancellationToken);
        pauses.Restore(rows.Select(row => new HostPause(row.Host, row.Until)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var restored = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!restored)
                {
                    await RestorePausesAsync(stoppingToken);
                    restored = true;
                }

                while (await PollDueAsync(() => KeepUpAsync(stoppingToken), stoppingToken) > 0)
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

    private async Task<int> PollDueAsync(Func<Task> beforeClaim, CancellationToken cancellationToken)
    {
        using var turn = await turns.OfRoadsAsync(cancellationToken);
        var polled = await new ReadingRound<DueRoad>
        {
            Places = options.Value.Parallel,
            KeyOf = road => road.Host,
            ClaimAsync = async (most, inHand) =>
            {
                await beforeClaim();
                return await queue.ClaimAsync(most, inHand, turn, cancellationToken);
            },
            ReadAsync = road => PollGuardedAsync(road, cancellationToken),
            ReleaseAsync = roads => queue.ReleaseAsync(roads, CancellationToken.None),
        }.RunAsync(turn, clock, cancellationToken);
        _caughtUp |= polled == 0;
        return polled;
    }

    private async Task KeepUpAsync(CancellationToken cancellationToken)
    {
        await book.ForgetAsync(cancellationToken);
        if (!_firstReadingOver && (_toldAt is not { } told || clock.GetElapsedTime(told) >= TellInterval))
        {
            _toldAt = clock.GetTimestamp();
            _firstReadingOver = !await TellFirstReadingAsync(cancellationToken);
        }
    }

    /// <summary>How far the first reading of all outlets has come; false once it is over.</summary>
    private async Task<bool> TellFirstReadingAsync(CancellationToken cancellationToken)
    {
        var waiting = await database.ReadAsync((context, token) => context.RoadStates.CountAsync(state => state.NextDueAt != null && state.PolledAt == null, token), cancellationToken);
        var answers = await health.CountAnswersAsync(cancellationToken);
        LogFirstReading(answers.Answered, answers.Expected, waiting);
        return waiting > 0;
    }

    /// <summary>One road's trouble never stops another; its lease brings it back.</summary>
    private async Task PollGuardedAsync(DueRoad road, CancellationToken cancellationToken)
    {
        try
        {
            var answer = road.State.Begun < EntryQueue.MostDeaths
                ? await client.AskAsync(road.Source, road.Road, road.State, cancellationToken)
                : new RoadAnswer.Faulty(RoadFault.Unsafe, $"reading it ended the program, {road.State.Begun} times in a row");
            await WriteAsync(road, answer, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!NewsDatabase.IsAway(e))
            {
                LogPollFailed(e, road.Source.Id, road.Road.Key);
            }

            queue.NoteSurvived(road.State);
        }
    }

    private async Task WriteAsync(DueRoad road, RoadAnswer answer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (added, state) = await database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await RoadQueue.LockAsync(context, road.Source.Id, token);
                var states = await context.RoadStates.Where(row => row.SourceId == road.Source.Id).ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, token);
                if (!states.TryGetValue(road.Road.Key, out var row))
                {
                    return (0, (RoadState?)null);
                }

                row.Begun = 0;
                var added = await ApplyAsync(context, road, row, answer, now, token);
                KeepApart(road.Road, row, now);
                var paused = await context.Sources.AnyAsync(source => source.Id == road.Source.Id && source.Paused, token);
                RoadQueue.Queue(road.Source, states, road.Source.Enabled && !paused, now);
                return (added, (RoadState?)row);
            },
            cancellationToken);
        Log(road, answer, added, state);
    }

    /// <summary>What the registry asks for holds also after an answer that brought nothing.</summary>
    private static void KeepApart(RoadDefinition road, RoadState state, DateTimeOffset now)
    {
        if (road.MinIntervalMinutes is { } minutes && now.AddMinutes(minutes) is var soonest && state.NextDueAt < soonest)
        {
            state.NextDueAt = soonest;
        }
    }

    private async Task<int> ApplyAsync(
        NewsDbContext context,
        DueRoad road,
        RoadState state,
        RoadAnswer answer,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (answer.Besides is { } besides)
        {
            await HostPauseRow.RememberAsync(context, besides.Host, besides.Until, cancellationToken);
        }

        var added = 0;
        TimeSpan? asked;
        switch (answer)
        {
            case RoadAnswer.Wait wait:
                RoadLedger.Wait(state, wait.Detail, wait.Until, options.Value, now);
                await HostPauseRow.RememberAsync(context, wait.Host, wait.Until, cancellationToken);
                return 0;
            case RoadAnswer.Faulty faulty:
                RoadLedger.Fail(state, faulty.Fault, faulty.Detail, options.Value, now);
                return 0;
            case RoadAnswer.News { Older: { } wait } news when state.Fault != RoadFault.AskedToWait:
                // What was found is kept; nothing else is noted, so that the next poll reads back as far as this one would have.
                (added, _) = await book.RecordAsync(context, road, news.Found.Entries, now, cancellationToken);
                RoadLedger.Wait(state, wait.Detail, wait.Until, options.Value, now);
                await HostPauseRow.RememberAsync(context, wait.Host, wait.Until, cancellationToken);
                return added;
            case RoadAnswer.News news:
                if (news.Older is { } again)
                {
                    await HostPauseRow.RememberAsync(context, again.Host, again.Until, cancellationToken);
                }

                (added, var left) = await book.RecordAsync(context, road, news.Found.Entries, now, cancellationToken);
                RoadLedger.NoteEntries(state, news.Found.Entries, added, now);
                (state.ContentHash, state.ETag, state.LastModified) = (news.ContentHash, news.Validators.ETag, news.Validators.LastModified);
                if (left > 0)
                {
                    // As of half a feed, nothing is remembered: what is left must be seen again.
                    (state.ContentHash, state.ETag, state.LastModified) = (null, null, null);
                    LogFlood(road.Source.Id, left);
                }

                state.AskedMinutes = (int?)news.Found.Ttl?.TotalMinutes;
                NoteMove(road, state, news, news.MovedTo, now);
                asked = news.Asked;
                break;
            case RoadAnswer.Same same:
                (state.ETag, state.LastModified) = (same.Validators.ETag, same.Validators.LastModified);
                NoteMove(road, state, same, same.MovedTo, now);
                asked = same.Asked;
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        if (RoadLedger.Succeed(state, options.Value, now))
        {
            await context.SaveChangesAsync(cancellationToken);
            var week = now - TimeSpan.FromDays(7);
            var rhythm = await context.Entries.CountAsync(
                entry => entry.SourceId == road.Source.Id && entry.RoadKey == road.Road.Key && entry.FirstSeenAt >= week && (entry.PublishedAt ?? entry.FirstSeenAt) >= week, cancellationToken);
            var ofRegistry = road.Road.MinIntervalMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null;
            var interval = PollSchedule.Interval(rhythm, asked, ofRegistry, options.Value);
            state.IntervalMinutes = (int)interval.TotalMinutes;
            state.NextDueAt = now + PollSchedule.Jittered(interval, state.Key, now);
        }

        return added;
    }

    private void NoteMove(DueRoad road, RoadState state, RoadAnswer answer, string? target, DateTimeOffset now)
    {
        if (answer.IsOfRegistry && target != state.Address)
        {
            LogMovedBack(road.Source.Id, road.Road.Url, state.Address);
            state.Address = null;
        }

        var (before, isElsewhere) = (state.Address, target is not null && registry.IsElsewhere(road.Source, road.Road, new Uri(target)));
        RoadLedger.NoteMove(state, target, isElsewhere, now);
        if (isElsewhere && state.Address != before)
        {
            LogMoved(road.Source.Id, road.Road.Url, state.Address);
        }
    }

    private void Log(DueRoad road, RoadAnswer answer, int added, RoadState? state)
    {
        switch (answer)
        {
            case RoadAnswer.News or RoadAnswer.Same when state is { Fault: RoadFault.OnlyOld }:
                LogFault(road.Source.Id, road.Road.Key, RoadFault.OnlyOld, state.FaultDetail ?? "", state.Failures);
                break;
            case RoadAnswer.News news:
                LogPolled(road.Source.Id, news.Found.Entries.Count, added);
                break;
            case RoadAnswer.Faulty faulty when state?.RetiredAt is not null:
                LogRetired(road.Source.Id, road.Road.Key, faulty.Fault);
                break;
            case RoadAnswer.Faulty faulty:
                LogFault(road.Source.Id, road.Road.Key, faulty.Fault, faulty.Detail, state?.Failures ?? 1);
                break;
            case RoadAnswer.Wait wait:
                LogWait(road.Source.Id, wait.Host, wait.Until);
                break;
        }
    }

    [LoggerMessage(LogLevel.Error, "The due roads could not be polled; it is tried again shortly")]
    private partial void LogRoundFailed(Exception e);

    [LoggerMessage(LogLevel.Information, "First reading: {Answered} of {Expected} outlets have answered, {Waiting} roads to go")]
    private partial void LogFirstReading(int answered, int expected, int waiting);

    [LoggerMessage(LogLevel.Error, "Polling {SourceId} by {Road} failed in our own code; its turn comes again")]
    private partial void LogPollFailed(Exception e, string sourceId, string road);

    [LoggerMessage(LogLevel.Information, "{SourceId}: {Found} entries, {Added} new")]
    private partial void LogPolled(string sourceId, int found, int added);

    [LoggerMessage(LogLevel.Warning, "{SourceId}: more is waiting than can be read; {Left} entries are left to a later poll")]
    private partial void LogFlood(string sourceId, int left);

    [LoggerMessage(LogLevel.Warning, "{SourceId}: {Road} brought nothing: {Fault} ({Detail}), {Failures} in a row")]
    private partial void LogFault(string sourceId, string road, RoadFault fault, string detail, int failures);

    [LoggerMessage(LogLevel.Warning, "{SourceId}: {Road} has moved to another site, {Address}, and is read there from now on; if that is not the outlet's, switch the outlet off")]
    private partial void LogMoved(string sourceId, string road, string? address);

    [LoggerMessage(LogLevel.Warning, "{SourceId}: {Road} leads to {Address} no longer, and is read by its own address again")]
    private partial void LogMovedBack(string sourceId, string road, string? address);

    [LoggerMessage(LogLevel.Warning, "{SourceId}: {Road} is retired: {Fault}")]
    private partial void LogRetired(string sourceId, string road, RoadFault fault);

    [LoggerMessage(LogLevel.Information, "{SourceId}: {Host} asks to be left alone until {Until:u}")]
    private partial void LogWait(string sourceId, string host, DateTimeOffset until);
}
