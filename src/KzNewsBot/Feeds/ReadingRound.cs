namespace KzNewsBot.Feeds;

/// <summary>
/// Reads what is claimed, so many at once, and claims again whenever something has ended: a slow host holds one place, and
/// nobody up. What shares a key, be it the host or the outlet, is read one after another, and no more of it is claimed meanwhile.
/// </summary>
internal sealed record ReadingRound<T>
{
    /// <summary>As much is claimed for each place; it waits for a free one.</summary>
    private const int ReservedPerPlace = 4;

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(3);

    public required int Places { get; init; }

    public required Func<T, string> KeyOf { get; init; }

    /// <summary>Up to so many, none of the keys in hand.</summary>
    public required Func<int, IReadOnlyCollection<string>, Task<IReadOnlyList<T>>> ClaimAsync { get; init; }

    public required Func<T, Task> ReadAsync { get; init; }

    /// <summary>Gives back what was claimed and not read to its end.</summary>
    public required Func<IReadOnlyList<T>, Task> ReleaseAsync { get; init; }

    /// <summary>Ends when nothing is to be claimed or under way; the number read.</summary>
    public async Task<int> RunAsync(ReadingTurn turn, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(Places);
        var inHand = new Dictionary<string, (Task Reading, List<T> Claimed)>(StringComparer.Ordinal);
        var count = 0;
        try
        {
            while (true)
            {
                foreach (var (key, (reading, _)) in inHand.Where(pair => pair.Value.Reading.IsCompleted).ToList())
                {
                    await reading;
                    inHand.Remove(key);
                }

                var free = (Places * ReservedPerPlace) - inHand.Values.Sum(pair => pair.Claimed.Count);
                var claimed = free <= 0 || (count > 0 && turn.IsOver) ? [] : await ClaimAsync(free, inHand.Keys);
                if (claimed.Count > 0)
                {
                    count += claimed.Count;
                    foreach (var group in claimed.GroupBy(KeyOf, StringComparer.Ordinal))
                    {
                        List<T> ofKey = [.. group];
                        inHand.Add(group.Key, (Task.Run(() => ReadInTurnAsync(ofKey, places, cancellationToken), CancellationToken.None), ofKey));
                    }
                }
                else if (inHand.Count > 0)
                {
                    await AnyAsync(inHand.Values.Select(pair => pair.Reading), clock, cancellationToken);
                    cancellationToken.ThrowIfCancellationRequested();
                }
                else
                {
                    return count;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Read at once when the bot is back, not when the lease is over.
            await EndAsync();
            await ReleaseAsync([.. inHand.Values.SelectMany(pair => pair.Claimed)]);
            throw;
        }
        finally
        {
            await EndAsync();
        }

        async Task EndAsync() => await Task.WhenAll(inHand.Values.Select(pair => pair.Reading)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReadInTurnAsync(List<T> claimed, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        foreach (var one in claimed)
        {
            await places.WaitAsync(cancellationToken);
            try
            {
                await ReadAsync(one);
            }
            finally
            {
                places.Release();
            }
        }
    }

    /// <summary>Until one has ended, or something else may have come meanwhile.</summary>
    private static async Task AnyAsync(IEnumerable<Task> readings, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny([.. readings, Task.Delay(LookInterval, clock, enough.Token)]);
        await enough.CancelAsync();
    }
}
