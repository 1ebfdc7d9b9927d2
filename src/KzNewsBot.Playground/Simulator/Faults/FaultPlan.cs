namespace KzNewsBot.Playground.Simulator.Faults;

internal enum FaultKind
{
    /// <summary>Answer with a status and no effect (or after the effect, see <see cref="Fault.AfterEffect"/>).</summary>
    Status,
    CutBefore,
    CutAfter,
    Broken,
    Delay,
    Hang,
}

/// <summary>An accident planned for the next matching requests.</summary>
internal sealed class Fault
{
    public required FaultKind Kind { get; init; }

    /// <summary>The HTTP status when <see cref="Kind"/> is Status.</summary>
    public int Status { get; init; }

    public string? Method { get; init; }

    public long? ChatId { get; init; }

    public int Count { get; set; } = 1;

    public int? RetryAfter { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>Whether a status or a hang comes only after the request took effect.</summary>
    public bool AfterEffect { get; init; }

    public string? Description { get; init; }

    public string Name => Kind == FaultKind.Status ? $"{Status}" : char.ToLowerInvariant(Kind.ToString()[0]) + Kind.ToString()[1..];
}

internal sealed class FaultPlan
{
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Planned => _faults;

    public void Add(Fault fault) => _faults.Add(fault);

    public void Clear() => _faults.Clear();

    /// <summary>
    /// The oldest matching fault, used up by one. A fault without method and chat spares getUpdates, which is nearly always
    /// under way and would swallow what is meant for the messages.
    /// </summary>
    public Fault? Take(string method, long? chatId)
    {
        var fault = _faults.Find(fault =>
            (fault.Method is null ? !IsPolling(method) : string.Equals(fault.Method, method, StringComparison.OrdinalIgnoreCase))
            && (fault.ChatId is null || fault.ChatId == chatId));
        if (fault is not null && --fault.Count <= 0)
        {
            _faults.Remove(fault);
        }

        return fault;
    }

    private static bool IsPolling(string method) => string.Equals(method, "getUpdates", StringComparison.OrdinalIgnoreCase);
}
