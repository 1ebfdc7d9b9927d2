using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KzNewsBot.Feeds;

/// <summary>When a road is polled next. Pure: the same facts give the same moment, jitter included.</summary>
internal static class PollSchedule
{
    /// <summary>Part of an interval by which polls are spread, so that a start does not make all roads march in step.</summary>
    private const double Jitter = 0.1;

    /// <summary>
    /// The interval after a success: as long as the road takes for one new entry, within floor and ceiling. Never
    /// shorter than the registry, the feed's own TTL or the answer's freshness ask for, but what they ask for is capped by
    /// the ceiling: a feed that declares a year would otherwise be lost.
    /// </summary>
    /// <param name="newInWeek">Entries of the road that were new in the last seven days.</param>
    public static TimeSpan Interval(int newInWeek, TimeSpan? asked, TimeSpan? registry, FeedsOptions options)
    {
        var floor = TimeSpan.FromMinutes(options.FloorMinutes);
        var ceiling = TimeSpan.FromMinutes(options.CeilingMinutes);
        var rhythm = TimeSpan.FromDays(7) / Math.Max(1, newInWeek);
        var interval = Clamp(rhythm, floor, ceiling);
        if (asked > interval)
        {
            interval = Clamp(asked.Value, floor, ceiling);
        }

        return registry > interval ? registry.Value : interval;
    }

    /// <summary>After failures in a row the interval doubles each time, up to the ceiling (a road that is out: always the ceiling at most).</summary>
    public static TimeSpan BackOff(int failures, FeedsOptions options)
    {
        var doubled = TimeSpan.FromMinutes(options.FloorMinutes) * Math.Pow(2, Math.Min(failures - 1, 16));
        var ceiling = TimeSpan.FromMinutes(options.CeilingMinutes);
        return doubled < ceiling ? doubled : ceiling;
    }

    /// <summary>Up to a tenth later, never earlier: what a host or a feed asked for is a minimum.</summary>
    public static TimeSpan Jittered(TimeSpan interval, string key, DateTimeOffset now)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key}|{now.UtcTicks}")));
        var share = BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
        return interval + (interval * (Jitter * share));
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan low, TimeSpan high) => value < low ? low : value > high ? high : value;
}
