using System.Globalization;
using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Languages;

namespace KzNewsBot.Tests.Sources;

/// <summary>What stands in seeds/sources.json, as far as it can be checked without the network.</summary>
public class ShippedRegistryTests
{
    /// <summary>Hosts that serve a road without being an outlet's own, by the kind that may use them.</summary>
    private static readonly (RoadKind Kind, string Host)[] SharedHosts =
        [(RoadKind.Telegram, "t.me"), (RoadKind.Search, "news.google.com"), (RoadKind.JsonList, "www.gov.kz")];

    private static readonly string[] ClosedPages = ["tass", "kaztag", "reuters", "apnews"];

    private static readonly Language[] Languages = [Language.Russian, Language.Kazakh, Language.English];

    private static readonly SourceRegistry Shipped = SourceRegistry.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "sources.json")));

    [Fact]
    public void It_holds_outlets_of_every_side()
    {
        Shipped.All.Count.ShouldBeGreaterThan(50);
        Sides.All.ShouldAllBe(side => Shipped.All.Any(source => source.Side == side));
    }

    [Fact]
    public void Outlets_of_one_side_stand_together() =>
        Shipped.All.Select(source => source.Side).Zip(Shipped.All.Select(source => source.Side).Skip(1)).Count(pair => pair.First != pair.Second).ShouldBe(Sides.All.Count - 1);

    [Fact]
    public void Every_side_is_collected_or_says_why_not()
    {
        var silent = Shipped.All.GroupBy(source => source.Side, StringComparer.Ordinal).Where(side => !side.Any(source => source.Enabled)).ToList();
        silent.Select(side => side.Key).ShouldBe(["csto", "organisations", Sides.Archive]);
        silent.SelectMany(side => side).ShouldAllBe(source => source.Why["en"].StartsWith("Off: ", StringComparison.Ordinal));
    }

    [Fact]
    public void No_side_drowns_the_others()
    {
        var enabled = Shipped.All.Where(source => source.Enabled).ToList();
        enabled.Count.ShouldBeInRange(25, 35);
        enabled.CountBy(source => source.Side, StringComparer.Ordinal).ShouldAllBe(side => side.Value * 4 <= enabled.Count);
    }

    [Fact]
    public void Every_outlet_speaks_three_languages()
    {
        foreach (var source in Shipped.All)
        {
            foreach (var (key, texts) in new[] { ("names", source.Names), ("owner", source.Owner), ("basis", source.Basis), ("why", source.Why) })
            {
                string.Join(' ', texts.Keys.Order(StringComparer.Ordinal)).ShouldBe("en kk ru", $"{source.Id}: {key}");
            }

            Languages.ShouldAllBe(language => source.NameIn(language).Length > 0);
        }
    }

    [Theory]
    [InlineData("ru", "Russian")]
    [InlineData("kk", "Kazakh")]
    [InlineData("en", "English")]
    public void What_is_said_of_an_outlet_is_said_in_the_readers_language(string code, string language)
    {
        foreach (var source in Shipped.All)
        {
            LanguageDetector.Detect($"{source.Owner[code]}. {source.Basis[code]} {source.Why[code]}").Language.ToString().ShouldBe(language, source.Id);
        }
    }

    [Fact]
    public void The_basis_says_how_sure_it_is()
    {
        foreach (var source in Shipped.All)
        {
            var beginnings = source.Certainty == Certainty.Evidenced
                ? ("Подтверждено: ", "Расталған: ", "Evidenced: ")
                : ("Общеизвестно, нами не проверено: ", "Жалпыға мәлім, өзіміз тексермедік: ", "General knowledge, not checked by us: ");
            source.Certainty.ShouldNotBeNull(source.Id);
            source.Basis["ru"].ShouldStartWith(beginnings.Item1, Case.Sensitive, source.Id);
            source.Basis["kk"].ShouldStartWith(beginnings.Item2, Case.Sensitive, source.Id);
            source.Basis["en"].ShouldStartWith(beginnings.Item3, Case.Sensitive, source.Id);
        }
    }

    [Fact]
    public void The_reason_fits_the_switch()
    {
        foreach (var source in Shipped.All)
        {
            source.Why["ru"].ShouldStartWith(source.Enabled ? "Включено: " : "Выключено: ", Case.Sensitive, source.Id);
            source.Why["kk"].ShouldStartWith(source.Enabled ? "Қосулы: " : "Өшірулі: ", Case.Sensitive, source.Id);
            source.Why["en"].ShouldStartWith(source.Enabled ? "On: " : "Off: ", Case.Sensitive, source.Id);
        }
    }

    [Fact]
    public void Every_road_leads_to_the_outlet_itself()
    {
        foreach (var source in Shipped.All)
        {
            foreach (var road in source.Roads)
            {
                var host = new Uri(road.Url).Host;
                (SharedHosts.Contains((road.Kind, host)) || Shipped.Match(host, null) == source).ShouldBeTrue($"{source.Id}: {road.Url}");
            }
        }
    }

    [Fact]
    public void A_state_body_asks_for_itself_on_the_shared_portal()
    {
        foreach (var source in Shipped.All)
        {
            foreach (var road in source.Roads.Where(road => road.Kind == RoadKind.JsonList))
            {
                var body = source.Homepage.ShouldNotBeNull().Split('/')[^1];
                road.Url.ShouldContain($"projects=eq:{body}&", Case.Sensitive, source.Id);
                road.Json.ShouldNotBeNull().LinkTemplate.ShouldNotBeNull().ShouldStartWith(source.Homepage, Case.Sensitive);
                road.Json.AcceptLanguage.ShouldBe(road.Language, source.Id);
            }
        }
    }

    [Fact]
    public void No_road_stands_twice() =>
        Shipped.All.SelectMany(source => source.Roads).Select(road => road.Key).ShouldBeUnique(StringComparer.Ordinal);

    [Fact]
    public void No_road_is_known_to_be_dead()
    {
        // Addresses that circulate in public lists and were measured as 404, 500 or a page instead of a feed.
        string[] dead =
        [
            "tengrinews.kz/rss", "zakon.kz/rss", "vlast.kz/rss", "24.kz/rss", "informburo.kz/rss", "forbes.kz/rss", "cabar.asia/feed", "carnegieendowment.org/rss",
            "reutersagency.com", "feeds.reuters.com", "osce.org/rss.xml", "peacekeeping.un.org/en/rss.xml", "nato.int/cps/en", "eeas.europa.eu/rss",
        ];
        Shipped.All.SelectMany(source => source.Roads)
            .Where(road => dead.Any(address => road.Url.TrimEnd('/').EndsWith(address, StringComparison.Ordinal)))
            .Select(road => road.Url)
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_search_is_never_the_only_road_of_an_enabled_outlet_and_never_its_first()
    {
        foreach (var source in Shipped.All.Where(source => source.Enabled))
        {
            source.Roads[0].Kind.ShouldNotBe(RoadKind.Search, source.Id);
            foreach (var language in Languages.Where(language => source.RoadsIn(language).Any()))
            {
                source.RoadsIn(language).First().Kind.ShouldNotBe(RoadKind.Search, source.Id);
            }
        }

        Shipped.All.SelectMany(source => source.Roads).Where(road => road.Kind == RoadKind.Search).ShouldAllBe(road => !road.FetchPages && road.Text == RoadText.TitleOnly);
    }

    [Fact]
    public void A_channel_of_several_languages_keeps_no_other_road_of_its_outlet_from_being_read()
    {
        // What stands at its address is Russian and Kazakh: where it came before an English list, nobody would read that list.
        foreach (var source in Shipped.All)
        {
            foreach (var channel in source.Roads.Where(road => road is { Kind: RoadKind.Telegram, Language: null }))
            {
                source.RoadsIn(Language.Russian).First().ShouldBe(channel, $"{source.Id}: it stands in for one language with the news of all");
                source.RoadsIn(Language.English).Where(road => road.Language == "en").ShouldBe(source.RoadsIn(Language.English).TakeWhile(road => road != channel), source.Id);
            }
        }
    }

    [Fact]
    public void Pages_that_refuse_robots_are_not_fetched() =>
        ClosedPages.Select(id => Shipped.Find(id).ShouldNotBeNull()).ShouldAllBe(source => source.Roads.All(road => !road.FetchPages));

    [Fact]
    public void No_name_belongs_to_two_outlets() =>
        Shipped.All.SelectMany(source => source.Aliases.Concat(source.Names.Values).Append(source.Name).Distinct(StringComparer.OrdinalIgnoreCase))
            .ShouldBeUnique(StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Every_country_exists() =>
        Shipped.All.Select(source => source.Country).Where(country => country != "INT").Distinct(StringComparer.Ordinal)
            .ShouldAllBe(country => new RegionInfo(country!).TwoLetterISORegionName == country);
}
