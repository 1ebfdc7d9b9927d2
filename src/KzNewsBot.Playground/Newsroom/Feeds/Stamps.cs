using System.Globalization;

namespace KzNewsBot.Playground.Newsroom.Feeds;

/// <summary>Machine dates of feeds and pages.</summary>
internal static class Stamps
{
    /// <summary>RFC 822 as RSS wants it: "Wed, 25 Nov 2026 14:05:00 +0500".</summary>
    public static string Rss(DateTimeOffset time) =>
        time.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
            + time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    /// <summary>RFC 3339: "2026-11-25T14:05:00+05:00".</summary>
    public static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
