using KzNewsBot.Data;
using KzNewsBot.Sources;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Sources;

public class SourceRegistryTests
{
    private const string Two =
        """
        {"sources":[
          {"id":"one","name":"Первый","names":{"en":"The First"},"aliases":["Первое издание"],"hosts":["one.kz"],"side":"kz-state"},
          {"id":"two","name":"Второй","hosts":["news.two.org"],"side":"west"}
        ]}
        """;

    [Theory]
    [InlineData("one.kz", null, "one")]
    [InlineData("www.one.kz", null, "one")]
    [InlineData("WWW.ONE.KZ", null, "one")]
    [InlineData("kaz.one.kz", null, "one")]
    [InlineData("not-one.kz", null, null)]
    [InlineData("two.org", null, null)]
    [InlineData("news.two.org", "Первый", "two")]
    [InlineData("one.kz.", null, "one")]
    [InlineData("unknown.org", "первое издание", "one")]
    [InlineData(null, " The First ", "one")]
    [InlineData(null, null, null)]
    [InlineData("", "", null)]
    [InlineData("kz", null, null)]
    public void An_outlet_is_found_by_host_then_by_name(string? host, string? name, string? id) =>
        SourceRegistry.Parse(Two).Match(host, name)?.Id.ShouldBe(id);

    [Theory]
    [InlineData("https://one.kz/rss", "one")]
    [InlineData("http://www.one.kz/rss/", "one")]
    [InlineData("https://one.kz/rss?of=sport", null)]
    [InlineData("https://news.one.kz/rss", null)]
    public void A_road_is_known_however_its_address_is_written(string address, string? id) =>
        (SourceRegistry.Parse(Registry.Json("\"roads\":[{\"kind\":\"feed\",\"url\":\"https://one.kz/rss\"}]")).WithRoadAt(new Uri(address))?.Id).ShouldBe(id);

    [Fact]
    public void A_name_comes_in_the_readers_language_if_there_is_one()
    {
        var source = SourceRegistry.Parse(Two).Find("one").ShouldNotBeNull();
        source.NameIn(Language.English).ShouldBe("The First");
        source.NameIn(Language.Kazakh).ShouldBe("Первый");
    }

    [Fact]
    public void An_article_at_a_retired_host_belongs_to_the_outlet() =>
        SourceRegistry.Parse(Registry.Json("\"hosts\":[\"new.kz\"],\"retiredHosts\":[\"old.kz\"]")).Match("www.old.kz", null).ShouldNotBeNull().Id.ShouldBe("one");

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_outlet_dropped_from_the_registry_stays_known_to_the_database(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var token = TestContext.Current.CancellationToken;
        await new SourceSeeder(house.Database, SourceRegistry.Parse(Two), Microsoft.Extensions.Logging.Abstractions.NullLogger<SourceSeeder>.Instance).SeedAsync(token);
        await new SourceSeeder(house.Database, SourceRegistry.Parse(Two.Replace("\"one\"", "\"three\"", StringComparison.Ordinal)), Microsoft.Extensions.Logging.Abstractions.NullLogger<SourceSeeder>.Instance).SeedAsync(token);
        var stored = await house.Database.ReadAsync((context, t) => context.Sources.Where(source => source.Id == "one" || source.Id == "two" || source.Id == "three").OrderBy(source => source.Id).ToListAsync(t), token);
        stored.Select(source => (source.Id, source.Listed)).ShouldBe([("one", false), ("three", true), ("two", true)]);
    }
}
