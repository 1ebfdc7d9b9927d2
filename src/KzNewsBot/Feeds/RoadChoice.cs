using KzNewsBot.Sources;
using KzNewsBot.Text;

namespace KzNewsBot.Feeds;

/// <summary>Which roads of an outlet are polled: for each language the first that works, and those before it that may work again.</summary>
internal static class RoadChoice
{
    public static IReadOnlySet<string> Wanted(SourceDefinition source, IReadOnlyDictionary<string, RoadState> states)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var roads in Groups(source))
        {
            foreach (var road in roads)
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
        }

        return wanted;
    }

    /// <summary>
    /// For a channel or a search that only stands by: the roads before it of each language it stands by for, by their keys. It tells
    /// what they told under addresses of its own. Empty for any other road.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> ToldBefore(SourceDefinition source, RoadDefinition road)
    {
        var groups = Groups(source).Select(roads => roads.Select(other => other.Key).ToList()).Where(keys => keys.Contains(road.Key, StringComparer.Ordinal)).ToList();
        return road.Kind is RoadKind.Telegram or RoadKind.Search && !groups.Exists(keys => keys[0] == road.Key)
            ? groups.ConvertAll(keys => keys.TakeWhile(key => key != road.Key).ToList())
            : [];
    }

    /// <summary>Alternatives, best first. An outlet in none of our languages has its roads in one group.</summary>
    private static IEnumerable<IEnumerable<RoadDefinition>> Groups(SourceDefinition source)
    {
        var ours = source.Languages.Select(LanguageCodes.Parse).Where(language => language != Language.Other).Distinct().ToList();
        return ours.Count > 0 ? ours.Select(source.RoadsIn) : [source.Roads];
    }
}
