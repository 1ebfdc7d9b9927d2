using KzNewsBot.Cli;
using KzNewsBot.Playground;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Fetching;
using KzNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.CommandLine;

public sealed class ReadingTextTests : IAsyncLifetime
{
    private readonly HostileServer _server = new();
    private TestDatabase _database = null!;
    private House _house = null!;

    private ReadingText Reading => ActivatorUtilities.CreateInstance<ReadingText>(_house.Get<IServiceProvider>());

    public async ValueTask InitializeAsync()
    {
        _database = TestDatabase.Create("Sqlite");
        var sources = $$"""{"sources":[{"id":"quiet","name":"Quiet","side":"west","roads":[{"kind":"feed","url":"{{_server.At("/rss")}}","fetchPages":false}]}]}""";
        _house = await House.OpenAsync(_database, settings: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Seeds:Folder"] = PlaygroundSeeds.Write(_database.Folder, sources),
            ["Fetching:AllowHosts:0"] = _server.At("/").Authority,
            ["Fetching:SpacingMilliseconds"] = "0",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        _database.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("https://www.tengrinews.kz/a", "tengrinews")]
    [InlineData("https://t.me/tengrinews/5", "tengrinews")]
    [InlineData("https://t.me/nobody_at_all/5", null)]
    [InlineData("https://www.gov.kz/memleket/entities/mfa/press/news/details/5?lang=ru", "kzmfa")]
    [InlineData("https://news.google.com/rss/articles/CBMiX", null)]
    public void An_address_on_a_shared_host_is_whose_road_leads_there(string address, string? id) => (Reading.OwnerOf(new Uri(address))?.Id).ShouldBe(id);

    [Fact]
    public async Task That_the_bot_reads_no_page_of_an_outlet_is_said()
    {
        _server.Paths();
        var address = _server.At("/a");
        var owner = Reading.OwnerOf(address).ShouldNotBeNull();
        owner.Id.ShouldBe("quiet");
        (await OfAsync(owner, address)).ShouldBe(["but:         the bot reads no such page; of Quiet it stores only what its lists carry", "stored:      nothing: status 404; the bot would try again"]);
        (await OfAsync(owner with { Roads = [owner.Roads[0] with { FetchPages = true }] }, address)).ShouldHaveSingleItem();
    }

    private async Task<IReadOnlyList<string>> OfAsync(SourceDefinition owner, Uri address) =>
        (await Reading.OfAsync(Reading.EntryAt(address, owner.Id), owner, road: null, wholeBody: false, TestContext.Current.CancellationToken)).Lines;
}
