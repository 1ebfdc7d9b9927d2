using KzNewsBot.Feeds;
using KzNewsBot.Sources;
using KzNewsBot.Text;

namespace KzNewsBot.Tests.Feeds;

public class RoadChoiceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_alternatives_only_the_first_is_polled() => Wanted([]).ShouldBe(["https://a/ru", "https://a/kk"], ignoreOrder: true);

    [Fact]
    public void A_road_that_is_down_is_tried_beside_the_next() =>
        Wanted([State("https://a/ru", down: true)]).ShouldBe(["https://a/ru", "https://a/all", "https://a/kk"], ignoreOrder: true);

    [Fact]
    public void A_retired_road_is_left_alone() =>
        Wanted([State("https://a/ru", down: true, retired: true)]).ShouldBe(["https://a/all", "https://a/kk"], ignoreOrder: true);

    [Fact]
    public void With_every_road_down_every_road_is_tried() =>
        Wanted([State("https://a/ru", down: true), State("https://a/kk", down: true), State("https://a/all", down: true)]).Count.ShouldBe(3);

    [Fact]
    public void A_standby_leaves_the_queue_when_the_first_road_is_back()
    {
        var source = Source();
        var states = source.Roads.ToDictionary(road => road.Key, road => State(road.Key), StringComparer.Ordinal);
        states["https://a/ru"].Down = true;
        RoadQueue.Queue(source, states, collected: true, Now);
        states["https://a/all"].NextDueAt.ShouldBe(Now);

        states["https://a/ru"].Down = false;
        RoadQueue.Queue(source, states, collected: true, Now);
        states["https://a/all"].NextDueAt.ShouldBeNull();
        states["https://a/ru"].NextDueAt.ShouldBe(Now);

        RoadQueue.Queue(source, states, collected: false, Now);
        states.Values.ShouldAllBe(state => state.NextDueAt == null);
    }

    [Fact]
    public void A_channel_that_stands_by_tells_again_what_the_roads_of_its_languages_told()
    {
        RoadChoice.ToldBefore(Source(), Source().Roads[2]).ShouldBe([["https://a/ru"], ["https://a/kk"]]);
        RoadChoice.ToldBefore(Source(), Source().Roads[0]).ShouldBeEmpty();
    }

    [Fact]
    public void A_channel_that_is_a_languages_best_road_tells_nothing_again()
    {
        var source = Source() with { Languages = ["ru", "kk", "en"] };
        RoadChoice.ToldBefore(source, source.Roads[2]).ShouldBeEmpty();
    }

    [Fact]
    public void Languages_with_the_same_roads_are_one_group_and_those_without_a_road_none()
    {
        var source = Source() with { Languages = ["ru", "kk", "en", "tr"] };
        RoadChoice.Groups(source).Select(group => group.Languages).ShouldBe([[Language.Russian], [Language.Kazakh], [Language.English]]);
        RoadChoice.Groups(source with { Roads = [source.Roads[2]] }).ShouldHaveSingleItem().Languages.Count.ShouldBe(3);
        RoadChoice.Groups(source with { Roads = [source.Roads[0]] }).ShouldHaveSingleItem().Languages.ShouldBe([Language.Russian]);
    }

    [Fact]
    public void A_road_with_news_of_its_own_is_polled_beside_the_first_and_stands_in_for_none()
    {
        var source = Source() with
        {
            Languages = ["ru"],
            Roads =
            [
                new RoadDefinition { Kind = RoadKind.Feed, Url = "https://a/main" },
                new RoadDefinition { Kind = RoadKind.Feed, Url = "https://a/sport", Always = true },
                new RoadDefinition { Kind = RoadKind.Telegram, Url = "https://a/channel" },
            ],
        };
        Wanted(source, []).ShouldBe(["https://a/main", "https://a/sport"], ignoreOrder: true);
        Wanted(source, [State("https://a/main", down: true)]).ShouldBe(["https://a/main", "https://a/sport", "https://a/channel"], ignoreOrder: true);
        Wanted(source, [State("https://a/sport", down: true, retired: true)]).ShouldBe(["https://a/main"]);
        RoadChoice.ToldBefore(source, source.Roads[2]).ShouldBe([["https://a/main"]]);
        Wanted(source with { Languages = [], Roads = [source.Roads[1], source.Roads[2]] }, []).ShouldBe(["https://a/sport"]);
    }

    [Fact]
    public void A_language_is_judged_by_the_road_that_names_it()
    {
        var source = Source() with
        {
            Languages = ["ru", "kk"],
            Roads =
            [
                new RoadDefinition { Kind = RoadKind.Feed, Url = "https://a/ru", Language = "ru" },
                new RoadDefinition { Kind = RoadKind.Feed, Url = "https://a/any", Always = true },
                new RoadDefinition { Kind = RoadKind.Feed, Url = "https://a/kk", Language = "kk", Always = true },
            ],
        };
        var groups = RoadChoice.Groups(source);
        groups.Select(group => group.Roads.ShouldHaveSingleItem().Url).ShouldBe(["https://a/ru", "https://a/kk"]);
        groups.ShouldAllBe(group => !group.Has("https://a/any"));
    }

    private static IReadOnlySet<string> Wanted(SourceDefinition source, IReadOnlyList<RoadState> states) =>
        RoadChoice.Wanted(source, states.ToDictionary(state => state.Key, StringComparer.Ordinal));

    private static IReadOnlySet<string> Wanted(IReadOnlyList<RoadState> states) =>
        Wanted(Source(), states);

    private static SourceDefinition Source() => new()
    {
        Id = "a",
        Name = "А",
        Side = "russia",
        Languages = ["ru", "kk"],
        Roads =
        [
            new RoadDefinition { Kind = RoadKind.Feed, Url = "https://a/ru", Language = "ru" },
            new RoadDefinition { Kind = RoadKind.Feed, Url = "https://a/kk", Language = "kk" },
            new RoadDefinition { Kind = RoadKind.Telegram, Url = "https://a/all" },
        ],
    };

    private static RoadState State(string key, bool down = false, bool retired = false) =>
        new() { SourceId = "a", Key = key, Down = down, RetiredAt = retired ? Now : null };
}
