using System.Globalization;
using System.Text.RegularExpressions;
using KzNewsBot.Text;

namespace KzNewsBot.Fetching;

/// <summary>Until when a server promises that asking again brings nothing new (RFC 9111, 4.2).</summary>
internal static partial class Freshness
{
    /// <summary>Long enough for any feed; servers that promise a year mean their pictures.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <param name="cacheControl">The Cache-Control header, or null.</param>
    /// <param name="expires">The Expires header, or null; it counts only without a max-age.</param>
    /// <param name="date">The Date header, or null: a server's promise is counted on its own clock.</param>
    /// <param name="age">The Age header: seconds of the promise already spent in a cache on the way.</param>
    /// <param name="now">The moment of the answer.</param>
    /// <returns>After <paramref name="now"/>, by a day at most; null when nothing is promised.</returns>
    public static DateTimeOffset? Until(string? cacheControl, string? expires, string? date, string? age, DateTimeOffset now)
    {
        if (NoPromise().IsMatch(cacheControl ?? ""))
        {
            return null;
        }

        var promise = MaxAge().Match(cacheControl ?? "") is { Success: true } match
            ? Seconds(match.Groups["seconds"].Value) - Seconds(age)
            : HttpDate.Read(expires) - (HttpDate.Read(date) ?? now) - Seconds(age);
        return promise > TimeSpan.Zero ? now + (promise < Longest ? promise : Longest) : null;
    }

    private static TimeSpan Seconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, 1_000_000_000L))
            : TimeSpan.Zero;

    [GeneratedRegex(@"(^|[,\s])no-(store|cache)([,\s]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex NoPromise();

    [GeneratedRegex(@"(^|[,\s])max-age\s*=\s*""?(?<seconds>[0-9]{1,18})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex MaxAge();
}
