using KzNewsBot.Sources;

namespace KzNewsBot.Feeds;

/// <summary>
/// Of the roads that were found at one site, which are to be polled: the main one, and beside it each that tells what none
/// before it does, another language or rubric. What tells the same news once more stands by.
/// </summary>
internal static class RoadPlan
{
    /// <summary>A feed of all news may leave out one or the other.</summary>
    private const double SameNews = 0.8;

    /// <summary>The main one first: its address is the shortest way from the site's front page.</summary>
    public static IReadOnlyList<RoadCheck> Of(IReadOnlyList<RoadCheck> found)
    {
        var plan = new List<RoadCheck>();
        foreach (var check in found.OrderBy(check => Depth(new Uri(check.Road.Url))))
        {
            var tellsMore = plan.Count > 0 && !plan.Exists(other => Tells(other, check));
            plan.Add(check with { Road = check.Road with { Always = tellsMore } });
        }

        return plan;
    }

    private static int Depth(Uri address) => address.Segments.Length + (address.Query.Length > 0 ? 1 : 0);

    /// <summary>Compared as far back as the one reaches: a feed of one rubric holds what the feed of all news dropped long ago.</summary>
    private static bool Tells(RoadCheck one, RoadCheck other)
    {
        var known = one.Entries.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var oldest = one.Entries.Min(DateOf);
        var asked = other.Entries.Where(entry => oldest is null || DateOf(entry) is not { } date || date >= oldest).ToList();
        return asked.Count > 0 && asked.Count(entry => known.Contains(KeyOf(entry))) >= asked.Count * SameNews;
    }

    private static string KeyOf(FoundEntry entry) => entry.Url ?? entry.Title;

    private static DateTimeOffset? DateOf(FoundEntry entry) => entry.Published ?? entry.Updated;
}
