using KzNewsBot.Sources;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Articles;

/// <summary>What we believe of the dates that an outlet gives an article, by when we first saw it.</summary>
internal static class ArticleDates
{
    /// <summary>By how much an outlet's clock may be ahead of ours.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(10);

    /// <param name="published">Null: the outlet gives none.</param>
    public static void Date(Article article, PublicationDate? published)
    {
        article.PublishedDay = published?.Day;
        article.FutureDated = published is not null && IsFuture(published, article.FirstSeenAt);

        // An hour that was still to come when the text was there is on another clock than it says; the day may be right.
        article.PublishedAt = published is null || (IsAfter(published, article.FirstSeenAt) && !article.FutureDated) ? null : published.Instant?.ToUniversalTime();
        article.Precision = (published, article.PublishedAt) switch
        {
            (null, _) => PublishedPrecision.None,
            (_, null) => PublishedPrecision.Day,
            _ => PublishedPrecision.Minute,
        };

        article.DateOrigin = published?.Origin;
        article.DateConfidence = published?.Confidence;
        article.SortAt = SortTime(article);
    }

    /// <summary>A change before the publication, or one still to come, is a slip of the outlet's program.</summary>
    public static DateTimeOffset? ModifiedOf(ExtractedArticle extracted, DateTimeOffset now) =>
        extracted.Modified?.Instant?.ToUniversalTime() is { } moment && moment <= now && !(moment < extracted.Published?.Instant) ? moment : null;

    /// <summary>Said to be published after we had it: the outlet writes its last change there, or its clock is wrong.</summary>
    public static bool IsAfter(PublicationDate published, DateTimeOffset seen) =>
        published.Instant is { } moment ? moment > seen + ClockSlack : published.Day > DateOnly.FromDateTime(seen.UtcDateTime.AddDays(1));

    /// <summary>A clock that is wrong by a zone is no lie: what is more than a day ahead is.</summary>
    private static bool IsFuture(PublicationDate published, DateTimeOffset seen) =>
        published.IsFuture || published.Instant > seen.AddDays(1) || published.Day > DateOnly.FromDateTime(seen.UtcDateTime.AddDays(2));

    private static DateTimeOffset SortTime(Article article) => article switch
    {
        // A date in the future would stand before all news until it comes.
        { FutureDated: true } => article.FirstSeenAt,
        { PublishedAt: { } moment } => moment < article.FirstSeenAt ? moment : article.FirstSeenAt,

        // A day without a time stands at its noon, in the middle of what it may mean, but not after it was there.
        { PublishedDay: { } day } when new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero) is var noon => noon < article.FirstSeenAt ? noon : article.FirstSeenAt,

        // What came with the program is not news of the day it was installed.
        { SourceId: SourceRegistry.StarterId } => DateTimeOffset.UnixEpoch,
        _ => article.FirstSeenAt,
    };
}
