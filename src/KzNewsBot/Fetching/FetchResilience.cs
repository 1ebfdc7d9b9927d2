using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace KzNewsBot.Fetching;

/// <summary>
/// One pipeline for each host, built once: retry around breaker around time limit. The limit is innermost so that a
/// stalled answer counts as the host's failure; it covers the body, since the exchange inside reads it to its end.
/// </summary>
internal sealed partial class FetchResilience(IOptions<FetchingOptions> options, TimeProvider clock, ILogger<FetchResilience> logger)
{
    /// <summary>The moment, in the clock's ticks, at which the whole request must be over.</summary>
    public static readonly ResiliencePropertyKey<long> Deadline = new("deadline");

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan SamplingTime = TimeSpan.FromMinutes(10);

    public ResiliencePipeline<Hop> NewPipeline(string host) => new ResiliencePipelineBuilder<Hop> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<Hop>
        {
            // Only where no byte of an answer came: everything else is the poller's to try at its next turn.
            ShouldHandle = new PredicateBuilder<Hop>().HandleResult(hop =>
                hop is Hop.Ended { Outcome: FetchOutcome.Failed { Reason: FailureReason.Dns or FailureReason.Connect } }),
            MaxRetryAttempts = 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = RetryDelay,
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Hop>
        {
            ShouldHandle = new PredicateBuilder<Hop>()
                .Handle<TimeoutRejectedException>()
                .HandleResult(hop => hop is Hop.Ended { Outcome: FetchOutcome.Failed failed } && IsHostsFault(failed)),
            FailureRatio = 0.9,
            MinimumThroughput = options.Value.BreakerFailures,
            SamplingDuration = SamplingTime,
            BreakDuration = TimeSpan.FromMinutes(options.Value.BreakerMinutes),
            OnOpened = args =>
            {
                LogDown(host, args.BreakDuration);
                return default;
            },
        })
        .AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = args => new ValueTask<TimeSpan>(Rest(args.Context)),
        })
        .Build();

    private TimeSpan Rest(ResilienceContext context)
    {
        var ticks = context.Properties.GetValue(Deadline, 0) - clock.GetTimestamp();
        var rest = TimeSpan.FromSeconds((double)ticks / clock.TimestampFrequency);

        // Zero would mean "no limit" to Polly.
        return rest > TimeSpan.FromMilliseconds(1) ? rest : TimeSpan.FromMilliseconds(1);
    }

    private static bool IsHostsFault(FetchOutcome.Failed failed) => failed.Reason switch
    {
        FailureReason.Dns or FailureReason.Connect or FailureReason.Tls or FailureReason.Timeout => true,
        FailureReason.Status => failed.Status >= (int)HttpStatusCode.InternalServerError,
        _ => false,
    };

    [LoggerMessage(LogLevel.Warning, "{Host} fails again and again; it is left alone for {Time}")]
    private partial void LogDown(string host, TimeSpan time);
}
