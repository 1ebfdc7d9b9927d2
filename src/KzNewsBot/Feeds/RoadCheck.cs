using KzNewsBot.Sources;
using KzNewsBot.Text;

namespace KzNewsBot.Feeds;

/// <summary>What one look at a road found.</summary>
/// <param name="Fault">Null when it brings news.</param>
/// <param name="Detail">For the operator; empty when all is well.</param>
/// <param name="Languages">Of the titles, as we detect them, most frequent first.</param>
/// <param name="Took">From the request to the last byte read, waiting for the host's turn included.</param>
internal sealed record RoadCheck(
    SourceDefinition Source,
    RoadDefinition Road,
    RoadFault? Fault,
    string Detail,
    IReadOnlyList<FoundEntry> Entries,
    IReadOnlyList<Language> Languages,
    TimeSpan Took)
{
    /// <summary>What the feed calls itself; empty when it doesn't.</summary>
    public string Title { get; init; } = "";

    public DateTimeOffset? NewestAt => Entries.Max(entry => entry.Published ?? entry.Updated);

    public int Dated => Entries.Count(entry => (entry.Published ?? entry.Updated) is not null);

    /// <summary>How many were stated with an offset that is not their outlet's.</summary>
    public int OddlyDated => Entries.Count(entry => entry.OddOffset is not null);

    public int FutureDated => Entries.Count(entry => entry.Ahead is not null);
}
