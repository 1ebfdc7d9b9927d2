using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Tests.Newsroom;

public sealed class ConditionalGetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_feed_answers_304_to_its_own_validators()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        foreach (var outlet in newsroom.Newsroom.Outlets.All)
        {
            foreach (var feed in outlet.Feeds)
            {
                var url = newsroom.UrlOf(outlet, feed);
                using var first = await newsroom.GetAsync(url);
                using var second = await newsroom.GetAsync(url, [.. ConditionsFrom(first)]);
                second.StatusCode.ShouldBe(HttpStatusCode.NotModified, url);
                (await second.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty(url);
            }
        }
    }

    [Fact]
    public async Task A_new_article_ends_the_304()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        foreach (var outlet in newsroom.Newsroom.Outlets.All)
        {
            var feed = outlet.Feeds[0];
            var url = newsroom.UrlOf(outlet, feed);
            using var first = await newsroom.GetAsync(url, ("Accept-Language", outlet.Languages[0]));
            newsroom.Clock.Advance(newsroom.NextOf(outlet, feed.Language ?? outlet.Languages[0]).PublishedAt - newsroom.Clock.GetUtcNow());
            using var second = await newsroom.GetAsync(url, [("Accept-Language", outlet.Languages[0]), .. ConditionsFrom(first)]);
            second.StatusCode.ShouldBe(HttpStatusCode.OK, url);
        }
    }

    [Theory]
    [InlineData("sample-portal", nameof(Validators.StrongTag))]
    [InlineData("sample-stepnoy", nameof(Validators.WeakTag))]
    [InlineData("sample-tan", nameof(Validators.Date))]
    [InlineData("sample-kurier", nameof(Validators.TagAndDate))]
    public async Task Outlets_differ_in_their_validators(string outlet, string kind)
    {
        var validators = Enum.Parse<Validators>(kind);
        await using var newsroom = await LocalNewsroom.StartAsync();
        using var response = await newsroom.GetAsync(newsroom.FeedOf(outlet));
        newsroom.Outlet(outlet).Validators.ShouldBe(validators);
        (response.Headers.ETag is not null).ShouldBe(validators != Validators.Date);
        (response.Headers.ETag?.IsWeak ?? false).ShouldBe(validators == Validators.WeakTag);
        (response.Content.Headers.LastModified is not null).ShouldBe(validators is Validators.Date or Validators.TagAndDate);
    }

    [Fact]
    public async Task A_foreign_tag_counts_more_than_a_fitting_date()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var url = newsroom.FeedOf("sample-kurier");
        using var first = await newsroom.GetAsync(url);
        var date = first.Content.Headers.LastModified.ShouldNotBeNull().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        using var byDate = await newsroom.GetAsync(url, ("If-Modified-Since", date));
        using var byBoth = await newsroom.GetAsync(url, ("If-Modified-Since", date), ("If-None-Match", "\"another\""));
        byDate.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        byBoth.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Gzip_is_for_those_who_take_it()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var url = newsroom.FeedOf("sample-dala-khabar");
        var plain = await newsroom.BytesAsync(url);
        using var response = await newsroom.GetAsync(url, ("Accept-Encoding", "br, gzip"));
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        response.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        await using var zip = new GZipStream(await response.Content.ReadAsStreamAsync(Cancellation), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await zip.CopyToAsync(unpacked, Cancellation);
        unpacked.ToArray().ShouldBe(plain);
    }

    [Fact]
    public async Task A_strong_tag_differs_between_plain_and_compressed()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var url = newsroom.FeedOf("sample-dala-khabar");
        using var plain = await newsroom.GetAsync(url);
        using var zipped = await newsroom.GetAsync(url, ("Accept-Encoding", "gzip"));
        zipped.Headers.ETag.ShouldNotBe(plain.Headers.ETag);
    }

    private static IEnumerable<(string Name, string Value)> ConditionsFrom(HttpResponseMessage response)
    {
        if (response.Headers.ETag is EntityTagHeaderValue tag)
        {
            yield return ("If-None-Match", tag.ToString());
        }

        if (response.Content.Headers.LastModified is { } date)
        {
            yield return ("If-Modified-Since", date.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
