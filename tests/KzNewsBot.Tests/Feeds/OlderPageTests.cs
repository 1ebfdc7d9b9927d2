using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace KzNewsBot.Tests.Feeds;

/// <summary>A feed of few entries that names its older page, whose host asks for patience there.</summary>
public class OlderPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_a_poll_holds_is_kept_though_the_older_page_asks_to_wait(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        var (from, to) = (0, 3);
        reader.Fleet.Trouble = (_, path, _) => path switch
        {
            FleetOutlet.FeedPath => Results.Text(Feed(from, to), "application/atom+xml"),
            "/older" => new AskToWait(StatusCodes.Status429TooManyRequests, "21600"),
            _ => Results.NotFound(),
        };
        await PollAsync(reader);
        (from, to) = (10, 13);
        await PollAsync(reader);
        (await reader.EntriesAsync()).Select(entry => entry.Title).ShouldBe(["Новость 0", "Новость 1", "Новость 2", "Новость 10", "Новость 11", "Новость 12"], ignoreOrder: true);

        // Each pause is kept, also one that does not keep the rest from being read.
        for (var asked = 1; asked <= 2; asked++)
        {
            (from, to) = (from + 10, to + 10);
            await PollAsync(reader);
            await reader.RestartAsync();
            reader.House.Get<HostPauses>().Running.ShouldHaveSingleItem();
        }

        (await reader.EntriesAsync()).Count.ShouldBe(12);
        reader.Fleet.Visits.ShouldNotContain(visit => visit.Early);
    }

    /// <summary>When the road's turn comes.</summary>
    private static async Task PollAsync(FleetReader reader)
    {
        for (var asked = reader.Fleet.Visits.Count; reader.Fleet.Visits.Count == asked;)
        {
            reader.House.Clock.Advance(TimeSpan.FromHours(1));
            await reader.House.Clock.RunAsync(reader.House.Get<FeedPoller>().PollDueAsync(Token));
        }
    }

    private static string Feed(int from, int to) => "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A</title><link rel=\"next\" href=\"/older\"/>"
        + string.Concat(Enumerable.Range(from, to - from).Select(n => $"<entry><title>Новость {n}</title><id>t{n}</id><link href=\"/press/{n}\"/><updated>{Now.AddSeconds(n):O}</updated></entry>")) + "</feed>";
}
