namespace KzNewsBot.Feeds;

/// <summary>
/// Roads and pages are read side by side; what the program may have died of waits until nothing of either kind is under way,
/// and has them wait. Whoever begins a round takes its turn before it claims anything: what only waits can't be what the program dies of.
/// </summary>
internal sealed class ReadingTurns : IDisposable
{
    private readonly SemaphoreSlim _roads = new(1);
    private readonly SemaphoreSlim _pages = new(1);
    private int _waiting;

    /// <summary>Whether somebody waits to be alone: whoever reads on and on makes an end then.</summary>
    public bool IsAloneWanted => Volatile.Read(ref _waiting) > 0;

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
        return new ReadingTurn(this, own);
    }

    /// <summary>In one order: of two that would be alone neither holds what the other waits for.</summary>
    internal async Task TakeAllAsync(List<SemaphoreSlim> held, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            foreach (var kind in (SemaphoreSlim[])[_roads, _pages])
            {
                await kind.WaitAsync(cancellationToken);
                held.Add(kind);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}

internal sealed class ReadingTurn(ReadingTurns turns, SemaphoreSlim own) : IDisposable
{
    private readonly List<SemaphoreSlim> _held = [own];

    public bool IsAlone => _held.Count > 1;

    /// <summary>Whether nothing more may be begun in it.</summary>
    public bool IsOver => IsAlone || turns.IsAloneWanted;

    /// <summary>What was found before may be out of date by then.</summary>
    public async Task BeAloneAsync(CancellationToken cancellationToken)
    {
        Dispose();
        await turns.TakeAllAsync(_held, cancellationToken);
    }

    public void Dispose()
    {
        _held.ForEach(kind => kind.Release());
        _held.Clear();
    }
}
