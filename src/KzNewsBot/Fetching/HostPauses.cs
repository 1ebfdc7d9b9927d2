using System.Collections.Concurrent;

namespace KzNewsBot.Fetching;

internal sealed record HostPause(string Host, DateTimeOffset Until);

/// <summary>
/// Hosts that asked to be left alone, and until when. It lives in memory; whoever polls stores what it is handed in
/// <see cref="FetchOutcome.Wait"/> and gives it back here after a restart.
/// </summary>
internal sealed class HostPauses(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>The pauses still running.</summary>
    public IReadOnlyList<HostPause> Running
    {
        get
        {
            var now = clock.GetUtcNow();
            return [.. _until.Where(pair => pair.Value > now).Select(pair => new HostPause(pair.Key, pair.Value))];
        }
    }

    /// <summary>Null when the host may be asked.</summary>
    public DateTimeOffset? UntilFor(string host)
    {
        if (!_until.TryGetValue(host, out var until))
        {
            return null;
        }

        // Beyond the longest it was said by a clock that was ahead: the host did ask, so it is left alone for that.
        var now = clock.GetUtcNow();
        if (until > now + RetryAfter.Longest)
        {
            _until.TryUpdate(host, now + RetryAfter.Longest, until);
            return now + RetryAfter.Longest;
        }

        if (until > now)
        {
            return until;
        }

        _until.TryRemove(KeyValuePair.Create(host, until));
        return null;
    }

    /// <summary>The later of two pauses counts.</summary>
    public void Pause(string host, DateTimeOffset until) =>
        _until.AddOrUpdate(host, until, (_, known) => known > until ? known : until);

    /// <summary>A stored pause ends a day from now at the latest: a clock that was wrong then must not silence a host for a year.</summary>
    public void Restore(IEnumerable<HostPause> pauses)
    {
        var now = clock.GetUtcNow();
        foreach (var pause in pauses.Where(pause => pause.Until > now))
        {
            Pause(HostKey.Of(pause.Host), pause.Until < now + RetryAfter.Longest ? pause.Until : now + RetryAfter.Longest);
        }
    }
}

/// <summary>Under which name a host is counted: "www.example.kz" and "example.kz" are one server to be polite to.</summary>
internal static class HostKey
{
    public static string Of(Uri address) => Of(address.IdnHost);

    public static string Of(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        return name.StartsWith("www.", StringComparison.Ordinal) ? name[4..] : name;
    }
}
