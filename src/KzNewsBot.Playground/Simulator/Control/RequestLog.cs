using System.Text.Json.Nodes;

namespace KzNewsBot.Playground.Simulator.Control;

/// <summary>One request of the bot and how it ended. Status 0 means that no answer left the simulator.</summary>
internal sealed record LoggedRequest(
    int Number,
    DateTimeOffset Time,
    string Method,
    JsonObject Parameters,
    int Status,
    string? Description,
    IReadOnlyList<int> MessageIds,
    string? Fault);

internal sealed class RequestLog
{
    private const int Capacity = 20_000;

    private readonly Queue<LoggedRequest> _requests = new();
    private int _count;

    public IReadOnlyCollection<LoggedRequest> All => _requests;

    public int NextNumber() => ++_count;

    public void Add(LoggedRequest request)
    {
        _requests.Enqueue(request);
        if (_requests.Count > Capacity)
        {
            _requests.Dequeue();
        }
    }

    public void Clear() => _requests.Clear();
}
