using KzNewsBot.Sources;

namespace KzNewsBot.Tests.Sources;

/// <summary>The operator's own file beside the registry that came with the program.</summary>
public class OwnSourcesTests
{
    private const string Shipped =
        """
        {"sources":[
          {"id":"one","name":"One","hosts":["one.kz"],"side":"kz-state"},
          {"id":"two","name":"Two","hosts":["two.org"],"side":"west"}
        ]}
        """;

    [Fact]
    public void An_added_outlet_stands_behind_the_shipped_ones_and_survives_its_file()
    {
        var added = AddedSource.Define(
            "three", "Три", "russia", owner: null, ["ru"], new Uri("https://www.three.ru/"), [new RoadDefinition { Kind = RoadKind.Feed, Url = "https://three.ru/rss", Language = "ru", Always = true }], SourceRegistry.Parse(Shipped));
        var registry = SourceRegistry.Parse(Shipped, OwnSources.TextOf(RegistryFile.Empty.With(added)), strict: true);
        registry.All.Select(source => source.Id).ShouldBe(["one", "two", "three"]);
        var source = registry.Match("news.three.ru", name: null).ShouldNotBeNull();
        source.Enabled.ShouldBeTrue();
        source.Owner["kk"].ShouldBe("көрсетілмеген");
        source.Roads.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            road => road.Url.ShouldBe("https://three.ru/rss"), road => road.FetchPages.ShouldBeTrue(), road => road.Language.ShouldBe("ru"), road => road.Always.ShouldBeTrue());
    }

    [Fact]
    public void An_outlet_of_the_same_id_takes_the_shipped_ones_place()
    {
        const string own = """{"sources":[{"id":"one","name":"One anew","hosts":["one.kz"],"side":"kz-state"}]}""";
        SourceRegistry.Parse(Shipped, own, strict: false).All.Select(source => source.Name).ShouldBe(["Two", "One anew"]);
    }

    [Theory]
    [InlineData("""{"sources":[],"on":["nobody"]}""", "own-sources.json: \"on\" or \"off\" names \"nobody\"")]
    [InlineData("""{"sources":[],"off":"one"}""", "own-sources.json: \"off\" cannot be read; expected a list of ids.")]
    [InlineData("""{"sources":[],"on":["one"]}""", "own-sources.json, source \"one\": names.ru is missing")]
    [InlineData("""{"sources":[{"id":"three","name":"Three","hosts":["two.org"],"side":"west"}]}""", "own-sources.json, source \"three\": hosts lists \"two.org\"")]
    [InlineData("""{"sources":[{"id":"three","side":"west"}]}""", "own-sources.json, source \"three\": name is missing")]
    [InlineData("[]", "own-sources.json has no \"sources\" list")]
    [InlineData("{}", "own-sources.json has no \"sources\" list")]
    [InlineData("""{"sources":{},"on":[]}""", "own-sources.json has no \"sources\" list")]
    [InlineData("""{"on":[],"sorces":[]}""", "own-sources.json: sorces is not a key we know; expected sources, on, off.")]
    public void A_fault_names_the_operators_file(string own, string fault) =>
        Should.Throw<FormatException>(() => SourceRegistry.Parse(Shipped, own, strict: true)).Message.ShouldStartWith(fault);

    [Fact]
    public void A_file_that_only_switches_needs_no_outlets_of_its_own()
    {
        const string on = """{"sources":[{"id":"one","name":"One","hosts":["one.kz"],"side":"kz-state","enabled":false}]}""";
        SourceRegistry.Parse(on, """{"off":["one"]}""", strict: true).Find("one").ShouldNotBeNull().Enabled.ShouldBeFalse();
        Should.Throw<FormatException>(() => SourceRegistry.Parse(on, """{"on":["one"]}""", strict: true)).Message.ShouldContain("because the source is enabled");
    }

    [Theory]
    [InlineData("\"off\":[\"one\"]", "switched off by the operator of this bot")]
    [InlineData("\"on\":[\"one\"]", "b")]
    public void Why_an_outlet_is_read_holds_as_long_as_the_operator_left_it_so(string own, string why)
    {
        var shipped = Registry.Json($$"""{{Registry.Words}},"roads":[{"kind":"feed","url":"https://one.kz/rss"}]""");
        SourceRegistry.Parse(shipped, $"{{{own}}}", strict: true).All[0].Why["en"].ShouldBe(why);
    }

    [Fact]
    public void An_outlet_is_found_by_the_beginning_that_it_alone_has()
    {
        var registry = SourceRegistry.Parse("""{"sources":[{"id":"first","name":"Степной вестник","side":"west"},{"id":"second","name":"Степная правда","aliases":["Правда"],"side":"west"}]}""");
        registry.ByBeginning("степной").ShouldNotBeNull().Id.ShouldBe("first");
        registry.ByBeginning("прав").ShouldNotBeNull().Id.ShouldBe("second");
        registry.ByBeginning("sec").ShouldNotBeNull().Id.ShouldBe("second");
        registry.ByBeginning("степн").ShouldBeNull();
        registry.ByBeginning("вестник").ShouldBeNull();
    }

    [Fact]
    public void What_of_the_operators_file_a_new_version_no_longer_fits_is_told_and_left()
    {
        const string own = """{"sources":[{"id":"three","name":"Three","hosts":["two.org"],"side":"west"}],"off":["dropped"]}""";
        var registry = SourceRegistry.Parse(Shipped, own, strict: false);
        registry.Match("two.org", null).ShouldNotBeNull().Id.ShouldBe("three");
        registry.Find("two").ShouldNotBeNull().Enabled.ShouldBeFalse();
        registry.Warnings.Count.ShouldBe(2);
        registry.Warnings.ShouldContain(warning => warning.Contains("\"dropped\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://news.google.com/rss/search?q=steppe")]
    [InlineData("https://www.gov.kz/memleket/entities/steppe")]
    [InlineData("https://t.me/s/steppe")]
    public void An_outlet_added_at_a_host_of_many_takes_no_other_outlets_articles(string address)
    {
        const string shipped =
            """
            {"sources":[{"id":"one","name":"One","hosts":["one.kz"],"side":"kz-state","roads":[
              {"kind":"feed","url":"https://one.kz/rss"},
              {"kind":"search","url":"https://news.google.com/rss/search?q=site:one.kz"},
              {"kind":"telegram","url":"https://t.me/s/one_kz"},
              {"kind":"feed","url":"https://www.gov.kz/one/rss"}]}]}
            """;
        var registry = SourceRegistry.Parse(shipped);
        var file = RegistryFile.Empty;
        foreach (var id in (string[])["two", "three"])
        {
            file = file.With(AddedSource.Define(id, id, "west", owner: null, ["ru"], new Uri(new Uri(address), "/"), [new RoadDefinition { Kind = RoadKind.Feed, Url = $"{address}-{id}" }], registry));
            registry = SourceRegistry.Parse(shipped, OwnSources.TextOf(file), strict: true);
        }

        registry.Match(new Uri(address).Host, name: null).ShouldBeNull();
        registry.IsShared("one.kz").ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://feeds.feedburner.com/one", true)]
    [InlineData("https://www.youtube.com/feeds/videos.xml?channel_id=1", true)]
    [InlineData("https://one.kz/rss", false)]
    public void A_service_that_keeps_everybodys_feeds_is_no_outlets_host(string address, bool isShared) =>
        AddedSource.IsShared(new Uri(address), SourceRegistry.Parse(Shipped)).ShouldBe(isShared);

    [Fact]
    public void What_stands_at_an_address_is_told_by_the_address()
    {
        const string searched = """{"sources":[{"id":"one","name":"One","side":"west","roads":[{"kind":"search","url":"https://find.example/news?q=one"}]}]}""";
        KindAt("https://news.google.com/rss/search?q=steppe").ShouldBe((RoadKind.Search, false, 60));
        KindAt("https://find.example/news?q=steppe").ShouldBe((RoadKind.Search, false, 60));
        KindAt("https://t.me/steppe_news").ShouldBe((RoadKind.Telegram, true, null));
        KindAt("https://one.kz/news-sitemap.xml").ShouldBe((RoadKind.NewsSitemap, true, null));
        KindAt("https://one.kz/rss").ShouldBe((RoadKind.Feed, true, null));

        (RoadKind, bool, int?) KindAt(string address)
        {
            var road = AddedSource.RoadAt(new Uri(address), SourceRegistry.Parse(searched));
            return (road.Kind, road.FetchPages, road.MinIntervalMinutes);
        }
    }

    [Theory]
    [InlineData("https://rss.one.kz/feed", "one")]
    [InlineData("https://www.почта.kz/", "xn--80a1acny")]
    [InlineData("https://t.me/s/step_channel", "step-channel")]
    [InlineData("http://127.0.0.1:5081/rss", "127-0-0-1")]
    [InlineData("https://taken.kz/rss", "taken-2")]
    public void Ids_are_made_of_addresses(string address, string id) =>
        AddedSource.IdFor(new Uri(address), known => known == "taken").ShouldBe(id);
}
