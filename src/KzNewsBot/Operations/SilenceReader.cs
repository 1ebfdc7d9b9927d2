using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Operations;

/// <param name="Since">Its newest entry, or when its roads began to fail.</param>
/// <param name="UsualPause">Null for an outlet that never had a rhythm: its roads have failed for a day.</param>
internal sealed record SilentOutlet(SourceDefinition Source, DateTimeOffset Since, TimeSpan? UsualPause);

/// <param name="Silent">In the order of the registry.</param>
/// <param name="Speaking">Ids of the outlets that brought something within a day.</param>
/// <param name="Collected">Ids of all that are asked: switched on and not paused.</param>
internal sealed record OutletVoices(IReadOnlyList<SilentOutlet> Silent, IReadOnlySet<string> Speaking, IReadOnlySet<string> Collected);

/// <summary>Finds the outlets that are silent against their own rhythm.</summary>
internal sealed class SilenceReader(NewsDatabase database, SourceHealth health, SourceRegistry registry, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(28);

    /// <summary>Switched-off and paused outlets are not silent: they are not asked.</summary>
    public Task<OutletVoices> ReadAsync(CancellationToken cancellationToken) => database.ReadAsync(ReadAsync, cancellationToken);

    private async Task<OutletVoices> ReadAsync(NewsDbContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var collected = await health.CollectedAsync(context, cancellationToken);
        var from = now - Window;
        var seen = (await context.Entries
                .Where(entry => entry.FirstSeenAt >= from)
                .Select(entry => new { entry.SourceId, entry.FirstSeenAt })
                .ToListAsync(cancellationToken))
            .ToLookup(entry => entry.SourceId, entry => entry.FirstSeenAt, StringComparer.Ordinal);
        var failing = (await context.RoadStates.Where(state => state.FailingSince != null && state.NextDueAt != null).ToListAsync(cancellationToken))
            .ToLookup(state => state.SourceId, StringComparer.Ordinal);
        var working = (await context.RoadStates.Where(state => state.SucceededAt != null && state.FailingSince == null).Select(state => state.SourceId).ToListAsync(cancellationToken))
            .ToHashSet(StringComparer.Ordinal);
        var silent = registry.All.Where(source => collected.Contains(source.Id))
            .Select(source => Judge(source, [.. seen[source.Id]], failing[source.Id], working.Contains(source.Id), now))
            .OfType<SilentOutlet>()
            .ToList();
        var speaking = seen.Where(outlet => now - outlet.Max() <= OutletRhythm.LeastSilence).Select(outlet => outlet.Key).ToHashSet(StringComparer.Ordinal);
        return new OutletVoices(silent, speaking, collected);
    }

    private static SilentOutlet? Judge(SourceDefinition source, IReadOnlyList<DateTimeOffset> seen, IEnumerable<RoadState> failing, bool works, DateTimeOffset now)
    {
        if (OutletRhythm.UsualPause(seen) is { } pause)
        {
            return OutletRhythm.IsSilent(seen.Max(), pause, now) ? new SilentOutlet(source, seen.Max(), pause) : null;
        }

        return !works && failing.Max(state => state.FailingSince) is { } since && now - since > OutletRhythm.LeastSilence
            ? new SilentOutlet(source, since, UsualPause: null)
            : null;
    }
}
