using System.Globalization;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Tests.Dates;

public class RelativeDatesTests
{
    /// <summary>Half past one at night in Almaty, the evening before in London.</summary>
    private static readonly DateTimeOffset SeenAt = new(2025, 1, 2, 1, 30, 0, TimeSpan.FromHours(5));

    [Theory]
    [InlineData("Сегодня, 01:05", "2025-01-02T01:05:00+05:00")]
    [InlineData("Вчера в 22:16", "2025-01-01T22:16:00+05:00")]
    [InlineData("22:16, вчера", "2025-01-01T22:16:00+05:00")]
    [InlineData("Бүгін, 00:40", "2025-01-02T00:40:00+05:00")]
    [InlineData("кеше 18:00", "2025-01-01T18:00:00+05:00")]
    [InlineData("yesterday at 9:30 PM", "2025-01-01T21:30:00+05:00")]
    [InlineData("5 минут назад", "2025-01-02T01:25:00+05:00")]
    [InlineData("2 часа назад", "2025-01-01T23:30:00+05:00")]
    [InlineData("3 сағат бұрын", "2025-01-01T22:30:00+05:00")]
    [InlineData("2 hours ago", "2025-01-01T23:30:00+05:00")]
    [InlineData("31 декабря, 22:16", "2024-12-31T22:16:00+05:00")]
    [InlineData("22:16, 2 января", "2025-01-02T22:16:00+05:00")]
    [InlineData("31 желтоқсан, 10:00", "2024-12-31T10:00:00+05:00")]
    [InlineData("час назад", "2025-01-02T00:30:00+05:00")]
    [InlineData("Полчаса назад", "2025-01-02T01:00:00+05:00")]
    [InlineData("бір сағат бұрын", "2025-01-02T00:30:00+05:00")]
    [InlineData("an hour ago", "2025-01-02T00:30:00+05:00")]
    [InlineData("22:16 · 31 декабря · Марат Белесов", "2024-12-31T22:16:00+05:00")]
    [InlineData("31 Желтоқсан, сейсенбі, 10:00", "2024-12-31T10:00:00+05:00")]
    [InlineData("31 декабря (вт) 10:00", "2024-12-31T10:00:00+05:00")]
    public void Words_beside_the_fetch_time_give_the_moment(string text, string moment) =>
        RelativeDates.FindFirst(text, SeenAt).ShouldNotBeNull().Instant.ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("сегодня", "2025-01-02")]
    [InlineData("Вчера", "2025-01-01")]
    [InlineData("позавчера", "2024-12-31")]
    [InlineData("бүгін", "2025-01-02")]
    [InlineData("3 дня назад", "2024-12-30")]
    [InlineData("5 күн бұрын", "2024-12-28")]
    public void Words_without_a_time_give_the_day(string text, string day)
    {
        var found = RelativeDates.FindFirst(text, SeenAt).ShouldNotBeNull();

        found.Day.ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        found.Time.ShouldBeNull();
    }

    [Theory]
    [InlineData("Сегодня, 01:05", 8, "2025-01-02")]
    [InlineData("Сегодня, 22:05", -5, "2025-01-01")]
    public void The_day_is_that_of_the_outlets_clock(string text, int hours, string day) =>
        RelativeDates.FindFirst(text, SeenAt.ToOffset(TimeSpan.FromHours(hours))).ShouldNotBeNull().Day.ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("31 декабря")]
    [InlineData("23 ноября 2023, 22:16")]
    [InlineData("5 мин чтения")]
    [InlineData("31 февраля, 10:00")]
    [InlineData("Сегодняшний выпуск")]
    [InlineData("два часа назад")]
    [InlineData("Шаг назад")]
    [InlineData("31 декабря, Тасты, 10:00")]
    [InlineData("")]
    public void Anything_else_gives_nothing(string text) => RelativeDates.FindFirst(text, SeenAt).ShouldBeNull();
}
