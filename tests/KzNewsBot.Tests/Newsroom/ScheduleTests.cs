using KzNewsBot.Playground.Newsroom;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Tests.Newsroom;

public sealed class ScheduleTests
{
    [Fact]
    public async Task A_first_batch_of_every_language_is_there_at_the_opening()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        newsroom.Newsroom.Articles.Count.ShouldBeGreaterThan(15);
        newsroom.Newsroom.Articles.Select(publication => publication.Article.Language).Distinct(StringComparer.Ordinal).ShouldBe(["ru", "kk", "en"], ignoreOrder: true);
        newsroom.Newsroom.Articles.ShouldAllBe(publication => publication.PublishedAt <= LocalNewsroom.Noon && publication.PublishedAt > LocalNewsroom.Noon - TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task News_arrives_one_by_one_in_the_first_half_hour()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var before = newsroom.Newsroom.Articles.Count;
        var counts = new List<int>();
        for (var minute = 0; minute < 30; minute++)
        {
            newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
            counts.Add(newsroom.Newsroom.Articles.Count);
        }

        counts[0].ShouldBe(before + 1);
        counts[^1].ShouldBeGreaterThan(before + 15);
        counts.Prepend(before).Zip(counts, (earlier, later) => later - earlier).ShouldAllBe(step => step >= 0 && step <= 2);
    }

    [Fact]
    public async Task An_article_stands_nowhere_before_its_minute()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var outlet = newsroom.Outlet("sample-herald");
        var next = newsroom.NextOf(outlet, "en");
        newsroom.Clock.Advance(next.PublishedAt - LocalNewsroom.Noon - TimeSpan.FromSeconds(1));
        (await newsroom.TextAsync(newsroom.FeedOf("sample-herald"))).ShouldNotContain(newsroom.UrlOf(next));
        using (var early = await newsroom.GetAsync(newsroom.UrlOf(next)))
        {
            early.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        }

        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        (await newsroom.TextAsync(newsroom.FeedOf("sample-herald"))).ShouldContain(newsroom.UrlOf(next));
        (await newsroom.TextAsync(newsroom.UrlOf(next))).ShouldContain("<h1");
    }

    [Fact]
    public async Task Every_day_brings_news_for_as_long_as_one_looks()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        for (var day = 0; day < 60; day++)
        {
            var before = newsroom.Newsroom.Articles.Count;
            newsroom.Clock.Advance(TimeSpan.FromDays(1));
            (newsroom.Newsroom.Articles.Count - before).ShouldBeGreaterThan(3, $"day {day}");
        }
    }

    [Fact]
    public async Task A_jump_and_small_steps_bring_the_same_news()
    {
        await using var jumped = await LocalNewsroom.StartAsync(TimeSpan.FromDays(10));
        await using var stepped = await LocalNewsroom.StartAsync();
        for (var hour = 0; hour < 240; hour++)
        {
            stepped.Clock.Advance(TimeSpan.FromHours(1));
            _ = stepped.Newsroom.Articles.Count;
        }

        Told(stepped).ShouldBe(Told(jumped));
    }

    [Fact]
    public async Task A_newsroom_opened_again_at_its_old_hour_goes_on()
    {
        await using var first = await LocalNewsroom.StartAsync(TimeSpan.FromHours(30));
        var clock = VirtualClock.StandingAt(LocalNewsroom.Noon + TimeSpan.FromHours(30));
        await using var second = await SampleNewsroom.StartAsync(new NewsroomOptions { Clock = clock, OpenedAt = LocalNewsroom.Noon }, TestContext.Current.CancellationToken);
        second.Articles.Select(publication => publication.Path).ShouldBe(first.Newsroom.Articles.Select(publication => publication.Path));
    }

    [Fact]
    public async Task Every_article_has_an_address_of_its_own()
    {
        await using var newsroom = await LocalNewsroom.StartAsync(TimeSpan.FromDays(60));
        newsroom.Newsroom.Articles.Select(newsroom.UrlOf).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Two_newsrooms_do_not_share_a_port()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var options = new NewsroomOptions { Clock = newsroom.Clock, Port = newsroom.Newsroom.Address.Port };
        var fault = await Should.ThrowAsync<NewsroomPortBusyException>(() => SampleNewsroom.StartAsync(options, TestContext.Current.CancellationToken));
        fault.Port.ShouldBe(newsroom.Newsroom.Address.Port);
    }

    private static IEnumerable<string> Told(LocalNewsroom newsroom) =>
        newsroom.Newsroom.Articles.Select(publication => $"{publication.PublishedAt:O} {publication.Path} {publication.TextAt(newsroom.Clock.GetUtcNow()).Body}");
}
