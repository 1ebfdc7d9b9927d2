namespace KzNewsBot.Fetching;

/// <summary>One request and its answer: the end of the way, or the next step of it.</summary>
internal abstract record Hop
{
    private Hop()
    {
    }

    public sealed record Ended(FetchOutcome Outcome) : Hop;

    /// <param name="Permanent">301 or 308.</param>
    public sealed record Moved(Uri To, bool Permanent) : Hop;
}
