using KzNewsBot.Articles;
using KzNewsBot.Sources;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Stories;

/// <summary>
/// What an outlet told once and we have by two of its roads: a channel's post from while the feed was down, and the page that
/// the feed brought afterwards. A flash that is followed up on the same site, or later, is none.
/// </summary>
internal static class TwiceTold
{
    /// <summary>Both bear the hour at which the outlet published.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(2);

    public static bool Is(Article one, Article other) =>
        one.SourceId is not null and not SourceRegistry.StarterId
        && one.SourceId == other.SourceId
        && one.Language == other.Language
        && PlaceOf(one) != PlaceOf(other)
        && (one.SortAt - other.SortAt).Duration() <= Near
        && Shingles.Containment(ShinglesOf(one), ShinglesOf(other)) >= Shingles.Reprint;

    private static string? PlaceOf(Article article) => Uri.TryCreate(article.Url, UriKind.Absolute, out var address) ? address.Authority : null;

    /// <summary>A post's headline is the page's, or stands nowhere in it.</summary>
    private static IReadOnlySet<ulong> ShinglesOf(Article article) => Shingles.Of($"{article.Title}\n{article.Body}", article.Language);
}
