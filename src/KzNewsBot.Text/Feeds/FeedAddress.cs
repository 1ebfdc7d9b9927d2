namespace KzNewsBot.Text.Feeds;

/// <summary>Absolute web addresses out of what stands in a document.</summary>
internal static class FeedAddress
{
    private const int MaxLength = 4000;

    /// <summary>Null for anything but http and https, and for addresses that carry a name and password.</summary>
    public static Uri? Resolve(string? text, Uri relativeTo)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
        {
            return null;
        }

        // Line breaks, with their indents, and "&amp;" inside an address are the template's, not the address's.
        var joined = string.Concat(text.ReplaceLineEndings("\n").Split(['\n', '\t'], StringSplitOptions.TrimEntries)).Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase);
        return Uri.TryCreate(relativeTo, joined, out var address) && address.IsAbsoluteUri
            && address.Scheme is "http" or "https" && address.Host.Length > 0 && address.UserInfo.Length == 0
                ? address
                : null;
    }

    /// <summary>Whether an identifier can serve as the address too.</summary>
    public static bool IsWeb(string? text) => text is not null
        && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}
