using KzNewsBot.Feeds;

namespace KzNewsBot.Tests.Harness;

/// <summary>As if nothing else were read at that moment.</summary>
internal static class UndisturbedClaims
{
    public static async Task<IReadOnlyList<DueRoad>> ClaimAsync(this RoadQueue queue, int most, CancellationToken cancellationToken)
    {
        using var turns = new ReadingTurns();
        using var turn = await turns.OfRoadsAsync(cancellationToken);
        return await queue.ClaimAsync(most, [], turn, cancellationToken);
    }

    public static async Task<IReadOnlyList<DueEntry>> ClaimAsync(this EntryQueue queue, int most, CancellationToken cancellationToken)
    {
        using var turns = new ReadingTurns();
        using var turn = await turns.OfPagesAsync(cancellationToken);
        return await queue.ClaimAsync(most, [], turn, cancellationToken);
    }
}
