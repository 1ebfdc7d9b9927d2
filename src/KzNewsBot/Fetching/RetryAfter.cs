using System.Globalization;

namespace KzNewsBot.Fetching;

/// <summary>Reads Retry-After (RFC 9110, 10.2.3): seconds or a date, in all the wrong ways servers write it.</summary>
internal static class RetryAfter
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>How long to wait: from one minute to a day. What is absent, negative or unreadable counts as <paramref name="fallback"/>.</summary>
    public static TimeSpan Read(string? header, DateTimeOffset now, TimeSpan fallback)
    {
        var text = header?.Trim() ?? "";
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            // Longer numbers than a long holds are still "very long".
            return Clamp(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < Longest.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : Longest);
        }

        return Clamp(HttpDate.Read(text) is { } date ? date - now : fallback);
    }

    public static TimeSpan Clamp(TimeSpan wait) => wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
}

internal static class HttpDate
{
    private static readonly string[] Formats = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM dd HH:mm:ss yyyy"];

    /// <summary>The three date forms of RFC 9110, 5.6.7; null for anything else.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(
            text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out var date)
            ? date
            : null;
}
