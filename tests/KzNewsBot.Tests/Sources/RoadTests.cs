using KzNewsBot.Sources;
using KzNewsBot.Text;
using KzNewsBot.Text.Feeds;

namespace KzNewsBot.Tests.Sources;

public class RoadTests
{
    private const string Address = "https://one.example/Politics/2026/treaty-signed?from=feed";

    [Theory]
    [InlineData("", "", true)]
    [InlineData("/politics/", "", true)]
    [InlineData("/POLITICS/2026/", "", true)]
    [InlineData("/2026/", "", false)]
    [InlineData("/sport/|treaty", "", true)]
    [InlineData("", "/politics/", false)]
    [InlineData("", "one.example", false)]
    [InlineData("", "/treaty", true)]
    [InlineData("/politics/", "from=feed", false)]
    public void A_road_takes_the_links_it_wants(string include, string exclude, bool wanted) =>
        new RoadDefinition { Kind = RoadKind.Feed, Url = "https://one.example/rss", Include = Patterns(include), Exclude = Patterns(exclude) }
            .Wants(new Uri(Address)).ShouldBe(wanted);

    [Theory]
    [InlineData("https://one.example/ru/мир/новость")]
    [InlineData("https://one.example/ru/%D0%BC%D0%B8%D1%80/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C")]
    public void A_pattern_in_letters_fits_an_encoded_address(string address) =>
        new RoadDefinition { Kind = RoadKind.Feed, Url = "https://one.example/rss", Include = ["/ru/мир/"], Exclude = ["погода"] }.Wants(new Uri(address)).ShouldBeTrue();

    [Fact]
    public void Roads_of_one_language_are_alternatives_in_the_order_of_the_file()
    {
        var source = Registry.With(
            """
            "languages":["ru","kk"],
            "roads":[
              {"kind":"feed","url":"https://one.example/ru.xml","language":"ru"},
              {"kind":"feed","url":"https://one.example/kk.xml","language":"kk"},
              {"kind":"telegram","url":"https://t.me/s/one_example"},
              {"kind":"search","url":"https://search.example/?q=one","language":"ru"}]
            """);
        source.RoadsIn(Language.Russian).Select(road => road.Kind).ShouldBe([RoadKind.Feed, RoadKind.Telegram, RoadKind.Search]);
        source.RoadsIn(Language.Kazakh).Select(road => road.Url).ShouldBe(["https://one.example/kk.xml", "https://t.me/s/one_example"]);
        source.RoadsIn(Language.English).Select(road => road.Kind).ShouldBe([RoadKind.Telegram]);
    }

    [Fact]
    public void A_list_that_answers_in_several_languages_at_one_address_is_several_roads()
    {
        var source = Registry.With(
            """
            "languages":["ru","kk"],
            "roads":[
              {"kind":"jsonList","url":"https://one.example/list","language":"ru","json":{"title":"title","link":"url","acceptLanguage":"ru"}},
              {"kind":"jsonList","url":"https://one.example/list","language":"kk","json":{"title":"title","link":"url","acceptLanguage":"kk"}}]
            """);
        source.Roads.Select(road => road.Key).ShouldBe(["https://one.example/list#ru", "https://one.example/list#kk"]);
    }

    [Fact]
    public void What_a_road_leaves_out_has_its_default()
    {
        var road = Registry.With("""  "roads":[{"kind":"HtmlList","url":"https://one.example/news","html":{"item":"li"}}]  """).Roads.ShouldHaveSingleItem();
        road.FetchPages.ShouldBeTrue();
        road.Text.ShouldBe(RoadText.Unknown);
        road.Include.ShouldBeEmpty();
        road.Exclude.ShouldBeEmpty();
        road.Html.ShouldBe(new HtmlListShape { Item = "li" });
        Registry.With("""  "roads":[{"kind":"jsonList","url":"https://one.example/news","json":{"title":"t","link":"l"}}]  """).Roads[0].Json.ShouldNotBeNull().Items.ShouldBe("");
    }

    private static string[] Patterns(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
