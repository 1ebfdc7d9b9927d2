using System.Globalization;
using System.Text.RegularExpressions;

namespace KzNewsBot.Subscriptions;

/// <summary>A time of day as people type it: "8", "08:30", "8.30", "0830".</summary>
internal static partial class TimeText
{
    /// <summary>Minute of the day, 0 to 1439; null when the text is no time.</summary>
    public static int? Parse(string text)
    {
        var match = TimePattern().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minute < 60 ? (hour * 60) + minute : null;
    }

    [GeneratedRegex("^(?<hour>[0-9]{1,2})(?:[:.]?(?<minute>[0-9]{2}))?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TimePattern();
}
