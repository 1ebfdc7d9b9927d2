namespace KzNewsBot.Feeds;

/// <summary>
/// Roads and pages are read side by side; what the program may have died of waits until nothing of either kind is under way,
/// and has them wait. Whoever begins a round takes its turn before it claims anything: what only waits can't be what the program dies of.
/// </summary>
internal sealed class ReadingTurns : IDisposable
{
    private readonly SemaphoreSlim _roads = new(1);
    private readonly SemaphoreSlim _pages = new(1);

    public Task<ReadingTurn> OfRoadsAsync(CancellationToken cancellationToken) => BeginAsync(_roads, cancellationToken);

    public Task<ReadingTurn> OfPagesAsync(CancellationToken cancellationToken) => BeginAsync(_pages, cancellationToken);

    public void Dispose()
    {
        _roads.Dispose();
        _pages.Dispose();
    }

    private async Task<ReadingTurn> BeginAsync(SemaphoreSlim own, CancellationToken cancellationToken)
    {
        await own.WaitAsync(cancellationToken);
        return new ReadingTurn(own, [_roads, _pages]);
    }
}

internal sealed class ReadingTurn(SemaphoreSlim own, IReadOnlyList<SemaphoreSlim> all) : IDisposable
{
    private readonly List<SemaphoreSlim> _held = [own];

    public bool IsAlone => _held.Count == all.Count;

    /// <summary>What was found before may be out of date by then.</summary>
    public async Task BeAloneAsync(CancellationToken cancellationToken)
    {
        // First given back, then all taken in one order: of two that would be alone neither holds what the other waits for.
        Dispose();
        foreach (var kind in all)
        {
            await kind.WaitAsync(cancellationToken);
            _held.Add(kind);
        }
    }

    public void Dispose()
    {
        _held.ForEach(kind => kind.Release());
        _held.Clear();
    }
}
