using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text.Extraction;
using Microsoft.AspNetCore.Http;

namespace KzNewsBot.Tests.Feeds;

/// <summary>Pages that can't be read: the outlet is heard by what its feed carries, marked as a part.</summary>
public class UnreadablePageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan PastEveryLease = TimeSpan.FromMinutes(11);

    /// <summary>Each kind of refusal, and after how many hours the outlet's own words are stored at the latest.</summary>
    public static TheoryData<string, string, int> Refusals
    {
        get
        {
            var all = new TheoryData<string, string, int>();
            foreach (var provider in new EachDatabase())
            {
                foreach (var (refusal, hours) in (ReadOnlySpan<(string, int)>)[("robots", 1), ("challenge", 1), ("login", 1), ("nothing", 1), ("home", 1), ("unsafe", 1), ("error", 5), ("busy", 26)])
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
        if (refusal != "busy")
        {
            pages.ShouldBe(refusal switch { "robots" => 0, "error" => EntryQueue.MostAttempts, _ => 1 });
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_that_shuts_all_its_pages_stands_partly_until_one_is_read(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (_, path, _) => Refuse("login", path);
        await reader.ReadAsync(TimeSpan.FromHours(14));
        (await reader.EntriesAsync()).ShouldAllBe(entry => entry.Stage == EntryStage.Stored && entry.Reason!.StartsWith("LoginWall", StringComparison.Ordinal));
        (await ReportAsync(reader)).ShouldBe((SourceStanding.Partly, true));

        reader.Fleet.Trouble = (_, _, _) => null;
        await reader.ReadAsync(TimeSpan.FromHours(7));
        (await ReportAsync(reader)).ShouldBe((SourceStanding.Working, false));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_wall_of_an_hour_costs_a_road_of_addresses_alone_no_article(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (outlet, path, now) => path == FleetOutlet.FeedPath ? AddressesAlone(outlet, now) : now < Now.AddHours(1) ? Refuse("challenge", path) : null;
        await reader.ReadAsync(TimeSpan.FromMinutes(40));
        (await reader.EntriesAsync()).ShouldAllBe(entry => entry.Stage == EntryStage.Waiting && entry.Attempts > 0 && entry.Title.Length == 0);
        await reader.ReadAsync(TimeSpan.FromHours(4));
        var first = reader.Fleet.Outlets[0].AddressesUntil(Now)[0];
        (await reader.ArticlesAsync()).Single(article => article.Url == first).Completeness.ShouldBe(CompletenessVerdict.Full);
    }

    [Theory]
    [InlineData("gone", EntryStage.Skipped)]
    [InlineData("challenge", EntryStage.Failed)]
    public async Task An_outlet_of_addresses_alone_that_has_no_page_for_any_stands_partly(string refusal, object stage)
    {
        await using var reader = await FleetReader.OpenAsync("Sqlite", 1, Now);
        reader.Fleet.Trouble = (outlet, path, now) => path == FleetOutlet.FeedPath ? AddressesAlone(outlet, now) : Refuse(refusal, path);
        await reader.ReadAsync(TimeSpan.FromHours(14));
        (await reader.EntriesAsync())[0].Stage.ShouldBe(stage);
        (await ReportAsync(reader)).ShouldBe((SourceStanding.Partly, true));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task What_was_read_from_its_page_is_not_replaced_by_the_roads_rendition(bool shutFromTheFirst, int revision)
    {
        await using var reader = await FleetReader.OpenAsync("Sqlite", 1, Now);
        var source = reader.House.Get<SourceRegistry>().Find("fleet-00").ShouldNotBeNull();
        source.Roads = [source.Roads[0] with { Text = RoadText.FullText }];
        var edited = Now.AddHours(2);
        reader.Fleet.Trouble = (outlet, path, now) => path == FleetOutlet.FeedPath
            ? Feed($"<item><title>Отряд вернулся с учений</title><link>{outlet.AddressesUntil(Now)[0]}</link><description>{outlet.LeadOf(0)} {(now < edited ? "Выход прошёл без происшествий." : "Следующий выход через месяц.")}</description></item>")
            : shutFromTheFirst || now >= edited ? Refuse("login", path) : null;
        await reader.ReadAsync(TimeSpan.FromHours(9));

        var entry = (await reader.EntriesAsync()).ShouldHaveSingleItem();
        (entry.Stage, entry.Rereads).ShouldBe((EntryStage.Stored, 1));
        var article = (await reader.ArticlesAsync()).ShouldHaveSingleItem();
        (article.Completeness, article.Revision).ShouldBe((CompletenessVerdict.Full, revision));
        article.Body.Contains("Следующий выход", StringComparison.Ordinal).ShouldBe(shutFromTheFirst);
        (await ReportAsync(reader)).ShouldBe((SourceStanding.Working, false));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Pages_that_all_claim_one_address_are_articles_of_their_own(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        string[] titles = ["Отряд: мост через Ишим открыт", "Отряд: акимов назначат весной", "Отряд: зерно повезут морем", "Отряд: школы закрыли из-за метели"];
        reader.Fleet.Trouble = (outlet, path, _) => path.StartsWith("/news/", StringComparison.Ordinal) && titles.ElementAtOrDefault(path[^1] - '0') is { } title
            ? Html(StatusCodes.Status200OK, $"<head><title>{title}</title><meta property=\"og:url\" content=\"http://{outlet.Authority}/news/pages\"></head><article><h1>{title}</h1>{string.Concat(Enumerable.Range(0, 5).Select(n => $"<p>{title} у села {new string((char)('а' + path[^1] - '0'), 7)}, и жителям об этом сообщили в {n} часов утра.</p>"))}</article>")
            : null;
        await reader.ReadAsync(TimeSpan.FromHours(7));
        var articles = (await reader.ArticlesAsync()).FindAll(article => titles.Contains(article.Title, StringComparer.Ordinal));
        articles.Select(article => article.Title).Order(StringComparer.Ordinal).ShouldBe(titles.Order(StringComparer.Ordinal));
        articles.ShouldAllBe(article => article.Revision == 1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_page_that_is_not_there_yet_is_read_when_it_is(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        var asked = 0;
        reader.Fleet.Trouble = (_, path, _) => path == "/news/0" && ++asked <= 2 ? Results.StatusCode(StatusCodes.Status404NotFound) : null;
        await reader.ReadAsync(TimeSpan.FromHours(1));
        var outlet = reader.Fleet.Outlets[0];
        (await reader.ArticlesAsync()).Single(article => article.Url == outlet.AddressesUntil(Now)[0]).Completeness.ShouldBe(CompletenessVerdict.Full);
    }

    [Theory]
    [InlineData("Sqlite", "page")]
    [InlineData("Postgres", "page")]
    [InlineData("Sqlite", "rules")]
    public async Task A_night_without_pages_costs_no_article_more_than_the_night(string provider, string without)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (_, path, now) => now < Now.AddHours(10) ? Refuse("error", without == "page" ? path : path == "/robots.txt" ? "/news/" : "/") : null;
        await reader.ReadAsync(TimeSpan.FromHours(5));
        var address = reader.Fleet.Outlets[0].AddressesUntil(Now)[0];
        var told = (await reader.ArticlesAsync()).Single(article => article.Url == address);
        told.Completeness.ShouldBe(CompletenessVerdict.Teaser, "its feed's words are told at the usual time");

        await reader.ReadAsync(TimeSpan.FromHours(20));
        var article = (await reader.ArticlesAsync()).Single(article => article.Url == address);
        (article.Id, article.Completeness, article.Revision).ShouldBe((told.Id, CompletenessVerdict.Full, 2));
        var entry = (await reader.EntriesAsync()).Single(entry => entry.Url == address);
        (entry.Stage, entry.Reason, entry.NextTryAt, entry.Text).ShouldBe((EntryStage.Stored, null, null, null));
    }

    [Theory]
    [InlineData("Sqlite", "gone")]
    [InlineData("Postgres", "gone")]
    [InlineData("Sqlite", "closed")]
    public async Task A_night_on_which_a_site_has_lost_its_pages_or_is_worked_on_costs_no_article(string provider, string refusal)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (_, path, now) => now < Now.AddHours(10) ? Refuse(refusal, path) : null;
        await reader.ReadAsync(TimeSpan.FromHours(5));
        var address = reader.Fleet.Outlets[0].AddressesUntil(Now)[0];
        (await reader.ArticlesAsync()).Any(article => article.Url == address).ShouldBe(refusal == "closed", "what is not found may have been taken back");
        await reader.ReadAsync(TimeSpan.FromHours(20));
        (await reader.ArticlesAsync()).Single(article => article.Url == address).Completeness.ShouldBe(CompletenessVerdict.Full);
        (await reader.EntriesAsync()).Single(entry => entry.Url == address).NextTryAt.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_page_that_no_later_attempt_finds_stays_with_its_feeds_words(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (_, path, _) => path == "/news/0" ? Refuse("error", path) : null;
        await reader.ReadAsync(TimeSpan.FromHours(52));
        var address = reader.Fleet.Outlets[0].AddressesUntil(Now)[0];
        var article = (await reader.ArticlesAsync()).Single(article => article.Url == address);
        (article.Completeness, article.Revision).ShouldBe((CompletenessVerdict.Teaser, 1));
        var entry = (await reader.EntriesAsync()).Single(entry => entry.Url == address);
        (entry.Stage, entry.Reason, entry.NextTryAt).ShouldBe((EntryStage.Stored, "status 500", null));
        reader.Fleet.Visits.Count(visit => visit.Path == "/news/0").ShouldBe(EntryQueue.MostAttempts + 3);
    }

    [Fact]
    public async Task A_night_without_pages_costs_a_road_of_addresses_alone_no_article()
    {
        await using var reader = await FleetReader.OpenAsync("Sqlite", 1, Now);
        reader.Fleet.Trouble = (outlet, path, now) => path == FleetOutlet.FeedPath ? AddressesAlone(outlet, now) : now < Now.AddHours(10) ? Refuse("error", path) : null;
        await reader.ReadAsync(TimeSpan.FromHours(5));
        (await reader.ArticlesAsync()).ShouldBeEmpty();
        await reader.ReadAsync(TimeSpan.FromHours(20));
        (await reader.EntriesAsync()).ShouldAllBe(entry => entry.ArticleId != null);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_page_that_stays_not_found_was_taken_back(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (_, path, _) => path == "/news/0" ? Results.StatusCode(StatusCodes.Status404NotFound) : null;
        await reader.ReadAsync(TimeSpan.FromHours(5));
        var address = reader.Fleet.Outlets[0].AddressesUntil(Now)[0];
        (await reader.EntriesAsync()).Single(entry => entry.Url == address).Stage.ShouldBe(EntryStage.Skipped);
        (await reader.ArticlesAsync()).ShouldNotContain(article => article.Url == address);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_page_that_ends_the_program_is_heard_by_its_feed_and_kills_no_more(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        await reader.House.Get<FeedPoller>().PollDueAsync(TestContext.Current.CancellationToken);
        var deadly = await DieReadingAsync(reader);
        for (var death = 2; death <= EntryQueue.MostDeaths; death++)
        {
            (await DieReadingAsync(reader)).ShouldBe(deadly, "alone, the page is the same");
        }

        await reader.ReadAsync(TimeSpan.FromHours(1));

        var entries = await reader.EntriesAsync();
        var entry = entries.Single(entry => entry.Id == deadly);
        (entry.Stage, entry.Begun, entry.Reason).ShouldBe((EntryStage.Stored, 0, "reading it ended the program, 3 times in a row"));
        reader.Fleet.Visits.ShouldNotContain(visit => visit.Path == new Uri(entry.Url!).AbsolutePath);
        var articles = await reader.ArticlesAsync();
        articles.Single(article => article.Id == entry.ArticleId).Completeness.ShouldBe(CompletenessVerdict.Teaser);
        articles.Where(article => article.Id != entry.ArticleId).ShouldAllBe(article => article.Completeness == CompletenessVerdict.Full);
        entries.ShouldAllBe(other => other.ArticleId != null);
    }

    [Theory]
    [InlineData("title", EntryQueue.MostDeaths)]
    [InlineData("title", EntryQueue.MostDeaths + 1)]
    [InlineData("nothing", EntryQueue.MostDeaths)]
    public async Task What_ends_the_program_without_its_page_too_is_given_up(string carried, int deaths)
    {
        await using var reader = await FleetReader.OpenAsync("Sqlite", 1, Now);
        reader.Fleet.Trouble = (outlet, path, now) => path == FleetOutlet.FeedPath && carried == "nothing" ? AddressesAlone(outlet, now) : null;
        await reader.House.Get<FeedPoller>().PollDueAsync(TestContext.Current.CancellationToken);
        var deadly = 0L;
        for (var death = 0; death < deaths; death++)
        {
            deadly = await DieReadingAsync(reader);
        }

        await reader.ReadAsync(TimeSpan.FromHours(1));
        var entry = (await reader.EntriesAsync()).Single(entry => entry.Id == deadly);
        entry.Stage.ShouldBe(carried == "title" && deaths == EntryQueue.MostDeaths ? EntryStage.Stored : EntryStage.Failed);
        (await reader.EntriesAsync()).Count(entry => entry.ArticleId is null).ShouldBe(entry.Stage == EntryStage.Failed ? 1 : 0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_feed_that_ends_the_program_stands_as_one_that_can_t_be_read(string provider)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        for (var death = 0; death < EntryQueue.MostDeaths; death++)
        {
            (await reader.House.Get<RoadQueue>().ClaimAsync(1, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
            reader.House.Clock.Advance(PastEveryLease);
        }

        (await reader.House.Get<FeedPoller>().PollDueAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        reader.Fleet.Visits.ShouldBeEmpty();
        (await ReportAsync(reader)).Standing.ShouldBe(SourceStanding.Failing);

        // It is asked again as any road that is down.
        await reader.ReadAsync(TimeSpan.FromHours(7));
        (await ReportAsync(reader)).Standing.ShouldBe(SourceStanding.Working);
    }

    [Theory]
    [InlineData("Sqlite", "/news/")]
    [InlineData("Sqlite", "/consent")]
    [InlineData("Postgres", "/consent")]
    public async Task A_page_that_shows_another_article_is_not_what_the_feed_names(string provider, string shownAt)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (_, path, _) => path.StartsWith(shownAt, StringComparison.Ordinal)
            ? Html(StatusCodes.Status200OK, $"<title>Please choose cookies</title><article><h1>Please choose cookies</h1>{string.Concat(Enumerable.Range(0, 9).Select(n => $"<p>Our {n} partners and the site store cookies on your device, so that what you read may be paid for.</p>"))}</article>")
            : path.StartsWith("/news/", StringComparison.Ordinal) ? Results.Redirect(shownAt) : null;
        await reader.ReadAsync(TimeSpan.FromHours(1));
        var articles = await reader.ArticlesAsync();
        articles.Count(article => article.Title.Contains("cookies", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1);
        articles.Count.ShouldBe((await reader.EntriesAsync()).Count);
        articles.Count.ShouldBeGreaterThan(1);
        articles.Where(article => !article.Title.Contains("cookies", StringComparison.Ordinal)).ShouldAllBe(article => article.Completeness == CompletenessVerdict.Teaser);
    }

    [Theory]
    [InlineData("Sqlite", "/news", "Лента событий", "Отряд")]
    [InlineData("Sqlite", "/today", "Погода на завтра", "Синоптики")]
    [InlineData("Postgres", "/today", "Погода на завтра", "Синоптики")]
    public async Task A_page_that_leads_to_something_else_is_heard_by_its_feed(string provider, string shownAt, string title, string subject)
    {
        await using var reader = await FleetReader.OpenAsync(provider, 1, Now);
        reader.Fleet.Trouble = (_, path, _) => path == shownAt ? Shown(title, subject, address: null) : path.StartsWith("/news/", StringComparison.Ordinal) ? Results.Redirect(shownAt) : null;
        await reader.ReadAsync(TimeSpan.FromHours(1));
        var articles = await reader.ArticlesAsync();
        articles.Count.ShouldBe((await reader.EntriesAsync()).Count);
        articles.ShouldAllBe(article => article.Completeness == CompletenessVerdict.Teaser && article.Title.StartsWith("Отряд", StringComparison.Ordinal));
        (await reader.EntriesAsync()).ShouldAllBe(entry => entry.Reason == "the page shows something else");
    }

    [Theory]
    [InlineData("/news/0", "/news/0", "Погода на завтра", "Синоптики")]
    [InlineData("/0-pogoda", "/0-pogoda", "Погода на завтра", "Отряд")]
    [InlineData("/0-pogoda", "/news/0", "Погода на завтра", "Синоптики")]
    [InlineData("/en/weather-0", "/en/weather-0", "The weather of tomorrow", "The forecast")]
    public async Task A_page_whose_headline_was_rewritten_is_kept(string shownAt, string address, string title, string subject)
    {
        await using var reader = await FleetReader.OpenAsync("Sqlite", 1, Now);
        reader.Fleet.Trouble = (outlet, path, _) => path == shownAt ? Shown(title, subject, $"http://{outlet.Authority}{address}") : path == "/news/0" ? Results.Redirect(shownAt) : null;
        await reader.ReadAsync(TimeSpan.FromHours(1));
        (await reader.ArticlesAsync()).ShouldContain(article => article.Title == title && article.Completeness == CompletenessVerdict.Full);
    }

    private static IResult Shown(string title, string subject, string? address) => Html(
        StatusCodes.Status200OK,
        $"<head><title>{title}</title>{(address is null ? "" : $"<link rel=\"canonical\" href=\"{address}\">")}</head><article><h1>{title}</h1>{string.Concat(Enumerable.Range(0, 6).Select(n => subject.All(char.IsAscii) ? $"<p>{subject} for district number {n} says that the snow will melt before noon and the roads will be open.</p>" : $"<p>{subject}: у посёлка под номером {n} потеплеет к полудню, снег растает, и дороги откроют для грузовых машин.</p>"))}</article>");

    /// <summary>Claims what is due and never comes back: the first of it.</summary>
    private static async Task<long> DieReadingAsync(FleetReader reader)
    {
        var claimed = await reader.House.Get<EntryQueue>().ClaimAsync(1, TestContext.Current.CancellationToken);
        reader.House.Clock.Advance(PastEveryLease);
        return claimed.ShouldHaveSingleItem().Entry.Id;
    }

    private static async Task<(SourceStanding Standing, bool PagesShut)> ReportAsync(FleetReader reader)
    {
        var report = (await reader.House.Get<SourceHealth>().ReadAsync(TestContext.Current.CancellationToken)).Single(report => report.Source.Id == "fleet-00");
        return (report.Standing, report.PagesShut);
    }

    private static IResult AddressesAlone(FleetOutlet outlet, DateTimeOffset now) => Feed(string.Concat(outlet.AddressesUntil(now).Reverse().Select(address => $"<item><link>{address}</link></item>")));

    private static IResult Feed(string items) => Results.Text($"<rss version=\"2.0\"><channel><title>A</title>{items}</channel></rss>", "application/rss+xml; charset=utf-8");

    private static IResult? Refuse(string refusal, string path) => (refusal, path.StartsWith("/news/", StringComparison.Ordinal)) switch
    {
        ("robots", false) when path == "/robots.txt" => Results.Text("User-agent: *\nDisallow: /news/\n"),
        ("challenge", true) => Html(StatusCodes.Status403Forbidden, "<title>Just a moment...</title><script>window._cf_chl_opt={};</script>"),
        ("login", true) => Html(StatusCodes.Status200OK, "<title>Вход</title><form><input type=\"password\"></form>"),
        ("nothing", true) => Html(StatusCodes.Status200OK, "<div id=\"app\"></div>"),
        ("home", true) => Results.Redirect("/"),
        ("unsafe", true) => Results.Redirect("http://10.1.1.1/blocked"),
        ("home", false) when path == "/" => Html(StatusCodes.Status200OK, $"<h1>Главное за день</h1><article>{string.Concat(Enumerable.Range(0, 9).Select(n => $"<p>Новость номер {n} о том, что произошло сегодня в стране и в мире, и ещё несколько слов о ней.</p>"))}</article>"),
        ("busy", true) => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        ("gone", true) => Results.StatusCode(StatusCodes.Status404NotFound),
        ("closed", true) => Html(StatusCodes.Status200OK, "<title>Сайт временно недоступен</title><article><h1>Сайт временно недоступен</h1><p>Ведутся технические работы, пожалуйста, зайдите к нам немного позже.</p></article>"),
        ("error", true) => Results.StatusCode(StatusCodes.Status500InternalServerError),
        _ => null,
    };

    private static IResult Html(int status, string content) => Results.Text($"<html>{content}</html>", "text/html", statusCode: status);
}
