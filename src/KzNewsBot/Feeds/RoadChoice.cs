using KzNewsBot.Sources;
using KzNewsBot.Text;

namespace KzNewsBot.Feeds;

/// <summary>Roads of an outlet that are alternatives, best first.</summary>
/// <param name="Languages">Those of ours that they bring; empty for an outlet in none of them.</param>
/// <param name="Beside">Roads that are polled in any case and may bring these languages too.</param>
internal sealed record RoadGroup(IReadOnlyList<Language> Languages, IReadOnlyList<RoadDefinition> Roads, IReadOnlyList<RoadDefinition> Beside)
{
    public bool Has(string roadKey) => Roads.Concat(Beside).Any(road => road.Key == roadKey);
}

/// <summary>
/// Which roads of an outlet are polled: for each language the first that works, and those before it that may work again; beside
/// them those that tell news of their own.
/// </summary>
internal static class RoadChoice
{
    public static IReadOnlySet<string> Wanted(SourceDefinition source, IReadOnlyDictionary<string, RoadState> states) =>
        Groups(source).SelectMany(group => Wanted(group, states))
            .Concat(source.Roads.Where(road => road.Always && states.GetValueOrDefault(road.Key)?.RetiredAt is null).Select(road => road.Key))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Of alternatives, best first.</summary>
    public static IReadOnlyList<string> Wanted(RoadGroup group, IReadOnlyDictionary<string, RoadState> states)
    {
        var wanted = new List<string>();
        foreach (var road in group.Roads)
        {
            var state = states.GetValueOrDefault(road.Key);
            if (state?.RetiredAt is not null)
            {
                continue;
            }

            wanted.Add(road.Key);
            if (state?.Down is not true)
            {
                break;
            }
        }

        return wanted;
    }

    /// <summary>One for each language of ours that the outlet has a road for; languages with the same roads share one.</summary>
    public static IReadOnlyList<RoadGroup> Groups(SourceDefinition source)
    {
        var ours = source.Languages.Select(LanguageCodes.Parse).Where(language => language != Language.Other).Distinct().ToList();
        if (ours.Count == 0)
        {
            return [Group([], source.Roads)];
        }

        var groups = ours.Select(language => Group([language], source.RoadsIn(language)))
            .Where(group => group.Roads.Count > 0)
            .GroupBy(group => string.Join('\n', group.Roads.Concat(group.Beside).Select(road => road.Key)), StringComparer.Ordinal)
            .Select(same => same.First() with { Languages = [.. same.SelectMany(group => group.Languages)] })
            .ToList();

        // Of several languages nobody knows which of them a road without one brings.
        return groups.Count == 1 ? groups : groups.ConvertAll(group => group with { Beside = [.. group.Beside.Where(road => road.Language is not null)] });
    }

    /// <summary>
    /// A road that is polled in any case stands in for no other, but others for it where it is the best: one that names its language
    /// before one that may bring any.
    /// </summary>
    private static RoadGroup Group(IReadOnlyList<Language> languages, IEnumerable<RoadDefinition> roads)
    {
        var all = roads.ToList();
        var ordered = all.OrderBy(road => road is { Always: true, Language: null } && all.Exists(other => other.Language is not null)).ToList();
        return new RoadGroup(languages, [.. ordered.Where((road, place) => place == 0 || !road.Always)], [.. ordered.Where((road, place) => place > 0 && road.Always)]);
    }

    /// <summary>
    /// For a channel or a search that only stands by: the roads before it of each language it stands by for, by their keys. It tells
    /// what they told under addresses of its own. Empty for any other road.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> ToldBefore(SourceDefinition source, RoadDefinition road)
    {
        var groups = Groups(source).Select(group => group.Roads.Select(other => other.Key).ToList()).Where(keys => keys.Contains(road.Key, StringComparer.Ordinal)).ToList();
        return road.Kind is RoadKind.Telegram or RoadKind.Search && !groups.Exists(keys => keys[0] == road.Key)
            ? groups.ConvertAll(keys => keys.TakeWhile(key => key != road.Key).ToList())
            : [];
    }
}
