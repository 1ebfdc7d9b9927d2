using System.Globalization;
using System.Text.RegularExpressions;

namespace KzNewsBot.Subscriptions;

/// <summary>A time of day as people type it: "8", "08:30", "8.30", "0830", "8 pm", and as they say it.</summary>
internal static partial class TimeText
{
    /// <summary>Minute of the day, 0 to 1439; null when the text is no time.</summary>
    public static int? Parse(string text)
    {
        var match = TimePattern().Match(text.Trim());
        if (!match.Success)
        {
            return SpokenTime.Parse(text);
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            // Twelve o'clock begins its half of the day.
            return hour is >= 1 and <= 12 && minute < 60 ? ((hour % 12) + (half.Value[0] is 'p' or 'P' ? 12 : 0)) * 60 + minute : null;
        }

        return hour < 24 && minute < 60 ? (hour * 60) + minute : null;
    }

    [GeneratedRegex("^(?<hour>[0-9]{1,2})(?:[:.]?(?<minute>[0-9]{2}))?(?: ?(?<half>[AaPp])[Mm])?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TimePattern();
}
