namespace KzNewsBot.Text.Dates;

/// <summary>Tells from where a page comes how it writes 03/04/2024.</summary>
internal static class DayOrders
{
    private static readonly string[] GeneralDomains = ["com", "org", "net", "info", "io", "ai", "co", "news", "tv", "media"];

    /// <param name="language">As the page states it: "en-US", "ru_RU".</param>
    public static DayOrder Of(string? language, Uri? address)
    {
        var parts = (language ?? "").ToLowerInvariant().Split('-', '_');
        var domain = address is { IsAbsoluteUri: true } ? address.Host[(address.Host.LastIndexOf('.') + 1)..].ToLowerInvariant() : "";
        return domain is "us" or "gov" or "mil" or "edu" ? DayOrder.MonthFirst
            : domain.Length == 2 && !GeneralDomains.Contains(domain, StringComparer.Ordinal) ? DayOrder.DayFirst
            : parts[0].Length > 0 && parts[0] != "en" ? DayOrder.DayFirst
            : parts is [_, "us"] ? DayOrder.MonthFirst
            : parts is [_, { Length: 2 }] ? DayOrder.DayFirst
            : DayOrder.Unknown;
    }
}
