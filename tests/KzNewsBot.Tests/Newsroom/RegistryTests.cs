using KzNewsBot.Sources;

namespace KzNewsBot.Tests.Newsroom;

public sealed class RegistryTests
{
    [Fact]
    public async Task The_bot_reads_the_registry_and_finds_every_side_but_the_archive()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var sources = SourceRegistry.Parse(newsroom.Newsroom.SourcesJson).All;
        sources.Select(source => source.Id).ShouldBe(newsroom.Newsroom.Outlets.All.Select(outlet => outlet.Id));
        sources.ShouldAllBe(source => source.Enabled && source.Id.StartsWith("sample-", StringComparison.Ordinal));
        Sides.All.Except(sources.Select(source => source.Side), StringComparer.Ordinal).ShouldBe(["organisations", Sides.Archive], ignoreOrder: true);
    }

    [Fact]
    public async Task Roads_of_every_kind_lead_to_the_newsroom()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var roads = SourceRegistry.Parse(newsroom.Newsroom.SourcesJson).All.SelectMany(source => source.Roads).ToList();
        roads.Select(road => road.Kind).Distinct().ShouldBe(Enum.GetValues<RoadKind>(), ignoreOrder: true);
        foreach (var road in roads)
        {
            newsroom.Newsroom.AllowedAddresses.ShouldContain(new Uri(road.Url).Authority, StringComparer.Ordinal);
            (await newsroom.BytesAsync(road.Url)).ShouldNotBeEmpty(road.Url);
        }
    }

    [Fact]
    public async Task Each_outlet_has_an_address_and_a_name_of_its_own()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var sources = SourceRegistry.Parse(newsroom.Newsroom.SourcesJson).All;
        sources.Select(source => new Uri(source.Homepage!).Authority).ShouldBeUnique(StringComparer.Ordinal);
        sources.SelectMany(source => source.Hosts).ShouldBeUnique(StringComparer.Ordinal);
        sources.SelectMany(source => source.Hosts).ShouldAllBe(host => host.EndsWith(".example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_registry_is_written_as_a_seeds_folder_has_it()
    {
        await using var newsroom = await LocalNewsroom.StartAsync();
        var folder = Directory.CreateTempSubdirectory("newsroom-seeds-");
        try
        {
            var seeds = Path.Combine(folder.FullName, "seeds");
            await newsroom.Newsroom.WriteRegistryAsync(seeds, TestContext.Current.CancellationToken);
            var written = await File.ReadAllTextAsync(Path.Combine(seeds, "sources.json"), TestContext.Current.CancellationToken);
            SourceRegistry.Parse(written).All.Count.ShouldBe(newsroom.Newsroom.Outlets.All.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
