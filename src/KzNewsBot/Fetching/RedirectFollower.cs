using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace KzNewsBot.Fetching;

/// <summary>
/// Takes a request to its end, hop by hop. Each hop obeys the address rules, its host's pause and its host's lane; the
/// lane is left before the next hop, so two sites that redirect to each other can't wait for each other.
/// </summary>
internal sealed partial class RedirectFollower(
    WebWire wire,
    AddressRules rules,
    HostLanes lanes,
    HostPauses pauses,
    IOptions<FetchingOptions> options,
    TimeProvider clock,
    ILogger<RedirectFollower> logger) : IDisposable
{
    private readonly SemaphoreSlim _parallel = new(options.Value.MaxParallel, options.Value.MaxParallel);

    /// <param name="mayAsk">Asked before each hop; an outcome ends the way, a space is kept on the hop's host.</param>
    public async Task<FetchOutcome> FollowAsync(
        FetchRequest request, Func<Uri, CancellationToken, Task<Permission>> mayAsk, CancellationToken cancellationToken)
    {
        if (rules.Fault(request.Address) is { } fault)
        {
            return fault;
        }

        var trail = new RedirectTrail(request.Address, options.Value.MaxRedirects);
        var budget = TimeSpan.FromSeconds(options.Value.TotalSeconds);
        while (true)
        {
            if (request.IsBarred?.Invoke(trail.Current) is true)
            {
                return new FetchOutcome.Refused(RefusalReason.Barred, trail.Current.IdnHost);
            }

            var permission = await mayAsk(trail.Current, cancellationToken);
            if (permission.Outcome is { } refusal)
            {
                return refusal;
            }

            var (hop, spent) = await TakeHopAsync(trail.Current, request, permission.Spacing, budget, cancellationToken);
            budget -= spent;
            switch (hop)
            {
                case Hop.Ended ended:
                    return WithTrail(ended.Outcome, trail);
                case Hop.Moved moved:
                    if ((rules.Fault(moved.To) ?? trail.Follow(moved)) is { } stop)
                    {
                        return stop;
                    }

                    break;
            }
        }
    }

    public void Dispose() => _parallel.Dispose();

    private async Task<(Hop Hop, TimeSpan Spent)> TakeHopAsync(
        Uri address, FetchRequest request, TimeSpan spacing, TimeSpan budget, CancellationToken cancellationToken)
    {
        var host = HostKey.Of(address);
        if (Paused(host) is { } paused)
        {
            return (paused, TimeSpan.Zero);
        }

        using var turn = await lanes.EnterAsync(host, spacing, cancellationToken);
        if (Paused(host) is { } pausedMeanwhile)
        {
            return (pausedMeanwhile, TimeSpan.Zero);
        }

        await _parallel.WaitAsync(cancellationToken);
        try
        {
            var started = clock.GetTimestamp();
            var hop = await AskAsync(turn.Pipeline, address, request, budget, cancellationToken);
            Remember(hop);
            return (hop, clock.GetElapsedTime(started));
        }
        finally
        {
            _parallel.Release();
        }
    }

    private async Task<Hop> AskAsync(ResiliencePipeline<Hop> pipeline, Uri address, FetchRequest request, TimeSpan budget, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(FetchResilience.Deadline, clock.GetTimestamp() + (long)(budget.TotalSeconds * clock.TimestampFrequency));
        try
        {
            return await pipeline.ExecuteAsync(
                static async (context, state) => await state.Wire.AskAsync(state.Address, state.Request, context.CancellationToken),
                context,
                (Wire: wire, Address: address, Request: request));
        }
        catch (TimeoutRejectedException)
        {
            return new Hop.Ended(new FetchOutcome.Failed(FailureReason.Timeout, "not finished in time"));
        }
        catch (BrokenCircuitException e)
        {
            var wait = RetryAfter.Clamp(e.RetryAfter ?? TimeSpan.FromMinutes(options.Value.BreakerMinutes));
            return new Hop.Ended(new FetchOutcome.Wait(HostKey.Of(address), clock.GetUtcNow() + wait, WaitReason.HostDown));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Hop.Ended? Paused(string host) =>
        pauses.UntilFor(host) is { } until ? new Hop.Ended(new FetchOutcome.Wait(host, until, WaitReason.HostPaused)) : null;

    private void Remember(Hop hop)
    {
        switch (hop)
        {
            case Hop.Ended { Outcome: FetchOutcome.Wait { Reason: WaitReason.RateLimited or WaitReason.Unavailable } wait }:
                pauses.Pause(wait.Host, wait.Until);
                LogPaused(wait.Host, wait.Until, wait.Reason);
                break;
            case Hop.Ended { Outcome: FetchOutcome.Refused { Reason: RefusalReason.UnsafeAddress } refused }:
                LogUnsafe(refused.Detail);
                break;
        }
    }

    private static FetchOutcome WithTrail(FetchOutcome outcome, RedirectTrail trail) => outcome switch
    {
        FetchOutcome.Fetched fetched => fetched with { MovedTo = trail.MovedTo },
        FetchOutcome.NotModified notModified => notModified with { MovedTo = trail.MovedTo },
        _ => outcome,
    };

    [LoggerMessage(LogLevel.Information, "{Host} is left alone until {Until} ({Reason})")]
    private partial void LogPaused(string host, DateTimeOffset until, WaitReason reason);

    [LoggerMessage(LogLevel.Warning, "Not fetched: {Detail}")]
    private partial void LogUnsafe(string detail);
}

/// <summary>Whether a hop may be taken, and how far from the one before.</summary>
/// <param name="Outcome">Null: go on.</param>
internal readonly record struct Permission(FetchOutcome? Outcome, TimeSpan Spacing)
{
    public static readonly Permission Granted = new(null, TimeSpan.Zero);
}
