namespace KzNewsBot.Playground.Simulator;

internal sealed record SimulatorOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>Shaped like a real token, but no secret.</summary>
    public string BotToken { get; init; } = "100001:PLAYGROUND-0000000000000000000000000";

    public VirtualClock Clock { get; init; } = VirtualClock.Following();

    /// <summary>429 as soon as a message is too fast, instead of up to 8 s of silent waiting.</summary>
    public bool RejectFloodAtOnce { get; init; }

    /// <summary>Slow down a bot that asks getUpdates again and again. A clock that stands still never ends such a wait.</summary>
    public bool GuardBusyPolling { get; init; } = true;

    /// <summary>A press answered later is a finding: by then the person has long given up on the little clock on the button.</summary>
    public TimeSpan CallbackPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where chats and messages are kept between two starts; null forgets them.</summary>
    public string? StateFile { get; init; }

    public Action<IEndpointRouteBuilder>? ExtraEndpoints { get; init; }
}

/// <summary>The port of the simulator is taken by another program.</summary>
internal sealed class SimulatorPortBusyException(int port, Exception cause)
    : IOException($"Port {port} on 127.0.0.1 is in use.", cause)
{
    public int Port => port;
}
