using KzNewsBot.Data;
using KzNewsBot.Sources;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Feeds;

/// <summary>How an outlet's collection stands.</summary>
internal enum SourceStanding
{
    /// <summary>Its first road brings news.</summary>
    Working,

    /// <summary>A standby road brings its news.</summary>
    OnStandby,

    /// <summary>No road has answered yet.</summary>
    Starting,

    /// <summary>No road brings anything.</summary>
    Failing,

    /// <summary>The operator has stopped it.</summary>
    Paused,

    /// <summary>Switched off in the registry.</summary>
    Off,
}

/// <param name="NewestAt">Of its newest entry, as the outlet dates it; null where it dates none.</param>
/// <param name="NoticedAt">When we first saw its newest entry.</param>
/// <param name="AnsweredAt">When a road last brought an answer that could be read.</param>
/// <param name="Waiting">Entries whose page is still to be read.</param>
internal sealed record SourceReport(
    SourceDefinition Source,
    SourceStanding Standing,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? NewestAt,
    DateTimeOffset? NoticedAt,
    RoadFault? Fault,
    string? FaultDetail,
    int Waiting,
    int StoredInDay);

/// <summary>How many outlets answered, of those that should.</summary>
/// <param name="Asked">Any was ever asked: a bot that has never collected has nobody to miss.</param>
internal sealed record AnswerCount(int Answered, int Expected, bool Asked)
{
    /// <summary>All were silent: that there is no news can't be told from that.</summary>
    public bool Nobody => Asked && Answered == 0;
}

/// <summary>Tells the truth about every outlet: what answers, what stands by, what is silent.</summary>
internal sealed class SourceHealth(NewsDatabase database, SourceRegistry registry, TimeProvider clock)
{
    /// <summary>An outlet that has not answered for so long does not count as answering; the ceiling of polling is a quarter of it.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<SourceReport>> ReadAsync(CancellationToken cancellationToken)
    {
        var day = clock.GetUtcNow() - Fresh;
        var (states, rows, waiting, stored) = await database.ReadAsync(
            async (context, token) => (
                (await context.RoadStates.ToListAsync(token)).ToLookup(state => state.SourceId, StringComparer.Ordinal),
                await context.Sources.ToDictionaryAsync(source => source.Id, StringComparer.Ordinal, token),
                await context.Entries.Where(entry => entry.Stage == EntryStage.Waiting).GroupBy(entry => entry.SourceId)
                    .ToDictionaryAsync(group => group.Key, group => group.Count(), StringComparer.Ordinal, token),
                await context.Entries.Where(entry => entry.Stage == EntryStage.Stored && entry.FirstSeenAt >= day).GroupBy(entry => entry.SourceId)
                    .ToDictionaryAsync(group => group.Key, group => group.Count(), StringComparer.Ordinal, token)),
            cancellationToken);
        return
        [
            .. registry.All.Where(source => source.Side != Sides.Archive).Select(source => Report(
                source, states[source.Id].ToDictionary(state => state.Key, StringComparer.Ordinal), rows.GetValueOrDefault(source.Id), waiting.GetValueOrDefault(source.Id), stored.GetValueOrDefault(source.Id))),
        ];
    }

    public async Task<AnswerCount> CountAnswersAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Fresh;
        var collected = await database.ReadAsync(CollectedAsync, cancellationToken);
        var (answered, asked) = await database.ReadAsync(
            async (context, token) => (
                await context.RoadStates.Where(state => state.SucceededAt >= since).Select(state => state.SourceId).Distinct().ToListAsync(token),
                await context.RoadStates.AnyAsync(state => state.PolledAt != null, token)),
            cancellationToken);
        return new AnswerCount(answered.Count(collected.Contains), collected.Count, asked);
    }

    /// <summary>Whether a collected outlet has answered since.</summary>
    public Task<bool> HasAnyAnsweredAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (context, token) =>
            {
                var collected = await CollectedAsync(context, token);
                return (await context.RoadStates.Where(state => state.SucceededAt >= since).Select(state => state.SourceId).ToListAsync(token)).Exists(collected.Contains);
            },
            cancellationToken);

    /// <summary>The ids of the outlets that are asked for news: switched on and not paused.</summary>
    public async Task<IReadOnlySet<string>> CollectedAsync(NewsDbContext context, CancellationToken cancellationToken) =>
        (await context.Sources.Where(source => source.Listed && !source.Paused).Select(source => source.Id).ToListAsync(cancellationToken))
            .Where(id => registry.Find(id) is { Enabled: true, Roads.Count: > 0 })
            .ToHashSet(StringComparer.Ordinal);

    private static SourceReport Report(SourceDefinition source, Dictionary<string, RoadState> states, Source? row, int waiting, int stored)
    {
        var worst = states.Values.Where(state => state.Fault is not null).OrderByDescending(state => state.PolledAt).FirstOrDefault();
        var standing = StandingOf(source, states, row);
        return new SourceReport(
            source,
            standing,
            states.Values.Max(state => state.SucceededAt),
            states.Values.Max(state => state.NewestAt),
            states.Values.Max(state => state.NewEntryAt),
            standing is SourceStanding.Working ? null : worst?.Fault,
            standing is SourceStanding.Working ? null : worst?.FaultDetail,
            waiting,
            stored);
    }

    private static SourceStanding StandingOf(SourceDefinition source, Dictionary<string, RoadState> states, Source? row)
    {
        if (!source.Enabled || source.Roads.Count == 0)
        {
            return SourceStanding.Off;
        }

        if (row?.Paused is true)
        {
            return SourceStanding.Paused;
        }

        var wanted = RoadChoice.Wanted(source, states).Select(key => states.GetValueOrDefault(key)).OfType<RoadState>().ToList();
        if (wanted.Exists(state => state is { Down: false, SucceededAt: not null }))
        {
            return wanted.Exists(state => state.Down) || states.Values.Any(state => state.RetiredAt is not null) ? SourceStanding.OnStandby : SourceStanding.Working;
        }

        return wanted.Exists(state => state.PolledAt is null) ? SourceStanding.Starting : SourceStanding.Failing;
    }
}
