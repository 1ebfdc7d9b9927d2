using KzNewsBot.Data;
using KzNewsBot.Playground;
using KzNewsBot.Playground.Newsroom;
using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Harness;

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
    public async Task An_outlet_is_added_by_the_address_of_its_page_and_removed_again()
    {
        var site = await SiteOfAsync(Outlet);
        (await RunAsync("sources", "add", site)).Errors.ShouldContain("--side");

        var added = await RunAsync("sources", "add", site, "--side", "west", "--name", "Second Herald", "--id", "second");
        added.ExitCode.ShouldBe(0, added.Output + added.Errors);
        File.Exists(OwnFile).ShouldBeTrue();
        var listed = (await RunAsync("sources")).Output.Split('\n').Single(line => line.Contains("Second Herald", StringComparison.Ordinal));
        listed.ShouldContain("yes");
        listed.ShouldContain("feed en");
        (await RunAsync("sources", "check", "second")).ExitCode.ShouldBe(0);

        (await RunAsync("sources", "remove", "second")).ExitCode.ShouldBe(0);
        (await RunAsync("sources")).Output.ShouldNotContain("Second Herald");
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
              <outline text="ТАСС" xmlUrl="https://tass.ru/rss/v2.xml"/>
              <outline text="Somebody" xmlUrl="https://somebody.example/feed"/>
              <outline text="archive"><outline text="An archive" xmlUrl="https://archive.example/feed"/></outline>
            </body></opml>
            """,
            Token);
        var imported = await RunAsync("sources", "import-opml", file);
        imported.ExitCode.ShouldBe(0, imported.Output + imported.Errors);
        imported.Output.ShouldContain("3 outlet(s) are added: palace, google, google-2");
        imported.Output.ShouldContain("in the registry as \"tass\"");
        imported.Output.ShouldContain("left https://somebody.example/feed: its side is not known");
        imported.Output.ShouldContain("left https://archive.example/feed: its side is not known");
        imported.Output.ShouldNotContain(", archive)");
        (await RunAsync("sources", "import-opml", OwnFile)).ExitCode.ShouldBe(2);
        (await RunAsync("sources", "import-opml", "/nowhere.opml")).Errors.TrimEnd().ShouldBe("/nowhere.opml: no such file.");
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

    private async Task<string> SiteOfAsync(string id) =>
        (await RunAsync("sources", "export-opml")).Output.Split('\n').Single(line => line.Contains("/world/atom.xml", StringComparison.Ordinal))
            .Split("htmlUrl=\"")[1].Split('"')[0] is { Length: > 0 } site ? site : throw new InvalidOperationException($"{id} has no site.");

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ChildProgram.RunAsync(ChildProgram.Bot, _settings, arguments);
}
