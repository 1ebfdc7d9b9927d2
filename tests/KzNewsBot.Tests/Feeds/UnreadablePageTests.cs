using KzNewsBot.Feeds;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text.Extraction;
using Microsoft.AspNetCore.Http;

namespace KzNewsBot.Tests.Feeds;

/// <summary>Pages that can't be read: the outlet is heard by what its feed carries, marked as a part.</summary>
public class UnreadablePageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    /// <summary>Each kind of refusal, and after how many hours the outlet's own words are stored at the latest.</summary>
    public static TheoryData<string, string, int> Refusals
    {
        get
        {
            var all = new TheoryData<string, string, int>();
            foreach (var provider in new EachDatabase())
            {
                foreach (var (refusal, hours) in (ReadOnlySpan<(string, int)>)[("robots", 1), ("challenge", 1), ("login", 1), ("nothing", 1), ("error", 5)])
                {
                    all.Add(provider.Data, refusal, hours);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task The_feeds_own_words_are_stored(string provider, string refusal, int hours)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (_, path, _) => Refuse(refusal, path);
        await reader.ReadAsync(TimeSpan.FromHours(hours));

        var outlet = reader.Fleet.Outlets[0];
        var article = (await reader.ArticlesAsync()).Single(article => article.Url == outlet.AddressesUntil(Now)[0]);
        article.Body.ShouldBe(outlet.LeadOf(0));
        article.Completeness.ShouldBe(CompletenessVerdict.Teaser);
        article.PublishedAt.ShouldNotBeNull();
        (await reader.EntriesAsync()).Single(entry => entry.Url == article.Url).Stage.ShouldBe(EntryStage.Stored);
        var pages = reader.Fleet.Visits.Count(visit => visit.Path == "/news/0");
        pages.ShouldBe(refusal switch { "robots" => 0, "error" => EntryQueue.MostAttempts, _ => 1 });
    }

    private static IResult? Refuse(string refusal, string path) => (refusal, path.StartsWith("/news/", StringComparison.Ordinal)) switch
    {
        ("robots", false) when path == "/robots.txt" => Results.Text("User-agent: *\nDisallow: /news/\n"),
        ("challenge", true) => Html(StatusCodes.Status403Forbidden, "<title>Just a moment...</title><script>window._cf_chl_opt={};</script>"),
        ("login", true) => Html(StatusCodes.Status200OK, "<title>Вход</title><form><input type=\"password\"></form>"),
        ("nothing", true) => Html(StatusCodes.Status200OK, "<div id=\"app\"></div>"),
        ("error", true) => Results.StatusCode(StatusCodes.Status500InternalServerError),
        _ => null,
    };

    private static IResult Html(int status, string content) => Results.Text($"<html>{content}</html>", "text/html", statusCode: status);
}
