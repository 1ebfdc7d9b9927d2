using System.Collections.Concurrent;
using KzNewsBot.Data;
using KzNewsBot.Fetching;
using KzNewsBot.Sources;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Feeds;

/// <summary>A road whose turn has come, and what we remember of it.</summary>
internal sealed record DueRoad(SourceDefinition Source, RoadDefinition Road, RoadState State)
{
    /// <summary>Where it leads now.</summary>
    public string Host => HostKey.Of(new Uri(State.Address ?? Road.Url));
}

/// <summary>
/// The queue of polls, kept in the database. Whoever claims a road moves its due time ahead by a lease: a crash brings it
/// back, and of two collectors only one wins. As with pages, a poll that ended with the process is made alone the next times.
/// </summary>
internal sealed class RoadQueue(NewsDatabase database, SourceRegistry registry, TimeProvider clock)
{
    /// <summary>Longer than any poll may take, with its retries.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>No turn is further ahead, a retired road's included: only a clock that was ahead can have said so.</summary>
    private static readonly TimeSpan FurthestTurn = RoadLedger.AskedAgainAfter + TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(string SourceId, string Key), bool> _survived = [];

    /// <summary>Gives every road of every outlet its state, and takes those of outlets that are not collected out of the queue. At every start.</summary>
    public Task SeedAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var now = clock.GetUtcNow();
                var paused = (await context.Sources.Where(source => source.Paused).Select(source => source.Id).ToListAsync(token)).ToHashSet(StringComparer.Ordinal);
                var known = (await context.RoadStates.ToListAsync(token)).ToLookup(state => state.SourceId, StringComparer.Ordinal);
                foreach (var source in registry.All)
                {
                    var states = known[source.Id].ToDictionary(state => state.Key, StringComparer.Ordinal);
                    foreach (var road in source.Roads.Where(road => !states.ContainsKey(road.Key)))
                    {
                        var state = new RoadState { SourceId = source.Id, Key = road.Key };
                        context.RoadStates.Add(state);
                        states.Add(road.Key, state);
                    }

                    Queue(source, states, source.Enabled && !paused.Contains(source.Id), now);
                }

                foreach (var state in known.SelectMany(group => group).Where(state => !Lists(state)))
                {
                    context.RoadStates.Remove(state);
                }
            },
            cancellationToken);

    /// <summary>Claims up to so many due roads, longest overdue first. None only when none is due, or a doubtful one waits for what is in hand: what another collector took first is due no longer.</summary>
    /// <param name="inHand">The hosts of which roads are being read: they are passed over.</param>
    /// <param name="turn">Made one alone before a doubtful road is claimed, once nothing is in hand.</param>
    public async Task<IReadOnlyList<DueRoad>> ClaimAsync(int most, IReadOnlyCollection<string> inHand, ReadingTurn turn, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var due = (await ReadDueAsync(now, cancellationToken)).Where(state => AskedAs(state) is not { } road || !inHand.Contains(road.Host, StringComparer.Ordinal)).Take(most).ToList();
            var doubtful = due.Where(state => state.Begun > 0 && AskedAs(state) is not null).Take(1).ToList();
            if (doubtful.Count > 0 && !turn.IsAlone)
            {
                if (inHand.Count > 0)
                {
                    return [];
                }

                await turn.BeAloneAsync(cancellationToken);
                continue;
            }

            var claimed = due.Count == 0 ? [] : await ClaimAsync(doubtful.Count > 0 ? doubtful : due, now + Lease, cancellationToken);
            if (claimed.Count > 0 || due.Count == 0)
            {
                return claimed;
            }
        }
    }

    /// <summary>
    /// Stops an outlet's collection, or takes it up again at once, also by roads that were retired or out of service; a running
    /// collector heeds it from its next turn on. The number of such roads.
    /// </summary>
    public Task<int> PauseAsync(SourceDefinition source, bool paused, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await LockAsync(context, source.Id, token);

                // One added since the bot's last start is not there yet; what is said of it counts from the next start on.
                var row = await context.Sources.FirstOrDefaultAsync(row => row.Id == source.Id, token) ?? context.Sources.Add(Source.Of(source)).Entity;
                row.Paused = paused;
                var states = await context.RoadStates.Where(state => state.SourceId == source.Id).ToDictionaryAsync(state => state.Key, StringComparer.Ordinal, token);
                var revived = paused ? [] : states.Values.Where(state => state.Down || state.RetiredAt is not null).ToList();
                revived.ForEach(RoadLedger.Revive);
                Queue(source, states, source.Enabled && !paused, clock.GetUtcNow());
                return revived.Count;
            },
            cancellationToken);

    /// <summary>
    /// Has others who decide on the outlet's roads wait for this transaction: which road is wanted hangs on the state of all of
    /// them, and two polls at once would each decide by what the other has just changed. SQLite has one writer at a time.
    /// </summary>
    public static async Task LockAsync(NewsDbContext context, string sourceId, CancellationToken cancellationToken)
    {
        if (context.IsPostgres)
        {
            await context.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Sources" WHERE "Id" = {sourceId} FOR NO KEY UPDATE""", cancellationToken);
        }
    }

    /// <summary>Puts each road in the queue that is wanted now, a retired one for much later, and takes out those that stand by.</summary>
    public static void Queue(SourceDefinition source, IReadOnlyDictionary<string, RoadState> states, bool collected, DateTimeOffset now)
    {
        var wanted = collected ? RoadChoice.Wanted(source, states) : new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in states.Values)
        {
            state.NextDueAt = wanted.Contains(state.Key) ? state.NextDueAt ?? now
                : collected && state.RetiredAt is { } retired ? state.NextDueAt ?? retired + RoadLedger.AskedAgainAfter
                : null;
        }
    }

    /// <summary>As <see cref="EntryQueue.NoteSurvived"/>.</summary>
    public void NoteSurvived(RoadState state) => _survived[(state.SourceId, state.Key)] = true;

    /// <summary>What was claimed and not yet polled when the bot was told to stop.</summary>
    public Task ReleaseAsync(IReadOnlyList<DueRoad> claimed, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                foreach (var (_, _, state) in claimed)
                {
                    await context.RoadStates
                        .Where(row => row.SourceId == state.SourceId && row.Key == state.Key && row.Begun == state.Begun + 1)
                        .ExecuteUpdateAsync(row => row.SetProperty(road => road.NextDueAt, state.NextDueAt).SetProperty(road => road.Begun, state.Begun), token);
                }
            },
            cancellationToken);

    private Task<List<RoadState>> ReadDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (context, token) => context.RoadStates
                .Where(state => state.NextDueAt <= now || state.NextDueAt > now + FurthestTurn)
                .OrderBy(state => state.NextDueAt)
                .ThenBy(state => state.SourceId)
                .ThenBy(state => state.Key)
                .ToListAsync(token),
            cancellationToken);

    private async Task<List<DueRoad>> ClaimAsync(List<RoadState> due, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var won = await WriteClaimAsync(due, until, cancellationToken);
        won.ForEach(road => _survived.TryRemove((road.State.SourceId, road.State.Key), out _));
        return won;
    }

    private Task<List<DueRoad>> WriteClaimAsync(List<RoadState> states, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var claimed = new List<DueRoad>();
                foreach (var state in states)
                {
                    var due = AskedAs(state);
                    var begun = due is null || _survived.ContainsKey((state.SourceId, state.Key)) ? 0 : 1;
                    var won = await context.RoadStates
                        .Where(row => row.SourceId == state.SourceId && row.Key == state.Key && row.NextDueAt == state.NextDueAt)
                        .ExecuteUpdateAsync(row => row.SetProperty(road => road.NextDueAt, until).SetProperty(road => road.Begun, road => road.Begun + begun), token);
                    // Whoever queued it may have had another registry: this process asks nobody whom its own has switched off.
                    if (won == 1 && due is not null)
                    {
                        claimed.Add(due);
                    }
                }

                return claimed;
            },
            cancellationToken);

    private DueRoad? AskedAs(RoadState state) =>
        registry.Find(state.SourceId) is { Enabled: true } source && source.Roads.FirstOrDefault(road => road.Key == state.Key) is { } road ? new DueRoad(source, road, state) : null;

    private bool Lists(RoadState state) => registry.Find(state.SourceId)?.Roads.Any(road => road.Key == state.Key) is true;
}
