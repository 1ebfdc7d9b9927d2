using System.Globalization;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Tests.Dates;

public class DateTextParserTests
{
    [Theory]
    [InlineData("23 Ноября 2023, 22:16", "2023-11-23T22:16:00+06:00")]
    [InlineData("24 июля 2025 г., 09:05", "2025-07-24T09:05:00+05:00")]
    [InlineData("05.11.2023 14:20", "2023-11-05T14:20:00+06:00")]
    [InlineData("5 сент. 2023 в 7:00", "2023-09-05T07:00:00+06:00")]
    [InlineData("12:45, 05 марта 2024", "2024-03-05T12:45:00+05:00")]
    [InlineData("2024-03-01T00:00:00Z", "2024-03-01T00:00:00+00:00")]
    [InlineData("2024-02-29T22:16:07.123+06:00", "2024-02-29T22:16:07+06:00")]
    [InlineData("2024-03-05 10:00:00 +0500", "2024-03-05T10:00:00+05:00")]
    [InlineData("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05T10:00:00+00:00")]
    [InlineData("March 5, 2024 at 3:07 PM", "2024-03-05T15:07:00+05:00")]
    [InlineData("March 5, 2024, 12:10 am", "2024-03-05T00:10:00+05:00")]
    [InlineData("2024 жылғы 21 қаңтар, 10:05", "2024-01-21T10:05:00+06:00")]
    [InlineData("Tue, 05 Mar 24 10:00:00 GMT", "2024-03-05T10:00:00+00:00")]
    [InlineData("21 қаңтар 2024 сағ. 14:05", "2024-01-21T14:05:00+06:00")]
    [InlineData("21 қаңтар 2024, сағ 14:05", "2024-01-21T14:05:00+06:00")]
    [InlineData("21.01.2024 ж., 14:05", "2024-01-21T14:05:00+06:00")]
    [InlineData("05.11.2023 г. 14:20", "2023-11-05T14:20:00+06:00")]
    [InlineData("5 марта 2024 12:05 МСК", "2024-03-05T12:05:00+03:00")]
    [InlineData("12:05 5 марта 2024 (мск)", "2024-03-05T12:05:00+03:00")]
    [InlineData("14:05 5 марта 2024 (Астана)", "2024-03-05T14:05:00+05:00")]
    [InlineData("05.03.24, 14:05", "2024-03-05T14:05:00+05:00")]
    [InlineData("Sun, 03/17/2024 - 14:05", "2024-03-17T14:05:00+05:00")]
    [InlineData("5 March 2024 14:05 (UTC+04:00)", "2024-03-05T14:05:00+04:00")]
    [InlineData("05.03.2024 14:05 (GMT+3)", "2024-03-05T14:05:00+03:00")]
    [InlineData("05.03.2024 14:05 (214)", "2024-03-05T14:05:00+05:00")]
    public void Date_with_time_gives_the_moment(string text, string moment) =>
        DateTextParser.FindFirst(text).ShouldNotBeNull().Instant
            .ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("24 июля 2025 г.", "2025-07-24")]
    [InlineData("13-го сентября 2024 года", "2024-09-13")]
    [InlineData("23 қараша 2023", "2023-11-23")]
    [InlineData("23 сәуiр 2023", "2023-04-23")]
    [InlineData("2023 жылы 9 желтоқсанда", "2023-12-09")]
    [InlineData("5 Mar 2024", "2024-03-05")]
    [InlineData("the 5th of March 2024", "2024-03-05")]
    [InlineData("Sept. 5, 2023", "2023-09-05")]
    [InlineData("2024/03/05", "2024-03-05")]
    [InlineData("25/03/2024", "2024-03-25")]
    [InlineData("03/25/2024", "2024-03-25")]
    [InlineData("29 февраля 2024", "2024-02-29")]
    [InlineData("martes 17 de marzo de 2020", "2020-03-17")]
    [InlineData("Donnerstag, 2. April 2020", "2020-04-02")]
    [InlineData("1er février 2021", "2021-02-01")]
    [InlineData("3 października 2022", "2022-10-03")]
    [InlineData("21 вересня 2020", "2020-09-21")]
    [InlineData("30 Ekim 2020", "2020-10-30")]
    [InlineData("2020年1月2日", "2020-01-02")]
    public void Day_without_time_gives_no_moment(string text, string day)
    {
        var date = DateTextParser.FindFirst(text).ShouldNotBeNull();

        date.Day.ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        date.Instant.ShouldBeNull();
    }

    [Theory]
    [InlineData("31 февраля 2024")]
    [InlineData("29.02.2023")]
    [InlineData("2024-13-01")]
    [InlineData("00.00.0000")]
    [InlineData("21 января")]
    [InlineData("2026 Год 21 Января")]
    [InlineData("январь 2004 года")]
    [InlineData("03/04/2024")]
    [InlineData("192.10.12.2024")]
    [InlineData("10.12.2024.3")]
    [InlineData("5 рублей 2024")]
    [InlineData("5 March 3024")]
    [InlineData("5 March 24")]
    [InlineData("2020年13月2日")]
    [InlineData("")]
    public void Text_that_names_no_certain_day_gives_no_date(string text) =>
        DateTextParser.FindFirst(text).ShouldBeNull();

    [Theory]
    [InlineData("03/04/2024", nameof(DayOrder.DayFirst), "2024-04-03")]
    [InlineData("03/04/2024", nameof(DayOrder.MonthFirst), "2024-03-04")]
    [InlineData("03-04-2024", nameof(DayOrder.MonthFirst), "2024-03-04")]
    [InlineData("03.04.2024", nameof(DayOrder.MonthFirst), "2024-04-03")]
    [InlineData("25/03/2024", nameof(DayOrder.MonthFirst), "2024-03-25")]
    [InlineData("03/25/2024", nameof(DayOrder.DayFirst), "2024-03-25")]
    public void Known_order_of_day_and_month_decides(string text, string order, string day) =>
        DateTextParser.FindFirst(text, Enum.Parse<DayOrder>(order)).ShouldNotBeNull().Day.ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    [Fact]
    public void Span_holds_exactly_the_date()
    {
        const string text = "Договор от 31 января 2006 года, продлён 5.03.2010.";

        DateTextParser.FindAll(text).Select(date => date.Span.In(text)).ShouldBe(["31 января 2006 года", "5.03.2010"]);
    }

    [Fact]
    public void Kazakhstan_moved_its_clocks_on_the_first_of_March_2024()
    {
        AlmatyTime.OffsetOn(new DateOnly(2024, 2, 29)).ShouldBe(TimeSpan.FromHours(6));
        AlmatyTime.OffsetOn(new DateOnly(2024, 3, 1)).ShouldBe(TimeSpan.FromHours(5));
        AlmatyTime.Local(new DateTimeOffset(2024, 2, 29, 17, 59, 0, TimeSpan.Zero)).ShouldBe(new DateTime(2024, 2, 29, 23, 59, 0));
        AlmatyTime.Local(new DateTimeOffset(2024, 2, 29, 18, 0, 0, TimeSpan.Zero)).ShouldBe(new DateTime(2024, 2, 29, 23, 0, 0));
        AlmatyTime.Local(new DateTimeOffset(2024, 7, 1, 20, 30, 0, TimeSpan.Zero)).ShouldBe(new DateTime(2024, 7, 2, 1, 30, 0));
    }
}
