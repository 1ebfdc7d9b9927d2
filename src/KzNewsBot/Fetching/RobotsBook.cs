using System.Net;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Fetching;

/// <summary>
/// What each site's robots.txt says, asked once a day through the same lanes and guard as everything else. A site
/// without one allows everything; one whose rules can't be had disallows until it is asked again (RFC 9309, 2.3.1).
/// </summary>
internal sealed partial class RobotsBook(RedirectFollower follower, IOptions<FetchingOptions> options, TimeProvider clock, ILogger<RobotsBook> logger)
{
    private const int Remembered = 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private static readonly TimeSpan RetryTime = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <param name="isBarred">As in <see cref="FetchRequest.IsBarred"/>: robots.txt may lead elsewhere too.</param>
    public async Task<Permission> MayAskAsync(Uri address, Func<Uri, bool>? isBarred, CancellationToken cancellationToken)
    {
        var entry = Take(address.GetLeftPart(UriPartial.Authority));
        await entry.Asking.WaitAsync(cancellationToken);
        try
        {
            if (entry.Until is not { } until || until <= clock.GetUtcNow() || until > clock.GetUtcNow() + Lifetime)
            {
                await AskAsync(entry, address, isBarred, cancellationToken);
            }

            return Judge(entry, address);
        }
        finally
        {
            entry.Asking.Release();
        }
    }

    private Permission Judge(Entry entry, Uri address)
    {
        if (entry.Rules is not { } rules)
        {
            return new Permission(entry.Trouble, TimeSpan.Zero);
        }

        if (!rules.Allows(address))
        {
            return new Permission(new FetchOutcome.Refused(RefusalReason.Robots, address.AbsolutePath), TimeSpan.Zero);
        }

        var longest = TimeSpan.FromSeconds(options.Value.MaxCrawlDelaySeconds);
        return new Permission(null, rules.CrawlDelay is { } delay ? (delay < longest ? delay : longest) : TimeSpan.Zero);
    }

    private async Task AskAsync(Entry entry, Uri address, Func<Uri, bool>? isBarred, CancellationToken cancellationToken)
    {
        var request = new FetchRequest(new Uri(address, "/robots.txt"), FetchKind.Robots)
        {
            // Who may have a page asked for may have its host's rules asked for.
            IsBarred = isBarred is null ? null : to => to.Authority != address.Authority && isBarred(to),
        };
        var outcome = await follower.FollowAsync(request, static (_, _) => Task.FromResult(Permission.Granted), cancellationToken);
        var now = clock.GetUtcNow();
        if (RulesOf(outcome) is { } rules)
        {
            (entry.Rules, entry.Trouble, entry.Until) = (rules, null, now + Lifetime);
            return;
        }

        // Rules of yesterday are better than none. A host that must not be asked is no site whose rules will come.
        entry.Trouble = outcome is FetchOutcome.Wait or FetchOutcome.Refused { Reason: RefusalReason.UnsafeAddress } ? outcome : new FetchOutcome.Failed(FailureReason.RobotsUnreachable, Describe(outcome));
        entry.Until = outcome is FetchOutcome.Wait wait && wait.Until < now + RetryTime ? wait.Until : now + RetryTime;
        LogUnreachable(address.IdnHost, Describe(outcome));
    }

    /// <summary>Null when the rules can't be known.</summary>
    private static RobotsRules? RulesOf(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched fetched => RobotsRules.Parse(fetched.Body.Span, UserAgent.Product),
        FetchOutcome.Gone or FetchOutcome.Failed { Status: >= 400 and < 500 } => RobotsRules.AllowAll,
        FetchOutcome.Failed { Reason: FailureReason.TooManyRedirects or FailureReason.RedirectLoop } => RobotsRules.AllowAll,
        FetchOutcome.Refused { Reason: RefusalReason.WrongType or RefusalReason.Barred } => RobotsRules.AllowAll,
        _ => null,
    };

    private static string Describe(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Failed failed => failed.Detail,
        FetchOutcome.Refused refused => $"{refused.Reason}: {refused.Detail}",
        FetchOutcome.Wait wait => wait.Reason.ToString(),
        _ => outcome.GetType().Name,
    };

    private Entry Take(string site)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(site, out var entry))
            {
                if (_entries.Count >= Remembered)
                {
                    _entries.Remove(_entries.MinBy(pair => pair.Value.Until ?? DateTimeOffset.MaxValue).Key);
                }

                entry = new Entry();
                _entries.Add(site, entry);
            }

            return entry;
        }
    }

    [LoggerMessage(LogLevel.Information, "The robots.txt of {Host} can't be had ({Reason}); its pages wait")]
    private partial void LogUnreachable(string host, string reason);

    private sealed class Entry
    {
        public SemaphoreSlim Asking { get; } = new(1, 1);

        public RobotsRules? Rules { get; set; }

        /// <summary>Why there are no rules.</summary>
        public FetchOutcome? Trouble { get; set; }

        /// <summary>When to ask again; null before the first time.</summary>
        public DateTimeOffset? Until { get; set; }
    }
}
