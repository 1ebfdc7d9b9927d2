using KzNewsBot.Data;
using KzNewsBot.Playground;
using KzNewsBot.Playground.Newsroom;
using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Fetching;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.CommandLine;

/// <summary>What an operator asks of the outlets, as a process of its own against invented ones.</summary>
public sealed class SourcesCommandTests : IAsyncLifetime
{
    private const string Outlet = "sample-herald";

    private TestDatabase _database = null!;
    private SampleNewsroom _newsroom = null!;
    private Dictionary<string, string?> _settings = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string OwnFile => Path.Combine(_database.Folder, OwnSources.FileName);

    public async ValueTask InitializeAsync()
    {
        _database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        var now = TimeProvider.System.GetUtcNow();
        _newsroom = await SampleNewsroom.StartAsync(new NewsroomOptions { Clock = VirtualClock.StandingAt(now), OpenedAt = now - TimeSpan.FromDays(1) }, Token);
        _settings = new Dictionary<string, string?>(_database.Settings, StringComparer.Ordinal);
        foreach (var (key, value) in PlaygroundNewsroom.SettingsFor(_newsroom, _database.Folder))
        {
            _settings[key] = value;
        }

        _settings["Fetching:SpacingMilliseconds"] = "0";
    }

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Check_asks_every_road_and_fails_when_an_outlet_brings_nothing()
    {
        var well = await RunAsync("sources", "check", Outlet, "sample-tan");
        well.ExitCode.ShouldBe(0, well.Output + well.Errors);
        well.Output.ShouldContain("2 of 2 outlets bring news; 2 of 2 roads work.");
        well.Output.ShouldContain("/world/atom.xml");

        _newsroom.Faults.Add(new Fault(Outlet, FaultKind.Gone));
        var ill = await RunAsync("sources", "check");
        ill.ExitCode.ShouldBe(1);
        ill.Output.Split('\n').Single(line => line.Contains("/world/atom.xml", StringComparison.Ordinal)).ShouldContain("gone");
        (await RunAsync("sources", "check", "nobody")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Test_shows_the_newest_entry_as_it_would_be_stored_and_stores_nothing()
    {
        var before = await RunAsync("db", "status");
        var tested = await RunAsync("sources", "test", Outlet);
        tested.ExitCode.ShouldBe(0, tested.Output + tested.Errors);
        tested.Output.ShouldContain("stored:      as a new article");
        tested.Output.ShouldContain($"({Outlet}, west)");
        tested.Output.ShouldContain("language:    en");
        (await RunAsync("db", "status")).Output.ShouldBe(before.Output);
    }

    [Fact]
    public async Task Fetch_tells_why_a_page_gives_nothing_to_store()
    {
        var home = _newsroom.AllowedAddresses.First(address => address.StartsWith("127.0.0.1", StringComparison.Ordinal));
        var fetched = await RunAsync("fetch", $"http://{home}/no/such/page");
        fetched.ExitCode.ShouldBe(1);
        fetched.Output.ShouldContain("nothing: status 404; the bot would try again");
        (await RunAsync("fetch", "not an address")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task An_outlet_is_added_by_the_address_of_its_page_with_all_that_tell_news_of_their_own()
    {
        await using var site = new HostileServer();
        Admit(site);
        site.Paths(
            ("/", Answer("<html><head>" + string.Concat(((string[])["/rss/sport", "/rss/politics", "/rss"]).Select(path => $"<link rel=\"alternate\" type=\"application/rss+xml\" href=\"{path}\">")) + "</head></html>", "text/html")),
            ("/rss", Answer(Rss(("sport/1", 1), ("world/1", 2), ("world/0", 3)))),
            ("/rss/sport", Answer(Rss(("sport/1", 1), ("sport/0", 50)))),
            ("/rss/politics", Answer(Rss(("politics/1", 2)))));
        var page = site.At("/").AbsoluteUri;
        (await RunAsync("sources", "add", page)).Errors.ShouldContain("--side");

        var added = await RunAsync("sources", "add", page, "--side", "west", "--name", "Second Herald", "--id", "second");
        added.ExitCode.ShouldBe(0, added.Output + added.Errors);
        File.Exists(OwnFile).ShouldBeTrue();
        added.Output.Split('\n')[^4..^1].ShouldBe(
            [$"second: polled: {page}rss", $"second: stands by, and is polled when another fails: {page}rss/sport", $"second: polled: {page}rss/politics"]);
        var listed = (await RunAsync("sources")).Output.Split('\n').Single(line => line.Contains("Second Herald", StringComparison.Ordinal));
        listed.ShouldContain("yes");
        listed.ShouldContain("feed en");
        (await RunAsync("sources", "check", "second")).ExitCode.ShouldBe(0);
        (await RunAsync("sources", "add", $"{page}rss/", "--side", "west")).Errors.ShouldContain("is a road of Second Herald already");

        (await RunAsync("sources", "remove", "second")).ExitCode.ShouldBe(0);
        (await RunAsync("sources")).Output.ShouldNotContain("Second Herald");
    }

    [Fact]
    public async Task A_channel_that_an_outlet_has_is_not_added_beside_it()
    {
        var added = await RunAsync("sources", "add", "t.me/tengrinews", "--side", "kz-independent");
        added.ExitCode.ShouldBe(2);
        added.Errors.ShouldContain("\"sources add tengrinews\"");
        File.Exists(OwnFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_retired_road_is_shown_and_taken_up_again()
    {
        await using (var house = await House.OpenAsync(_database, settings: _settings.Where(pair => !_database.Settings.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal)))
        {
            await house.Database.WriteAsync(
                WritePriority.Background,
                (context, token) => context.RoadStates.Where(state => state.SourceId == Outlet)
                    .ExecuteUpdateAsync(states => states.SetProperty(state => state.RetiredAt, house.Clock.GetUtcNow()), token),
                Token);
        }

        (await ListedAsync()).ShouldContain("retired");
        (await RunAsync("sources", "check", Outlet)).Output.ShouldContain($"\"sources resume {Outlet}\" has it asked again at once");
        (await RunAsync("sources", "resume", Outlet)).Output.ShouldContain("also by 1 road(s) that were retired");
        (await ListedAsync()).ShouldNotContain("retired");
    }

    [Fact]
    public async Task A_shipped_outlet_is_switched_off_and_on_paused_and_resumed()
    {
        var removed = await RunAsync("sources", "remove", Outlet);
        removed.ExitCode.ShouldBe(0, removed.Errors);
        removed.Output.ShouldContain("is switched off; its articles stay. That stands in ");
        (await ListedAsync()).ShouldContain(" no ");
        (await RunAsync("sources", "add", Outlet)).ExitCode.ShouldBe(0);
        (await ListedAsync()).ShouldContain(" yes ");
        (await RunAsync("sources", "pause", Outlet)).ExitCode.ShouldBe(0);
        (await ListedAsync()).ShouldContain(" paused ");
        (await RunAsync("sources", "resume", Outlet)).ExitCode.ShouldBe(0);
        (await ListedAsync()).ShouldContain(" yes ");
        (await RunAsync("sources", "pause", "nobody")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Feeds_leave_and_come_as_opml()
    {
        var exported = await RunAsync("sources", "export-opml");
        exported.Output.ShouldContain("<outline text=\"west\">");
        exported.Output.ShouldContain("/world/atom.xml");

        var file = Path.Combine(_database.Folder, "feeds.opml");
        await File.WriteAllTextAsync(
            file,
            """
            <opml version="2.0"><body>
              <outline text="un"><outline text="Palace news" xmlUrl="https://palace.example/feed" htmlUrl="https://palace.example/"/>
              <outline text="A search" xmlUrl="https://news.google.com/rss/search?q=one"/><outline text="Another" xmlUrl="https://news.google.com/rss/search?q=two"/></outline>
              <outline text="ТАСС" xmlUrl="https://tass.ru/rss/other.xml"/><outline text="ТАСС" xmlUrl="https://tass.ru/rss/v2.xml"/>
              <outline text="Somebody" xmlUrl="https://somebody.example/feed"/>
              <outline text="archive"><outline text="An archive" xmlUrl="https://archive.example/feed"/></outline>
            </body></opml>
            """,
            Token);
        var imported = await RunAsync("sources", "import-opml", file);
        imported.ExitCode.ShouldBe(0, imported.Output + imported.Errors);
        imported.Output.ShouldContain("3 outlet(s) are added: palace, google, google-2");
        imported.Output.ShouldContain("in the registry as \"tass\"");
        imported.Output.ShouldContain("left https://tass.ru/rss/v2.xml: it is a road of");
        imported.Output.ShouldContain("left https://somebody.example/feed: its side is not known");
        imported.Output.ShouldContain("left https://archive.example/feed: its side is not known");
        imported.Output.ShouldNotContain(", archive)");
        (await RunAsync("sources")).Output.Split('\n').Count(line => line.Contains(" google", StringComparison.Ordinal) && line.Contains("search", StringComparison.Ordinal)).ShouldBe(2);
        (await RunAsync("sources", "import-opml", file)).Output.TrimEnd().ShouldEndWith("nothing to add");
        (await RunAsync("sources", "import-opml", OwnFile)).ExitCode.ShouldBe(2);
        (await RunAsync("sources", "import-opml", "/nowhere.opml")).Errors.TrimEnd().ShouldBe("/nowhere.opml: no such file.");
    }

    [Fact]
    public async Task All_feeds_of_one_site_are_read_and_one_that_can_t_be_holds_up_no_other()
    {
        var file = Path.Combine(_database.Folder, "feeds.opml");
        await File.WriteAllTextAsync(
            file,
            """
            <opml version="2.0"><body><outline text="west">
              <outline text="World" xmlUrl="https://feeds.one.example/world" htmlUrl="https://www.one.example/world" language="en-gb"/>
              <outline text="Russian" xmlUrl="https://feeds.one.example/russian" htmlUrl="https://one.example/russian" language="ru"/>
              <outline text="Ukrainian" xmlUrl="https://feeds.one.example/ukrainian" htmlUrl="https://one.example/ukrainian" language="uk"/>
              <outline text="Spare" xmlUrl="https://feeds.one.example/spare" htmlUrl="https://one.example/" language="en" category="standby"/>
              <outline text="First" xmlUrl="https://feeds.feedburner.com/first"/>
              <outline text="Second" xmlUrl="https://feeds.feedburner.com/second"/>
              <outline text="Tengri" xmlUrl="https://feeds.feedburner.com/tengri" htmlUrl="https://tengrinews.kz/"/>
              <outline text="Channel" xmlUrl="https://t.me/a"/>
            </outline></body></opml>
            """,
            Token);
        var imported = await RunAsync("sources", "import-opml", file);
        imported.ExitCode.ShouldBe(0, imported.Output + imported.Errors);
        imported.Output.ShouldContain("3 outlet(s) are added: one, feedburner, feedburner-2");
        imported.Output.Split('\n').Single(line => line.StartsWith("left https://feeds.feedburner.com/tengri: ", StringComparison.Ordinal)).ShouldContain("is in the registry as \"tengrinews\"");
        imported.Output.ShouldContain("left https://t.me/a: source \"a\": roads[0].url is");
        imported.Output.ShouldContain("one: polled: https://feeds.one.example/ukrainian");
        imported.Output.ShouldContain("one: stands by, and is polled when another fails: https://feeds.one.example/spare");
        imported.Output.Split('\n').Count(line => line.StartsWith("one: polled: ", StringComparison.Ordinal)).ShouldBe(3);

        // What leaves comes again as it was.
        var own = await File.ReadAllTextAsync(OwnFile, Token);
        await RunAsync("sources", "export-opml", file);
        File.Delete(OwnFile);
        (await RunAsync("sources", "import-opml", file)).ExitCode.ShouldBe(0);
        (await File.ReadAllTextAsync(OwnFile, Token)).ShouldBe(own);
    }

    [Fact]
    public async Task A_fault_in_the_operators_file_is_named_at_the_start()
    {
        await File.WriteAllTextAsync(OwnFile, """{"sources":[],"off":"nobody"}""", Token);
        var run = await RunAsync("sources");
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("own-sources.json: \"off\" cannot be read");
    }

    [Fact]
    public async Task What_a_new_version_dropped_holds_up_no_other_change()
    {
        await File.WriteAllTextAsync(OwnFile, """{"sources":[],"off":["dropped"]}""", Token);
        var removed = await RunAsync("sources", "remove", Outlet);
        removed.ExitCode.ShouldBe(0, removed.Output + removed.Errors);
        (await ListedAsync()).ShouldContain(" no ");
    }

    private async Task<string> ListedAsync() =>
        (await RunAsync("sources")).Output.Split('\n').Single(line => line.Contains($" {Outlet} ", StringComparison.Ordinal));

    private void Admit(HostileServer site) =>
        _settings[$"Fetching:AllowHosts:{_settings.Keys.Count(key => key.StartsWith("Fetching:AllowHosts:", StringComparison.Ordinal))}"] = site.At("/").Authority;

    private static byte[] Answer(string body, string type = "application/rss+xml") => HostileServer.Answer("200 OK", body, $"Content-Type: {type}; charset=utf-8");

    private static string Rss(params (string Path, int HoursAgo)[] entries)
    {
        var items = entries.Select(entry =>
            $"<item><title>The convoy crossed the river at {entry.Path}</title><link>https://second.example/{entry.Path}</link><pubDate>{TimeProvider.System.GetUtcNow().AddHours(-entry.HoursAgo):R}</pubDate></item>");
        return $"<rss version=\"2.0\"><channel><title>The Second</title>{string.Concat(items)}</channel></rss>";
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ChildProgram.RunAsync(ChildProgram.Bot, _settings, arguments);
}
