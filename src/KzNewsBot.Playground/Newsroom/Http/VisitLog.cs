namespace KzNewsBot.Playground.Newsroom.Http;

/// <summary>One request to an invented site and how it ended.</summary>
/// <param name="InFlight">Requests to the same host that were open when it came, itself included: above 1 is impolite.</param>
/// <param name="IsEarly">Whether it came before a Retry-After of the same host was over.</param>
internal sealed record Visit(
    int Number,
    DateTimeOffset Time,
    string Host,
    string Outlet,
    string Method,
    string Path,
    string? IfNoneMatch,
    string? IfModifiedSince,
    string? UserAgent,
    int InFlight,
    bool IsEarly)
{
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>0 while it is open, and when no whole answer left the newsroom.</summary>
    public int Status { get; init; }

    /// <summary>Seconds, as the answer asked.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The fault that spoiled the answer.</summary>
    public string? Fault { get; init; }
}

/// <summary>Remembers who asked what, so that politeness can be counted.</summary>
internal sealed class VisitLog(TimeProvider clock)
{
    private const int Capacity = 20_000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, Visit> _requests = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DateTimeOffset> _closedUntil = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    public IReadOnlyList<Visit> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests.Values];
            }
        }
    }

    public OpenVisit Begin(HttpRequest request, string outlet)
    {
        var host = request.Host.Value ?? "";
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var number = ++_count;
            _open[host] = _open.GetValueOrDefault(host) + 1;
            _requests.Add(number, new Visit(
                number,
                now,
                host,
                outlet,
                request.Method,
                request.Path + request.QueryString.Value,
                Header(request, "If-None-Match"),
                Header(request, "If-Modified-Since"),
                Header(request, "User-Agent"),
                _open[host],
                IsEarly: now < _closedUntil.GetValueOrDefault(host)));
            if (_requests.Count > Capacity)
            {
                _requests.Remove(_requests.Keys.First());
            }

            return new OpenVisit(this, number, host);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }

    private void End(OpenVisit ended, int status)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            _open[ended.Host]--;
            if (ended.RetryAfter is { } seconds)
            {
                _closedUntil[ended.Host] = now + TimeSpan.FromSeconds(seconds);
            }

            if (_requests.TryGetValue(ended.Number, out var request))
            {
                _requests[ended.Number] = request with { EndedAt = now, Status = status, RetryAfter = ended.RetryAfter };
            }
        }
    }

    private void Spoil(OpenVisit open, string fault)
    {
        lock (_gate)
        {
            if (_requests.TryGetValue(open.Number, out var request))
            {
                _requests[open.Number] = request with { Fault = fault };
            }
        }
    }

    private static string? Header(HttpRequest request, string name) =>
        request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>
    /// A request under way. It must be ended before its last byte leaves: the client may ask again at once, and would seem to
    /// ask twice at a time.
    /// </summary>
    public sealed class OpenVisit(VisitLog log, int number, string host) : IDisposable
    {
        private bool _ended;

        public int Number => number;

        public string Host => host;

        public int? RetryAfter { get; set; }

        /// <summary>Shown at once: a slow answer may never end.</summary>
        public void SpoilBy(string fault) => log.Spoil(this, fault);

        public void End(int status)
        {
            if (!_ended)
            {
                _ended = true;
                log.End(this, status);
            }
        }

        /// <summary>Ends a request that got no whole answer.</summary>
        public void Dispose() => End(0);
    }
}
