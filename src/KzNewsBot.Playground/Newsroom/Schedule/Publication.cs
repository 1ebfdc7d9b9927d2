using System.Globalization;
using KzNewsBot.Playground.Newsroom.Articles;
using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Playground.Newsroom.Schedule;

/// <summary>An article with its time and its words.</summary>
/// <param name="PlanDay">The day it was planned for, part of its address: stays the same when the newsroom opens an hour later.</param>
/// <param name="Number">Grows with time, unique over all outlets.</param>
/// <param name="Pace">Stretches the minutes until a correction or deletion; 1 as written.</param>
internal sealed record Publication(
    ArticleTemplate Article,
    Wording Wording,
    Outlet Outlet,
    DateOnly PlanDay,
    int Number,
    DateTimeOffset PublishedAt,
    double Pace)
{
    public DateTimeOffset? CorrectedAt => Article.Correction is { } correction ? PublishedAt + Minutes(correction.After) : null;

    public DateTimeOffset? DeletedAt => Article.DeletedAfter is { } minutes ? PublishedAt + Minutes(minutes) : null;

    public DateTimeOffset? RepublishedAt => Article.RepublishedAfter is { } minutes ? PublishedAt + Minutes(minutes) : null;

    /// <summary>Path and query on the outlet's host.</summary>
    public string Path => Outlet.ArticlePath
        .Replace("{year}", PlanDay.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", PlanDay.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{day}", PlanDay.ToString("dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{number}", Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{slug}", $"{Article.Event}-{Article.Language}", StringComparison.Ordinal)
        .Replace("{lang}", Article.Language, StringComparison.Ordinal);

    public bool IsPublishedAt(DateTimeOffset now) => PublishedAt <= now;

    public bool IsDeletedAt(DateTimeOffset now) => DeletedAt <= now;

    /// <summary>What the page says at a moment.</summary>
    public ArticleText TextAt(DateTimeOffset now)
    {
        var correction = CorrectedAt <= now ? Article.Correction : null;
        return new ArticleText(
            Wording.Fill(correction?.Title ?? Article.Title, Article.Language),
            Wording.Fill(correction?.Body ?? Article.Body, Article.Language),
            correction is null ? PublishedAt : CorrectedAt!.Value);
    }

    private TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes * Pace);
}

/// <param name="ChangedAt">Publication or correction.</param>
internal sealed record ArticleText(string Title, string Body, DateTimeOffset ChangedAt)
{
    /// <summary>The first paragraph.</summary>
    public string Lead => Body.Split("\n\n", 2)[0];
}
