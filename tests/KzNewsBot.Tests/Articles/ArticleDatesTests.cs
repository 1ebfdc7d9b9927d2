using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Sources;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Tests.Articles;

public class ArticleDatesTests
{
    private static readonly DateTimeOffset Seen = new(2026, 2, 3, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, nameof(PublishedPrecision.None), null, "2026-02-03T10:00:00Z")]
    [InlineData("2026-02-02", null, nameof(PublishedPrecision.Day), null, "2026-02-02T12:00:00Z")]
    [InlineData("2026-02-03", null, nameof(PublishedPrecision.Day), null, "2026-02-03T10:00:00Z")]
    [InlineData("2026-02-03", "2026-02-03T00:30:00+05:00", nameof(PublishedPrecision.Minute), "2026-02-02T19:30:00Z", "2026-02-02T19:30:00Z")]
    public void An_article_stands_where_its_date_puts_it_and_never_after_it_was_there(string? day, string? instant, string precision, string? at, string sort) =>
        Of(Dated(day, instant)).ShouldBe((Enum.Parse<PublishedPrecision>(precision), Moment(at), FutureDated: false, Moment(sort).ShouldNotBeNull()));

    [Theory]
    [InlineData("2026-02-03T10:10:00Z", true)]
    [InlineData("2026-02-03T10:11:00Z", false)]
    [InlineData("2026-02-04T10:00:00Z", false)]
    public void An_hour_still_to_come_says_no_more_than_its_day(string instant, bool isBelieved) =>
        Of(Dated(instant[..10], instant)).ShouldBe((isBelieved ? PublishedPrecision.Minute : PublishedPrecision.Day, isBelieved ? Moment(instant) : null, FutureDated: false, Seen));

    [Theory]
    [InlineData("2026-02-04T10:01:00Z", false, true)]
    [InlineData("2026-02-05", false, false)]
    [InlineData("2026-02-06", false, true)]
    [InlineData("2026-02-04", true, true)]
    public void What_is_more_than_a_day_ahead_is_in_the_future(string date, bool isKnown, bool isFuture) =>
        Of(Dated(date[..10], date.Length > 10 ? date : null).ShouldNotBeNull() with { IsFuture = isKnown }).ShouldSatisfyAllConditions(
            dates => dates.FutureDated.ShouldBe(isFuture),
            dates => dates.SortAt.ShouldBe(Seen));

    [Fact]
    public void The_starter_archive_is_no_news_of_the_day_it_was_installed() =>
        Of(published: null, SourceRegistry.StarterId).SortAt.ShouldBe(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("2026-02-03T09:59:00Z", true)]
    [InlineData("2026-02-03T10:01:00Z", false)]
    [InlineData("2026-02-01T00:00:00Z", false)]
    public void A_change_lies_between_the_publication_and_now(string modified, bool isKept)
    {
        var article = News.Article("Учения", day: "2026-02-02", instant: "2026-02-02T08:00:00Z") with { Modified = Dated(modified[..10], modified) };
        ArticleDates.ModifiedOf(article, Seen).ShouldBe(isKept ? Moment(modified) : null);
    }

    private static (PublishedPrecision Precision, DateTimeOffset? PublishedAt, bool FutureDated, DateTimeOffset SortAt) Of(PublicationDate? published, string? sourceId = null)
    {
        var article = new Article { Key = "key", Title = "Учения", Body = News.RussianBody, ContentHash = "hash", FirstSeenAt = Seen, SourceId = sourceId };
        ArticleDates.Date(article, published);
        return (article.Precision, article.PublishedAt, article.FutureDated, article.SortAt);
    }

    private static PublicationDate? Dated(string? day, string? instant) => News.Article("Учения", day: day, instant: instant).Published;

    private static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
