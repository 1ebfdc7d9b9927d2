namespace KzNewsBot.Playground.Simulator.Flood;

/// <summary>
/// The waits that 429 answers asked for, chat by chat; reading and writing are limited apart. Whoever calls into one is made to
/// wait for longer, at last for good.
/// </summary>
internal sealed class FloodWaits(VirtualClock clock)
{
    private readonly Dictionary<(long ChatId, bool IsReading), DateTimeOffset> _until = [];

    public void Ask(string method, long chatId, int seconds)
    {
        var until = clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        var key = (chatId, IsReading(method));
        _until[key] = _until.GetValueOrDefault(key) is var earlier && earlier > until ? earlier : until;
    }

    /// <summary>What is left of the wait; zero or less when it is over.</summary>
    public TimeSpan Left(string method, long chatId) =>
        _until.TryGetValue((chatId, IsReading(method)), out var until) ? until - clock.GetUtcNow() : TimeSpan.Zero;

    public void Clear() => _until.Clear();

    private static bool IsReading(string method) => method.StartsWith("get", StringComparison.OrdinalIgnoreCase);
}
