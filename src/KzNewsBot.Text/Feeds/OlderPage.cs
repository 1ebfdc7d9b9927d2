using System.Globalization;

namespace KzNewsBot.Text.Feeds;

/// <summary>
/// Where a feed's older entries stand: RFC 5005 ("next" of a paged feed, "prev-archive" of an archived one), JSON Feed's
/// next_url, and WordPress, whose feeds hold ten entries and take a page's number.
/// </summary>
internal static class OlderPage
{
    private const string PageParameter = "paged=";

    /// <summary>Null when the feed does not say, or names another host.</summary>
    public static Uri? Of(FeedDraft draft, Uri address)
    {
        var older = draft.Older is { } stated ? FeedAddress.Resolve(stated.Text, stated.Base ?? address)
            : draft.Kind == FeedKind.Rss && draft.Generator?.Contains("wordpress.", StringComparison.OrdinalIgnoreCase) == true ? NextOfWordPress(address)
            : null;
        return older is not null && older.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) && older != address ? older : null;
    }

    private static Uri NextOfWordPress(Uri address)
    {
        var parameters = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var page = parameters.Where(parameter => parameter.StartsWith(PageParameter, StringComparison.Ordinal))
            .Select(parameter => int.TryParse(parameter[PageParameter.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1)
            .FirstOrDefault(1);
        var others = parameters.Where(parameter => !parameter.StartsWith(PageParameter, StringComparison.Ordinal));
        return new UriBuilder(address)
        {
            Query = string.Join('&', others.Append(string.Create(CultureInfo.InvariantCulture, $"{PageParameter}{Math.Min(page, short.MaxValue) + 1}"))),
        }.Uri;
    }
}
