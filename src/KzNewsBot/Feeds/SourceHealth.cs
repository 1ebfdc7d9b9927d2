using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Feeds;

/// <summary>How an outlet's collection stands.</summary>
internal enum SourceStanding
{
    /// <summary>Its first roads bring news.</summary>
    Working,

    /// <summary>A standby road brings its news, or those of a language.</summary>
    OnStandby,

    /// <summary>It brings news, but none in one of its languages, or nothing but beginnings.</summary>
    Partly,

    /// <summary>No road has answered yet.</summary>
    Starting,

    /// <summary>No road brings anything.</summary>
    Failing,

    /// <summary>The operator has stopped it.</summary>
    Paused,

    /// <summary>Switched off in the registry.</summary>
    Off,
}

/// <summary>How the roads of some of an outlet's languages stand.</summary>
/// <param name="Standing">Working, OnStandby, Starting or Failing.</param>
/// <param name="AnsweredAt">When one of them last brought an answer that could be read.</param>
/// <param name="PagesShut">The pages they name are asked for, and none comes whole.</param>
internal sealed record GroupReport(IReadOnlyList<Language> Languages, SourceStanding Standing, DateTimeOffset? AnsweredAt, RoadFault? Fault, bool PagesShut = false);

/// <summary>A road that brings nothing, and what the operator may know of it.</summary>
internal sealed record RoadTrouble(RoadDefinition Road, RoadFault Fault, string? Detail);

/// <param name="NewestAt">Of its newest entry, as the outlet dates it; null where it dates none.</param>
/// <param name="NoticedAt">When we first saw its newest entry.</param>
/// <param name="AnsweredAt">When a road last brought an answer that could be read.</param>
/// <param name="Waiting">Entries whose page is still to be read.</param>
/// <param name="PagesShut">Its pages are asked for, and none comes whole, in whichever language.</param>
internal sealed record SourceReport(
    SourceDefinition Source,
    SourceStanding Standing,
    IReadOnlyList<GroupReport> Groups,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? NewestAt,
    DateTimeOffset? NoticedAt,
    RoadFault? Fault,
    IReadOnlyList<RoadTrouble> Troubles,
    int Waiting,
    int StoredInDay,
    bool PagesShut = false);

/// <summary>What came of the newest entries of some of an outlet's languages whose pages are to be read.</summary>
/// <param name="AnyWhole">Of one of those tried the page, or the road, gave the whole article.</param>
internal sealed record PageCount(IReadOnlyList<Language> Languages, int Tried, bool AnyWhole)
{
    /// <summary>With fewer, it may be by chance.</summary>
    public const int LeastTried = 5;

    /// <summary>A wall, a paywall: the outlet is heard by what its feed carries alone.</summary>
    public bool IsShut => Tried >= LeastTried && !AnyWhole;

    /// <summary>All that an outlet has.</summary>
    public static bool AreShut(IReadOnlyList<PageCount> counts) => counts.Any(count => count.IsShut) && counts.All(count => count.IsShut || count.Tried == 0);
}

/// <summary>How many outlets answered, of those that should.</summary>
/// <param name="Asked">Any was ever asked, and they still are: a bot that does not collect has nobody to miss.</param>
internal sealed record AnswerCount(int Answered, int Expected, bool Asked)
{
    /// <summary>All were silent: that there is no news can't be told from that.</summary>
    public bool Nobody => Asked && Answered == 0;
}

/// <summary>Tells the truth about every outlet: what answers, what stands by, what is silent.</summary>
internal sealed class SourceHealth(NewsDatabase database, SourceRegistry registry, TimeProvider clock)
{
    /// <summary>Of a road that is asked less often, this part of its interval counts.</summary>
    private const double Tolerance = 1.5;

    /// <summary>By so many it is told whether pages come whole, and by all of the last day: a busy outlet's newest may be of one hour's wall.</summary>
    private const int NewestTried = 10;

    /// <summary>An outlet that has not answered for so long does not count as answering, unless it is asked less often.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Older entries say nothing of today.</summary>
    private static readonly TimeSpan PagesOf = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<SourceReport>> ReadAsync(CancellationToken cancellationToken)
    {
        var day = clock.GetUtcNow() - Fresh;
        var (states, rows, waiting, stored, pages) = await database.ReadAsync(
            async (context, token) => (
                (await context.RoadStates.ToListAsync(token)).ToLookup(state => state.SourceId, StringComparer.Ordinal),
                await context.Sources.ToDictionaryAsync(source => source.Id, StringComparer.Ordinal, token),

                // Whatever waits has its turn: by that, and outlet by outlet, no entry of years ago is looked at.
                (await context.Entries.Where(entry => entry.NextTryAt > DateTimeOffset.UnixEpoch).Select(entry => entry.SourceId).ToListAsync(token))
                    .CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
                await context.Sources.Select(source => new { source.Id, Count = context.Entries.Count(entry => entry.SourceId == source.Id && entry.FirstSeenAt >= day && entry.Stage == EntryStage.Stored) })
                    .ToDictionaryAsync(source => source.Id, source => source.Count, StringComparer.Ordinal, token),
                await CountPagesAsync(context, token)),
            cancellationToken);
        return
        [
            .. registry.All.Where(source => source.Side != Sides.Archive).Select(source => Report(
                source, states[source.Id].ToDictionary(state => state.Key, StringComparer.Ordinal), rows.GetValueOrDefault(source.Id), waiting.GetValueOrDefault(source.Id), stored.GetValueOrDefault(source.Id),
                pages[source.Id])),
        ];
    }

    public async Task<AnswerCount> CountAnswersAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var collected = await database.ReadAsync(CollectedAsync, cancellationToken);
        var (succeeded, asked) = await database.ReadAsync(
            async (context, token) => (
                await context.RoadStates.Where(state => state.SucceededAt != null).Select(state => new { state.SourceId, state.SucceededAt, state.IntervalMinutes }).ToListAsync(token),
                !await PollingNote.IsOffAsync(context, token) && await context.RoadStates.AnyAsync(state => state.PolledAt != null, token)),
            cancellationToken);
        var answered = succeeded.Where(state => now - state.SucceededAt <= Patience(state.IntervalMinutes)).Select(state => state.SourceId).Distinct(StringComparer.Ordinal);
        return new AnswerCount(answered.Count(collected.Contains), collected.Count, asked);
    }

    /// <summary>By outlet, for each group of its languages in the order of <see cref="RoadChoice.Groups"/>; of roads alone whose pages are the outlet's and are read.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PageCount>>> CountPagesAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, IReadOnlyList<PageCount>>(StringComparer.Ordinal);
        foreach (var source in registry.All)
        {
            var ofSource = new List<PageCount>();
            foreach (var group in RoadChoice.Groups(source))
            {
                ofSource.Add(await CountPagesAsync(context, source, group, cancellationToken));
            }

            counts.Add(source.Id, ofSource);
        }

        return counts;
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

    /// <summary>The ids of the outlets that are asked for news: switched on and not paused, and none where nobody polls.</summary>
    public async Task<IReadOnlySet<string>> CollectedAsync(NewsDbContext context, CancellationToken cancellationToken) =>
        await PollingNote.IsOffAsync(context, cancellationToken) ? new HashSet<string>(StringComparer.Ordinal) : (await context.Sources.Where(source => source.Listed && !source.Paused).Select(source => source.Id).ToListAsync(cancellationToken))
            .Where(id => registry.Find(id) is { Enabled: true, Roads.Count: > 0 })
            .ToHashSet(StringComparer.Ordinal);

    private async Task<PageCount> CountPagesAsync(NewsDbContext context, SourceDefinition source, RoadGroup group, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (from, day) = (now - PagesOf, now - Fresh);
        var roads = group.Roads.Concat(group.Beside).Where(road => road is { ReadsPages: true, Kind: not RoadKind.Search }).Select(road => road.Key).ToList();
        if (roads.Count == 0 || !source.Enabled)
        {
            return new PageCount(group.Languages, 0, AnyWhole: false);
        }

        var tried = context.Entries.Where(entry => entry.SourceId == source.Id && entry.FirstSeenAt >= from && roads.Contains(entry.RoadKey)
            && (entry.Stage == EntryStage.Stored || entry.Stage == EntryStage.Linked || entry.Stage == EntryStage.Failed || entry.Reason == EntryEnding.PageGone));
        var newest = await tried.OrderByDescending(entry => entry.FirstSeenAt).ThenByDescending(entry => entry.Id).Take(NewestTried).Select(entry => entry.Reason).ToListAsync(cancellationToken);
        var anyWhole = newest.Exists(reason => reason is null or EntryEnding.WholeByRoad)
            || await tried.AnyAsync(entry => entry.FirstSeenAt >= day && (entry.Reason == null || entry.Reason == EntryEnding.WholeByRoad), cancellationToken);
        return new PageCount(group.Languages, newest.Count, anyWhole);
    }

    private static TimeSpan Patience(int intervalMinutes)
    {
        var ofRoad = TimeSpan.FromMinutes(intervalMinutes) * Tolerance;
        return ofRoad > Fresh ? ofRoad : Fresh;
    }

    private static SourceReport Report(SourceDefinition source, Dictionary<string, RoadState> states, Source? row, int waiting, int stored, IReadOnlyList<PageCount> pages)
    {
        var groups = RoadChoice.Groups(source).Zip(pages, (group, count) => Report(group, states, count.IsShut)).ToList();
        return new SourceReport(
            source,
            StandingOf(source, groups, row),
            groups,
            states.Values.Max(state => state.SucceededAt),
            states.Values.Max(state => state.NewestAt),
            states.Values.Max(state => state.NewEntryAt),
            NewestFault(states.Values),
            [.. source.Roads.Select(road => states.GetValueOrDefault(road.Key) is { Fault: { } fault, NextDueAt: not null } state ? new RoadTrouble(road, fault, state.FaultDetail) : null).OfType<RoadTrouble>()],
            waiting,
            stored,
            PageCount.AreShut(pages));
    }

    private static GroupReport Report(RoadGroup group, Dictionary<string, RoadState> states, bool pagesShut)
    {
        var own = group.Roads.Select(road => states.GetValueOrDefault(road.Key)).OfType<RoadState>().ToList();
        return new GroupReport(group.Languages, StandingOf(group, states), own.Max(state => state.SucceededAt), NewestFault(own), pagesShut);
    }

    private static RoadFault? NewestFault(IEnumerable<RoadState> states) =>
        states.Where(state => state.Fault is not null).MaxBy(state => state.PolledAt)?.Fault;

    private static SourceStanding StandingOf(SourceDefinition source, List<GroupReport> groups, Source? row)
    {
        if (!source.Enabled || source.Roads.Count == 0)
        {
            return SourceStanding.Off;
        }

        if (row?.Paused is true)
        {
            return SourceStanding.Paused;
        }

        var standings = groups.ConvertAll(group => group.Standing);
        var works = standings.Exists(standing => standing is SourceStanding.Working or SourceStanding.OnStandby);
        return works && groups.Exists(group => group.PagesShut || group.Standing == SourceStanding.Failing) ? SourceStanding.Partly
            : standings.Contains(SourceStanding.OnStandby) ? SourceStanding.OnStandby
            : works ? SourceStanding.Working
            : standings.Contains(SourceStanding.Starting) ? SourceStanding.Starting
            : SourceStanding.Failing;
    }

    private static SourceStanding StandingOf(RoadGroup group, Dictionary<string, RoadState> states)
    {
        var wanted = RoadChoice.Wanted(group, states).Select(key => states.GetValueOrDefault(key)).ToList();
        if (wanted.Find(state => state is { Down: false, SucceededAt: not null }) is { } working)
        {
            return working.Key == group.Roads[0].Key ? SourceStanding.Working : SourceStanding.OnStandby;
        }

        if (group.Beside.Any(road => states.GetValueOrDefault(road.Key) is { Down: false, RetiredAt: null, SucceededAt: not null }))
        {
            return SourceStanding.OnStandby;
        }

        return wanted.Exists(state => state?.PolledAt is null) ? SourceStanding.Starting : SourceStanding.Failing;
    }
}
