using Microsoft.Extensions.Options;
using Polly;

namespace KzNewsBot.Fetching;

/// <summary>
/// One lane for each host: whoever holds it may ask, the others queue. The lane keeps the space between requests and
/// the host's circuit breaker.
/// </summary>
internal sealed class HostLanes(FetchResilience resilience, IOptions<FetchingOptions> options, TimeProvider clock)
{
    /// <summary>Redirects lead to ever new hosts; past so many lanes, idle ones are forgotten.</summary>
    private const int Remembered = 1024;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>Waits for the lane and for its space. Dispose the turn when the answer is read.</summary>
    /// <param name="host">A <see cref="HostKey"/>.</param>
    /// <param name="spacing">At least so long after the request before; the configured space is the least.</param>
    public async Task<HostTurn> EnterAsync(string host, TimeSpan spacing, CancellationToken cancellationToken)
    {
        var lane = Take(host);
        try
        {
            await lane.Free.WaitAsync(cancellationToken);
        }
        catch
        {
            GiveBack(lane);
            throw;
        }

        var turn = new HostTurn(this, lane);
        try
        {
            await KeepSpaceAsync(lane, spacing, cancellationToken);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    internal void Leave(Lane lane)
    {
        lane.EndedAt = clock.GetTimestamp();
        lane.Free.Release();
        GiveBack(lane);
    }

    private async Task KeepSpaceAsync(Lane lane, TimeSpan spacing, CancellationToken cancellationToken)
    {
        var least = TimeSpan.FromMilliseconds(options.Value.SpacingMilliseconds);
        var rest = lane.EndedAt is { } ended
            ? (spacing > least ? spacing : least) - clock.GetElapsedTime(ended)
            : TimeSpan.Zero;
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, clock, cancellationToken);
        }
    }

    private Lane Take(string host)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(host, out var lane))
            {
                ForgetIdle();
                lane = new Lane(resilience.NewPipeline(host));
                _lanes.Add(host, lane);
            }

            lane.Users++;
            return lane;
        }
    }

    private void GiveBack(Lane lane)
    {
        lock (_gate)
        {
            lane.Users--;
        }
    }

    private void ForgetIdle()
    {
        if (_lanes.Count < Remembered)
        {
            return;
        }

        foreach (var (host, lane) in _lanes.Where(pair => pair.Value.Users == 0).ToList())
        {
            if (lane.EndedAt is { } ended && clock.GetElapsedTime(ended) < Idle)
            {
                continue;
            }

            _lanes.Remove(host);
            lane.Free.Dispose();
        }
    }

    internal sealed class Lane(ResiliencePipeline<Hop> pipeline)
    {
        public SemaphoreSlim Free { get; } = new(1, 1);

        public ResiliencePipeline<Hop> Pipeline => pipeline;

        public int Users { get; set; }

        /// <summary>When the last request ended, in the clock's ticks; null before the first.</summary>
        public long? EndedAt { get; set; }
    }
}

internal sealed class HostTurn(HostLanes lanes, HostLanes.Lane lane) : IDisposable
{
    private bool _left;

    public ResiliencePipeline<Hop> Pipeline => lane.Pipeline;

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _left, value: true))
        {
            lanes.Leave(lane);
        }
    }
}
