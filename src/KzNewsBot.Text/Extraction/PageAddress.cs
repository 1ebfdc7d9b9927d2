namespace KzNewsBot.Text.Extraction;

/// <summary>One address per article: absolute, http or https, without fragment and without what only counts readers.</summary>
internal static class PageAddress
{
    private const int MaxLength = 2000;

    private static readonly HashSet<string> Tracking = new(
        ["fbclid", "gclid", "yclid", "ysclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "_openstat", "from", "ref",
         "cmpid", "ocid", "smid", "spm", "share", "amp", "rss", "ns_mchannel", "ns_campaign", "at_medium", "at_campaign"],
        StringComparer.OrdinalIgnoreCase);

    public static string? Canonical(string? address, Uri? relativeTo)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > MaxLength)
        {
            return null;
        }

        var trimmed = address.Trim();
        Uri? uri = null;
        var absolute = relativeTo is null
            ? Uri.TryCreate(trimmed, UriKind.Absolute, out uri)
            : Uri.TryCreate(relativeTo, trimmed, out uri);
        if (!absolute || uri is null || uri.Scheme is not ("http" or "https")
            || uri.Host.Length == 0 || uri.UserInfo.Length > 0)
        {
            return null;
        }

        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair));
        var query = string.Join('&', kept);
        return uri.GetLeftPart(UriPartial.Path) + (query.Length > 0 ? "?" + query : "");
    }

    private static bool IsTracking(string pair)
    {
        var name = pair.Split('=')[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
    }
}
