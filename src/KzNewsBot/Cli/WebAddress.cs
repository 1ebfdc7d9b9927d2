using KzNewsBot.Sources;

namespace KzNewsBot.Cli;

/// <summary>An address as people type it: "nato.int/feed" is one.</summary>
internal static class WebAddress
{
    /// <summary>Null when it is none.</summary>
    public static Uri? Read(string text)
    {
        var trimmed = text.Trim();
        var full = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"https://{trimmed}";
        return RoadRules.IsWebAddress(full) && new Uri(full) is var address && (address.Host.Contains('.', StringComparison.Ordinal) || address.IsLoopback) ? address : null;
    }
}
