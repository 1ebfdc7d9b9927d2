namespace KzNewsBot.Playground.Newsroom;

internal sealed record NewsroomOptions
{
    /// <summary>The clock that articles appear by, and slow answers trickle by.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The newsroom's own; each outlet takes one of the ports after it. 0 takes any free ones: addresses then change at each start.</summary>
    public int Port { get; init; }

    /// <summary>When the first minutes begin; null: now. Given again after a restart, the newsroom goes on where it was.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The same seed and opening make the same news.</summary>
    public int Seed { get; init; } = 20261125;
}

/// <summary>A port of the newsroom is taken by another program.</summary>
internal sealed class NewsroomPortBusyException(int port, Exception cause)
    : IOException($"Port {port} on 127.0.0.1, or one of those after it, is in use.", cause)
{
    public int Port => port;
}
