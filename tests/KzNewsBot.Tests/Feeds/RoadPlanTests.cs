using KzNewsBot.Feeds;
using KzNewsBot.Sources;

namespace KzNewsBot.Tests.Feeds;

public class RoadPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    private static readonly SourceDefinition Site = new() { Id = "a", Name = "А", Side = "west" };

    [Fact]
    public void The_main_feed_comes_first_and_what_it_tells_too_stands_by() =>
        Plan(
            Check("https://a.kz/rss/politics", ("p9", 2)),
            Check("https://a.kz/rss/sport", ("s1", 1), ("s0", 50)),
            Check("https://a.kz/rss", ("s1", 1), ("x", 2), ("y", 3)))
            .ShouldBe(["https://a.kz/rss", "https://a.kz/rss/politics +", "https://a.kz/rss/sport"]);

    [Fact]
    public void The_same_feed_in_another_format_stands_by_and_another_language_does_not() =>
        Plan(Check("https://a.kz/rss", ("1", 1), ("2", 2)), Check("https://a.kz/atom", ("1", 1), ("2", 2)), Check("https://a.kz/kk/rss", ("k", 1)))
            .ShouldBe(["https://a.kz/rss", "https://a.kz/atom", "https://a.kz/kk/rss +"]);

    [Fact]
    public void Without_dates_all_that_a_feed_holds_is_compared() =>
        Plan(Check("https://a.kz/rss", ("1", null), ("2", null)), Check("https://a.kz/rss?of=sport", ("1", null), ("3", null)))
            .ShouldBe(["https://a.kz/rss", "https://a.kz/rss?of=sport +"]);

    private static List<string> Plan(params RoadCheck[] found) =>
        [.. RoadPlan.Of(found).Select(check => $"{check.Road.Url}{(check.Road.Always ? " +" : "")}")];

    private static RoadCheck Check(string url, params (string Page, int? HoursAgo)[] entries) => new(
        Site,
        new RoadDefinition { Kind = RoadKind.Feed, Url = url },
        Fault: null,
        "",
        [.. entries.Select(entry => new FoundEntry { Title = entry.Page, Url = $"https://a.kz/{entry.Page}", Published = entry.HoursAgo is { } hours ? Now.AddHours(-hours) : null })],
        [],
        TimeSpan.Zero);
}
