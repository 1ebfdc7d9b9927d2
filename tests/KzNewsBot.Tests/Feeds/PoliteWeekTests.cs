using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Text.Extraction;
using Microsoft.AspNetCore.Http;

namespace KzNewsBot.Tests.Feeds;

/// <summary>A week of forty outlets, some of which ask for patience or break every day, with two restarts: every request is counted.</summary>
public class PoliteWeekTests
{
    private const int Outlets = 40;

    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The longest poll interval and the longest pause: what came out later may still be on its way.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(12);

    [Theory]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    public async Task The_registrys_interval_holds_while_a_road_brings_nothing(int status)
    {
        await using var reader = await FleetReader.OpenAsync(nameof(StorageProvider.Sqlite), 1, Monday);
        var source = reader.House.Get<SourceRegistry>().Find("fleet-00").ShouldNotBeNull();
        source.Roads = [source.Roads[0] with { MinIntervalMinutes = 120 }];
        reader.Fleet.Trouble = (_, _, _) => Results.StatusCode(status);
        await reader.ReadAsync(TimeSpan.FromHours(7));
        var visits = reader.Fleet.Visits.Select(visit => visit.Time).ToList();
        visits.Count.ShouldBeGreaterThan(2);
        visits.Zip(visits.Skip(1), (one, next) => next - one).ShouldAllBe(pause => pause >= TimeSpan.FromHours(2));
    }

    /// <summary>On one database: what the two queues promise on each is <see cref="QueueTests"/>'.</summary>
    [Fact]
    public async Task Nobody_is_pressed_and_nothing_is_lost()
    {
        await using var reader = await FleetReader.OpenAsync(nameof(StorageProvider.Sqlite), Outlets, Monday);
        reader.Fleet.Trouble = Trouble;

        // Both restarts fall into an hour in which outlets have asked to be left alone.
        await reader.ReadAsync(TimeSpan.FromHours((24 * 2) + 10));
        await reader.RestartAsync();
        await reader.ReadAsync(TimeSpan.FromHours((24 * 2) + 5));
        await reader.RestartAsync();
        await reader.ReadAsync(Monday.AddDays(7) - reader.House.Clock.GetUtcNow());

        var visits = reader.Fleet.Visits.ToList();
        visits.Where(visit => visit.AtOnce > 1).ShouldBeEmpty();
        visits.Where(visit => visit.Early).ShouldBeEmpty();
        visits.Where(visit => !visit.AskedWhetherNew).ShouldBeEmpty();
        foreach (var outlet in reader.Fleet.Outlets)
        {
            var feeds = visits.Where(visit => visit.Outlet == outlet && visit.Path == FleetOutlet.FeedPath).ToList();
            feeds.Count.ShouldBeInRange(20, 7 * 24 * 6, outlet.Id);
            visits.Count(visit => visit.Outlet == outlet && visit.Path == "/robots.txt").ShouldBeInRange(1, 20, outlet.Id);
        }

        visits.Count(visit => visit.Status == StatusCodes.Status304NotModified).ShouldBeGreaterThan(100);
        visits.Count(visit => visit.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable).ShouldBeGreaterThan(20);

        var articles = await reader.ArticlesAsync();
        articles.ShouldAllBe(article => article.Revision == 1);
        foreach (var outlet in reader.Fleet.Outlets)
        {
            var stored = articles.Where(article => article.SourceId == outlet.Id).ToList();
            stored.Select(article => article.Url).ShouldBeUnique(StringComparer.Ordinal);
            outlet.AddressesUntil(Monday.AddDays(7) - Slack).Except(stored.Select(article => article.Url), StringComparer.Ordinal).ShouldBeEmpty(outlet.Id);
            stored.ShouldAllBe(article => article.Completeness == CompletenessVerdict.Full);
            visits.Where(visit => visit.Outlet == outlet && visit.Status == StatusCodes.Status200OK && visit.Path.StartsWith("/news/", StringComparison.Ordinal))
                .Select(visit => visit.Path)
                .ShouldBeUnique(StringComparer.Ordinal);
        }
    }

    /// <summary>A fifth asks for patience in seconds, a fifth as a date, the pages of a fifth break for an hour a day; two fifths are well.</summary>
    private static IResult? Trouble(FleetOutlet outlet, string path, DateTimeOffset now) => (outlet.Number % 5, now.Hour) switch
    {
        (1, >= 9 and < 12) => new AskToWait(StatusCodes.Status429TooManyRequests, "7200"),
        (2, >= 14 and < 17) => new AskToWait(StatusCodes.Status503ServiceUnavailable, now.AddHours(3).ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        (3, 20) when path != FleetOutlet.FeedPath => Results.StatusCode(StatusCodes.Status500InternalServerError),
        _ => null,
    };
}
