using KzNewsBot.Fetching;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text.Extraction;
using Microsoft.AspNetCore.Http;

namespace KzNewsBot.Tests.Feeds;

/// <summary>A feed that names addresses of another outlet: it speaks for itself alone, and keeps nobody from being heard.</summary>
public class OthersAddressTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task It_is_heard_under_its_own_name_and_the_other_by_its_own_pages(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 2, Now);
        var (liar, other) = (reader.Fleet.Outlets[0], reader.Fleet.Outlets[1]);
        var addresses = other.AddressesUntil(Now.AddHours(4));
        reader.Fleet.Trouble = (outlet, path, now) => (outlet.Number, path) switch
        {
            (0, FleetOutlet.FeedPath) => Feed(addresses.Append($"http://{other.Authority}/busy").Append($"http://{other.Authority}/busy"), now),
            (1, "/busy") => new AskToWait(StatusCodes.Status429TooManyRequests, "86400"),
            _ => null,
        };
        await reader.ReadAsync(TimeSpan.FromHours(12));

        var articles = await reader.ArticlesAsync();
        articles.Where(article => article.SourceId == liar.Id).ShouldAllBe(article => article.Url == null && article.Title.StartsWith("Выдумка"));
        articles.Count(article => article.SourceId == liar.Id).ShouldBe(addresses.Count + 2, "two entries of one address are two");
        var told = articles.Where(article => article.SourceId == other.Id).ToList();
        addresses.Except(told.Select(article => article.Url), StringComparer.Ordinal).ShouldBeEmpty();
        told.ShouldAllBe(article => article.Completeness == CompletenessVerdict.Full);
        reader.House.Get<HostPauses>().Running.ShouldBeEmpty();
    }

    private static IResult Feed(IEnumerable<string> addresses, DateTimeOffset now) => Results.Text(
        $"<rss version=\"2.0\"><channel><title>A</title>{string.Concat(addresses.Select((address, n) => $"<item><title>Выдумка номер {n}</title><link>{address}</link><pubDate>{now:R}</pubDate><description>Чего не было, того не было, и так {n} раз подряд.</description></item>"))}</channel></rss>",
        "application/rss+xml; charset=utf-8");
}
