namespace KzNewsBot.Playground.Newsroom.Faults;

/// <summary>Which addresses of an outlet a fault spoils.</summary>
internal enum FaultScope
{
    Feeds,
    Pages,
    All,
}

/// <param name="Left">How many answers it still spoils; null until somebody switches it off.</param>
/// <param name="RetryAfter">The header of a 429 or 503 in seconds.</param>
/// <param name="Path">Only this path, without a query; null spoils every one in the scope.</param>
internal sealed record Fault(
    string Outlet,
    FaultKind Kind,
    FaultScope Scope = FaultScope.Feeds,
    int? Left = null,
    int RetryAfter = Fault.DefaultRetryAfter,
    string? Path = null)
{
    public const int DefaultRetryAfter = 120;

    public bool Spoils(string outlet, string path, bool isFeed) =>
        Outlet == outlet
        && (Path is null || Path == path)
        && (Scope == FaultScope.All || Scope == (isFeed ? FaultScope.Feeds : FaultScope.Pages));
}

/// <summary>The faults that are switched on.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults];
            }
        }
    }

    public void Add(Fault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    /// <param name="outlet">Null clears them all.</param>
    public void Clear(string? outlet)
    {
        lock (_gate)
        {
            _faults.RemoveAll(fault => outlet is null || fault.Outlet == outlet);
        }
    }

    /// <summary>The oldest fault that fits, used up by one.</summary>
    public Fault? Take(string outlet, string path, bool isFeed)
    {
        lock (_gate)
        {
            var place = _faults.FindIndex(fault => fault.Spoils(outlet, path, isFeed));
            if (place < 0)
            {
                return null;
            }

            var fault = _faults[place];
            if (fault.Left is 1)
            {
                _faults.RemoveAt(place);
            }
            else
            {
                _faults[place] = fault with { Left = fault.Left - 1 };
            }

            return fault;
        }
    }
}
