using KzNewsBot.Data;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Stories;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Feeds;

/// <summary>The whole road from feed to article, over HTTP from invented outlets, on both databases.</summary>
public class CollectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Every_outlet_brings_articles_whatever_its_feed_and_charset(string provider)
    {
        await using var stand = await Stand.OpenAsync(provider);
        await stand.CollectAsync(TimeSpan.FromHours(1));

        var reports = await stand.House.Get<SourceHealth>().ReadAsync(Token);
        var collected = reports.Where(report => report.Standing != SourceStanding.Off).ToList();
        collected.Count.ShouldBeGreaterThan(10);
        collected.Where(report => report.Standing != SourceStanding.Working).Select(report => $"{report.Source.Id} {report.Standing} {report.Fault} {string.Join(' ', report.Troubles.Select(trouble => trouble.Detail))}").ShouldBeEmpty();

        var sources = await stand.House.Database.ReadAsync((context, token) => context.Articles.Select(article => article.SourceId).Distinct().ToListAsync(token), Token);
        collected.Select(report => report.Source.Id).Where(id => !sources.Contains(id)).ShouldBeEmpty();
        (await stand.House.Get<SourceHealth>().CountAnswersAsync(Token)).ShouldBe(new AnswerCount(collected.Count, collected.Count, Asked: true));
        var digest = await stand.House.Get<DigestComposer>().ComposeAsync(
            new DigestRequest(["nato"], new DateOnly(2026, 11, 22), new StoryWindow.Latest(), Language.English, "Asia/Almaty", Late: false), Token);
        digest.Messages[^1].Text.Text.ShouldContain($"Sources that answered: {collected.Count} of {collected.Count}.");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_article_is_stored_once_however_often_its_outlet_is_polled(string provider)
    {
        await using var stand = await Stand.OpenAsync(provider);
        await stand.CollectAsync(TimeSpan.FromHours(3));

        var articles = await stand.House.Database.ReadAsync((context, token) => context.Articles.Select(article => new { article.Url, article.SourceId, article.ContentHash }).ToListAsync(token), Token);
        articles.Select(article => article.Url).ShouldBeUnique(StringComparer.Ordinal);
        articles.Select(article => $"{article.SourceId} {article.ContentHash}").ShouldBeUnique(StringComparer.Ordinal);
        articles.Count.ShouldBeGreaterThan(20);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_is_asked_one_thing_at_a_time_and_whether_anything_is_new(string provider)
    {
        await using var stand = await Stand.OpenAsync(provider);
        await stand.CollectAsync(TimeSpan.FromHours(4));

        stand.Newsroom.Requests.ShouldAllBe(visit => visit.InFlight <= 1);
        stand.Newsroom.Requests.Count(visit => visit.Status == 304).ShouldBeGreaterThan(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_feed_is_left_alone_for_as_long_as_it_asked_also_after_it_was_the_same(string provider)
    {
        var now = new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);
        await using var reader = await FleetReader.OpenAsync(provider, 1, now);
        var polls = 0;
        reader.Fleet.Trouble = (outlet, path, _) =>
        {
            polls += path == FleetOutlet.FeedPath ? 1 : 0;
            return path == FleetOutlet.FeedPath
                ? Results.Text($"<rss version=\"2.0\"><channel><title>A</title><ttl>240</ttl><item><title>Отряд вернулся</title><link>http://{outlet.Authority}/news/0</link><pubDate>{now:R}</pubDate></item></channel></rss>", "application/rss+xml")
                : null;
        };
        await reader.House.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                // By its rhythm alone it would be asked as often as any is.
                var road = await context.RoadStates.SingleAsync(state => state.SourceId == "fleet-00", token);
                context.Entries.AddRange(Enumerable.Range(0, 2000).Select(n => new Entry
                {
                    SourceId = road.SourceId,
                    Key = $"{n}",
                    RoadKey = road.Key,
                    Title = "1",
                    ContentHash = "1",
                    FirstSeenAt = now,
                    LastSeenAt = now,
                    Stage = EntryStage.Skipped,
                }));
            },
            Token);
        foreach (var poll in (int[])[1, 2])
        {
            await reader.ReadAsync(TimeSpan.FromMinutes(200));
            polls.ShouldBe(poll);
            (await reader.House.Database.ReadAsync((context, token) => context.RoadStates.SingleAsync(state => state.SourceId == "fleet-00", token), Token)).IntervalMinutes.ShouldBe(240);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_article_has_the_title_and_the_hour_that_its_outlet_gave_it(string provider)
    {
        await using var stand = await Stand.OpenAsync(provider);
        await stand.CollectAsync(TimeSpan.FromHours(1));

        var published = stand.Newsroom.Articles.ToDictionary(stand.Newsroom.UrlOf, StringComparer.Ordinal);
        var stored = await stand.House.Database.ReadAsync((context, token) => context.Articles.Where(article => article.Url != null).ToListAsync(token), Token);
        var told = stored.Where(article => published.ContainsKey(article.Url!)).ToList();
        told.Select(article => article.SourceId).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(10);
        foreach (var article in told)
        {
            var publication = published[article.Url!];
            article.Title.ShouldBeOneOf([.. ((DateTimeOffset[])[publication.PublishedAt, DateTimeOffset.MaxValue]).Select(at => publication.TextAt(at).Title)]);
            if (article.PublishedAt is { } moment)
            {
                moment.ShouldBe(publication.PublishedAt, TimeSpan.FromMinutes(1), $"{article.SourceId}: {article.Title}");
            }
        }

        told.Count(article => article.PublishedAt is not null).ShouldBeGreaterThan(told.Count / 2);
    }

    [Theory]
    [InlineData("Sqlite", 1)]
    [InlineData("Sqlite", 12)]
    [InlineData("Postgres", 4)]
    public async Task Reports_of_one_event_become_a_story_and_those_of_two_do_not(string provider, int roundsBetween)
    {
        await using var stand = await Stand.OpenAsync(provider, starter: true);
        for (var round = 0; round < 12; round++)
        {
            await stand.CollectAsync(TimeSpan.FromMinutes(10));
            if ((round + 1) % roundsBetween == 0)
            {
                await stand.House.Get<NewsFlow>().RunToEndAsync(Token);
            }
        }

        var events = stand.Newsroom.Articles.ToDictionary(stand.Newsroom.UrlOf, publication => publication.Article.Event, StringComparer.Ordinal);
        var stored = await stand.House.Database.ReadAsync((context, token) => context.Articles.Where(article => article.Url != null).Select(article => new { Url = article.Url!, article.StoryId, article.Title }).ToListAsync(token), Token);
        var told = stored.Where(article => events.ContainsKey(article.Url)).ToList();
        told.Count.ShouldBeGreaterThan(25);
        var stories = told.GroupBy(article => article.StoryId.ShouldNotBeNull()).ToList();
        stories.Where(story => story.Select(article => events[article.Url]).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(story => string.Join(" + ", story.Select(article => article.Title))).ShouldBeEmpty();
        var pairs = (from one in told
                     from other in told
                     where string.CompareOrdinal(one.Url, other.Url) < 0 && string.Equals(events[one.Url], events[other.Url], StringComparison.Ordinal)
                     select one.StoryId == other.StoryId).ToList();
        ((double)pairs.Count(joined => joined) / pairs.Count).ShouldBeGreaterThan(0.6);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_whose_road_is_gone_is_named_and_the_others_go_on(string provider)
    {
        await using var stand = await Stand.OpenAsync(provider);
        var broken = stand.House.Get<KzNewsBot.Sources.SourceRegistry>().All.First(source => source is { Enabled: true, Roads.Count: 1 });
        stand.Newsroom.Faults.Add(new Fault(broken.Id, FaultKind.Gone));
        await stand.CollectAsync(TimeSpan.FromHours(1));

        var reports = (await stand.House.Get<SourceHealth>().ReadAsync(Token)).Where(report => report.Standing != SourceStanding.Off).ToList();
        reports.Single(report => report.Source.Id == broken.Id).Standing.ShouldBe(SourceStanding.Failing);
        var answers = await stand.House.Get<SourceHealth>().CountAnswersAsync(Token);
        answers.ShouldBe(new AnswerCount(reports.Count - 1, reports.Count, Asked: true));
    }
}
