using System.Text.RegularExpressions;
using KzNewsBot.Sources;

namespace KzNewsBot.Cli;

/// <summary>An address as people type it: "nato.int/feed" is one.</summary>
internal static partial class WebAddress
{
    /// <summary>Null when it is none.</summary>
    public static Uri? Read(string text)
    {
        var full = Whole(text);
        return RoadRules.IsWebAddress(full) && new Uri(full) is var address && (address.Host.Contains('.', StringComparison.Ordinal) || address.IsLoopback) ? address : null;
    }

    /// <summary>Of what is none: whether it would be one without its port.</summary>
    public static bool HasBadPort(string text) => Port().Replace(Whole(text), "", 1) is var rest && rest != Whole(text) && Read(rest) is not null;

    private static string Whole(string text) => text.Trim() is var trimmed && trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"https://{trimmed}";

    [GeneratedRegex(@"(?<=://[^/:?#]{1,253}):[^/?#]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Port();
}
