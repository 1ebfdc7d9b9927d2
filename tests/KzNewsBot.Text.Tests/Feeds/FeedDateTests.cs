using System.Globalization;
using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Text.Tests.Feeds;

public class FeedDateTests
{
    private static readonly FeedClock Clock = new(Parsing.FetchedAt, new Uri("https://outlet.example/"));

    private static readonly FeedClock Kazakh = new(Parsing.FetchedAt, new Uri("https://habarshy.kz/rss"));

    [Theory]
    [InlineData("Thu, 05 Mar 2026 10:00:00 GMT", "2026-03-05T10:00:00Z")]
    [InlineData("Mon, 05 Mar 2026 10:00:00 +0500", "2026-03-05T10:00:00+05:00")]
    [InlineData("05 Mar 2026 10:00 EST", "2026-03-05T10:00:00-05:00")]
    [InlineData("March 5, 2026 3:07 PM EST", "2026-03-05T15:07:00-05:00")]
    [InlineData("March 5, 2026 3:07 p.m. EST", "2026-03-05T15:07:00-05:00")]
    [InlineData("March 5, 2026 12:07 AM GMT", "2026-03-05T00:07:00Z")]
    [InlineData("2026-03-05 3:07 PM +0500", "2026-03-05T15:07:00+05:00")]
    [InlineData("Thu,5 Mar 26 10:00:00 Z", "2026-03-05T10:00:00Z")]
    [InlineData("Thursday, 05-March-2026 10:00:00 UTC", "2026-03-05T10:00:00Z")]
    [InlineData("Thu, 05 Mar 2026 10:00:00 GMT+5", "2026-03-05T10:00:00+05:00")]
    [InlineData("Thu, 05 Mar 2026 10:00:00 UTC+05:30", "2026-03-05T10:00:00+05:30")]
    [InlineData("Thu, 05 Mar 2026 10:00:00 MSK", "2026-03-05T10:00:00+03:00")]
    [InlineData("Thu, 05 Mar 2026 10:00:00 A", "2026-03-05T10:00:00-01:00")]
    [InlineData("Thu, 05 Mar 2026 10:00:00 +5:00", "2026-03-05T10:00:00+05:00")]
    [InlineData("Wed, 04 Mar 2026 24:00:00 GMT", "2026-03-05T00:00:00Z")]
    [InlineData("Thu Mar 5 10:00:00 2026", "2026-03-05T10:00:00Z")]
    [InlineData("Thu Mar 05 10:00:00 EST 2026", "2026-03-05T10:00:00-05:00")]
    [InlineData("Чт, 05 мар 2026 10:00:00 +0500", "2026-03-05T10:00:00+05:00")]
    [InlineData("5 наурыз 2026 10:00:00 +0500", "2026-03-05T10:00:00+05:00")]
    [InlineData("Thu, 31 Dec 98 23:59:60 GMT", "1998-12-31T23:59:59Z")]
    [InlineData("2026-03-05T10:00:00Z", "2026-03-05T10:00:00Z")]
    [InlineData("2026-03-05T10:00+05", "2026-03-05T10:00:00+05:00")]
    [InlineData("2026-03-05 10:00:00.123 +0500", "2026-03-05T10:00:00+05:00")]
    [InlineData("20260305T100000Z", "2026-03-05T10:00:00Z")]
    [InlineData("2026-064T10:00:00Z", "2026-03-05T10:00:00Z")]
    [InlineData("2026-003-05T10:00:00Z", "2026-03-05T10:00:00Z")]
    [InlineData("Thu, 05 March 2026 10:00:00 ET", "2026-03-05T10:00:00-05:00")]
    [InlineData("Sun, 08 March 2026 10:00:00 PT", "2026-03-08T10:00:00-07:00")]
    [InlineData("Sat, 31 October 2026 10:00:00 CT", "2026-10-31T10:00:00-05:00")]
    [InlineData("Sun, 01 November 2026 10:00:00 MT", "2026-11-01T10:00:00-07:00")]
    [InlineData("Mon, 26 January 2026 16:31:00 AT", "2026-01-26T16:31:00-04:00")]
    [InlineData("2026-július-05T9:15-05:00", "2026-07-05T09:15:00-05:00")]
    [InlineData("Πεμ, 05 Μάρ 2026 10:00:00 EST", "2026-03-05T10:00:00-05:00")]
    [InlineData("5 Ιουλίου 2026 10:00:00 +0300", "2026-07-05T10:00:00+03:00")]
    [InlineData("2026-064-05:00", "2026-03-05T00:00:00-05:00")]
    [InlineData("2026-W10-4T10:00:00Z", "2026-03-05T10:00:00Z")]
    [InlineData("1772704800", "2026-03-05T10:00:00Z")]
    [InlineData("1772704800000", "2026-03-05T10:00:00Z")]
    [InlineData("5 марта 2026, 10:00", "2026-03-05T10:00:00Z")]
    [InlineData("05.03.2026 10:00", "2026-03-05T10:00:00Z")]
    [InlineData("2026 жылғы 5 наурыз, 10:00", "2026-03-05T10:00:00Z")]
    public void Moment_is_read_however_it_is_written(string text, string moment) =>
        Clock.Read(text).Moment.ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-03-05")]
    [InlineData("20260305")]
    [InlineData("260305")]
    [InlineData("Thu, 05 Mar 2026")]
    [InlineData("5 марта 2026")]
    public void Day_without_time_is_marked(string text) =>
        Clock.Read(text).ShouldBe(new FeedDate(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero), FeedDateFlaws.DayOnly | FeedDateFlaws.ZoneAssumed));

    [Theory]
    [InlineData("Mon, 31 Feb 2026 10:00:00 GMT")]
    [InlineData("2026-13-05T10:00:00Z")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("202611")]
    [InlineData("today")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public void Impossible_date_is_none_and_never_now(string text) => Clock.Read(text).ShouldBe(FeedDate.Unreadable);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n")]
    public void Missing_date_is_told_from_a_bad_one(string? text) => Clock.Read(text).IsAbsent.ShouldBeTrue();

    [Theory]
    [InlineData("Сегодня, 10:00", "2026-03-05T10:00:00+05:00")]
    [InlineData("10:00, вчера", "2026-03-04T10:00:00+05:00")]
    [InlineData("4 наурыз, 10:00", "2026-03-04T10:00:00+05:00")]
    [InlineData("10:00 • 31 декабря", "2025-12-31T10:00:00+05:00")]
    [InlineData("5 минут назад", "2026-03-05T16:55:00+05:00")]
    public void A_list_s_date_is_beside_the_moment_of_reading(string text, string moment) =>
        Kazakh.Read(text).Moment.ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Fact]
    public void Date_a_day_ahead_of_the_fetch_is_marked()
    {
        Clock.Read("2026-03-06T11:00:00Z").Flaws.ShouldBe(FeedDateFlaws.None);
        Clock.Read("2099-01-01T00:00:00Z").Flaws.ShouldBe(FeedDateFlaws.InFuture);
    }

    [Fact]
    public void Outlet_of_Kazakhstan_means_its_own_clock() =>
        Kazakh.Read("2026-03-05 10:00:00").ShouldBe(new FeedDate(new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(5)), FeedDateFlaws.ZoneAssumed));

    [Fact]
    public void Bad_date_of_an_entry_leaves_the_entry()
    {
        var entry = Parsing.Item("<title>A</title><pubDate>скоро</pubDate>");

        entry.Published.ShouldBe(FeedDate.Unreadable);
    }

    [Fact]
    public void Second_date_stands_in_for_a_bad_first() =>
        Parsing.Item("<title>A</title><pubDate>скоро</pubDate><dc:date>2026-03-05T10:00:00Z</dc:date>").Published.Moment.ShouldNotBeNull();
}
