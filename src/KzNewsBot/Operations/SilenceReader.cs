using KzNewsBot.Data;
using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Operations;

/// <summary>Whose silence is told: an outlet's, what it tells in some of its languages by roads of their own, or the pages' of either.</summary>
/// <param name="Languages">Empty for the outlet as a whole and for all its pages.</param>
/// <param name="IsPages">Its pages, which may be shut while its roads bring beginnings.</param>
internal sealed record Voice(SourceDefinition Source, IReadOnlyList<Language> Languages, bool IsPages = false)
{
    public string Id => $"{Source.Id}{(IsPages ? ":pages" : "")}{(Languages.Count == 0 ? "" : $":{string.Join('+', Codes)}")}";

    public bool IsWhole => Languages.Count == 0 && !IsPages;

    private IEnumerable<string> Codes => Languages.Select(language => language.Code());

    public string NameIn(Language language) => Languages.Count == 0 ? DisplayText.Unlinked(Source.NameIn(language)) : $"{DisplayText.Unlinked(Source.NameIn(language))} ({string.Join(", ", Codes)})";
}

/// <param name="Since">Its newest entry, or when its roads began to fail; of pages, when it was noticed.</param>
/// <param name="UsualPause">Null for pages, and for a voice that never had a rhythm: its roads have failed for a day.</param>
/// <param name="Fault">The newest of the roads that are asked, of retired ones where there are no others; null where they answer.</param>
internal sealed record SilentVoice(Voice Voice, DateTimeOffset Since, TimeSpan? UsualPause, RoadFault? Fault);

/// <param name="Silent">In the order of the registry; of an outlet that is silent as a whole no language is named.</param>
/// <param name="Speaking">Ids of the voices that brought something within a day.</param>
/// <param name="Collected">All that are asked, by their ids: switched on and not paused.</param>
internal sealed record OutletVoices(IReadOnlyList<SilentVoice> Silent, IReadOnlySet<string> Speaking, IReadOnlyDictionary<string, Voice> Collected);

/// <summary>Finds the outlets that are silent against their own rhythm, the languages in which one is, and those whose pages are shut.</summary>
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
                .Select(entry => new { entry.SourceId, entry.RoadKey, entry.FirstSeenAt })
                .Distinct()
                .ToListAsync(cancellationToken))
            .ToLookup(entry => entry.SourceId, entry => new Moment(entry.RoadKey, entry.FirstSeenAt), StringComparer.Ordinal);
        var states = (await context.RoadStates.ToListAsync(cancellationToken)).ToLookup(state => state.SourceId, StringComparer.Ordinal);
        var heard = registry.All.Where(source => collected.Contains(source.Id)).SelectMany(source => Listen(source, [.. seen[source.Id]], [.. states[source.Id]])).ToList();
        var silent = heard.ConvertAll(voice => Judge(voice, now)).OfType<SilentVoice>().ToList();
        var pages = await health.CountPagesAsync(context, cancellationToken);
        var ofPages = registry.All.Where(source => collected.Contains(source.Id)).SelectMany(source => Leaf(source, pages[source.Id])).ToList();
        silent.AddRange(ofPages.Where(leafed => leafed.IsShut).Select(leafed => new SilentVoice(leafed.Voice, now, UsualPause: null, Fault: null)));
        var whole = silent.Where(outlet => outlet.Voice.IsWhole).Select(outlet => outlet.Voice.Source.Id).ToHashSet(StringComparer.Ordinal);
        return new OutletVoices(
            silent.FindAll(outlet => outlet.Voice.IsWhole || !whole.Contains(outlet.Voice.Source.Id)),
            heard.Where(outlet => outlet.Seen.Any(at => now - at <= OutletRhythm.LeastSilence)).Select(outlet => outlet.Voice.Id)
                .Concat(ofPages.Where(leafed => leafed.AnyWhole).Select(leafed => leafed.Voice.Id))
                .ToHashSet(StringComparer.Ordinal),
            heard.Select(outlet => outlet.Voice).Concat(ofPages.Select(leafed => leafed.Voice)).ToDictionary(voice => voice.Id, StringComparer.Ordinal));
    }

    /// <summary>The outlet as a whole, and each group of its languages where there are several: one may be silent behind another.</summary>
    private static IEnumerable<Heard> Listen(SourceDefinition source, IReadOnlyList<Moment> seen, IReadOnlyList<RoadState> states)
    {
        yield return new Heard(new Voice(source, []), [.. seen.Select(moment => moment.At)], states);
        foreach (var group in RoadChoice.Groups(source) is { Count: > 1 } groups ? groups : [])
        {
            yield return new Heard(
                new Voice(source, group.Languages),
                [.. seen.Where(moment => group.Has(moment.RoadKey)).Select(moment => moment.At)],
                [.. states.Where(state => group.Has(state.Key))]);
        }
    }

    /// <summary>The pages of the outlet as a whole, and of each group of its languages where there are several: of an outlet that shuts all no language is named.</summary>
    private static IEnumerable<Leafed> Leaf(SourceDefinition source, IReadOnlyList<PageCount> counts)
    {
        var all = PageCount.AreShut(counts);
        yield return new Leafed(new Voice(source, [], IsPages: true), all, counts.Any(count => count.AnyWhole));
        foreach (var count in counts.Count > 1 ? counts : [])
        {
            yield return new Leafed(new Voice(source, count.Languages, IsPages: true), count.IsShut && !all, count.AnyWhole);
        }
    }

    private static SilentVoice? Judge(Heard heard, DateTimeOffset now)
    {
        var retired = heard.States.All(state => state.RetiredAt is not null);
        var fault = heard.States.Where(state => state is { Fault: not null, NextDueAt: not null } && (retired || state.RetiredAt is null)).MaxBy(state => state.PolledAt)?.Fault;
        if (OutletRhythm.UsualPause(heard.Seen) is { } pause)
        {
            return OutletRhythm.IsSilent(heard.Seen.Max(), pause, now) ? new SilentVoice(heard.Voice, heard.Seen.Max(), pause, fault) : null;
        }

        var asked = heard.States.Where(state => state.NextDueAt is not null).ToList();
        var works = asked.Exists(state => state is { SucceededAt: not null, FailingSince: null });
        return !works && asked.Max(state => state.FailingSince) is { } since && now - since > OutletRhythm.LeastSilence
            ? new SilentVoice(heard.Voice, since, UsualPause: null, fault)
            : null;
    }

    private sealed record Moment(string RoadKey, DateTimeOffset At);

    private sealed record Leafed(Voice Voice, bool IsShut, bool AnyWhole);

    private sealed record Heard(Voice Voice, IReadOnlyList<DateTimeOffset> Seen, IReadOnlyList<RoadState> States);
}
