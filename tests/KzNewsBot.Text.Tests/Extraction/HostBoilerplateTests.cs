using System.Text.Json;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class HostBoilerplateTests
{
    private const string Host = "steppe.example";
    private const string Slogan = "Степной вестник: новости быстрее ветра";

    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void Line_on_many_pages_of_a_host_is_learned()
    {
        var learned = Learned(Pages(10));

        learned.IsBoilerplate(Host, Slogan).ShouldBeTrue();
        learned.IsBoilerplate(Host, "Новость под номером шесть без повторов").ShouldBeFalse();
    }

    [Fact]
    public void Line_is_not_learned_from_few_pages() =>
        Learned(Pages(HostBoilerplate.MinPages - 1)).IsBoilerplate(Host, Slogan).ShouldBeFalse();

    [Fact]
    public void Line_of_one_host_stays_on_another() =>
        Learned(Pages(10)).IsBoilerplate("other.example", Slogan).ShouldBeFalse();

    [Fact]
    public void Line_on_few_of_many_pages_stays()
    {
        var pages = Pages(40).Select((lines, i) => i < 6 ? [.. lines, "Штаб обещал сообщить подробности позже."] : lines);

        Learned(pages).IsBoilerplate(Host, "Штаб обещал сообщить подробности позже.").ShouldBeFalse();
    }

    [Fact]
    public void Counters_and_case_do_not_make_another_line()
    {
        var learned = Learned(Enumerable.Range(0, 10).Select(i => (string[])[Unique(i), $"Прочли {i * 37} раз сегодня"]));

        learned.IsBoilerplate(Host, "ПРОЧЛИ 5 раз сегодня!").ShouldBeTrue();
        learned.IsBoilerplate(Host, "12 345").ShouldBeFalse();
    }

    [Fact]
    public void Same_page_again_teaches_nothing()
    {
        var learned = new HostBoilerplate();
        for (var i = 0; i < 30; i++)
        {
            learned.Learn(Host, [Unique(1), Slogan], Day.AddDays(i));
        }

        learned.IsBoilerplate(Host, Slogan).ShouldBeFalse();
    }

    [Fact]
    public void Host_that_changes_its_furniture_is_learned_anew()
    {
        const string New = "Степной вестник теперь и в вашем телефоне";
        var learned = Learned([.. Pages(2000), .. Enumerable.Range(2000, 1000).Select(i => (string[])[Unique(i), New])], ofDay: 100);

        learned.IsBoilerplate(Host, New).ShouldBeTrue();
        learned.IsBoilerplate(Host, Slogan).ShouldBeFalse();
    }

    [Fact]
    public void Sentence_of_one_great_day_is_not_learned_from_a_full_sample()
    {
        const string Background = "Напомним, мост через Тасты закрыли на ремонт два года назад.";
        var learned = Learned([.. Pages(9000), .. Enumerable.Range(9000, 1000).Select(i => (string[])[Unique(i), Slogan, Background])], ofDay: 1000);

        learned.IsBoilerplate(Host, Background).ShouldBeFalse();
        learned.IsBoilerplate(Host, Slogan).ShouldBeTrue();
    }

    [Fact]
    public void Same_pages_in_the_same_order_teach_the_same() => Json(Learned(Pages(300))).ShouldBe(Json(Learned(Pages(300))));

    [Fact]
    public void Order_of_hosts_does_not_matter_when_there_are_too_many()
    {
        var names = Enumerable.Range(0, HostBoilerplate.MaxHosts + 100).Select(i => $"host{i}.example").ToArray();
        var forward = new HostBoilerplate();
        var backward = new HostBoilerplate();
        foreach (var name in names)
        {
            forward.Learn(name, [Slogan], Day);
        }

        foreach (var name in names.Reverse())
        {
            backward.Learn(name, [Slogan], Day);
        }

        forward.HostCount.ShouldBe(HostBoilerplate.MaxHosts);
        Json(backward).ShouldBe(Json(forward));
    }

    [Fact]
    public void Memory_is_bounded_for_a_host()
    {
        var learned = Learned(Pages(1_000).Select(lines => (string[])[.. lines, .. Enumerable.Range(0, 400).Select(i => $"{lines[0]} {Unique(i)}")]));

        var pages = learned.ToSnapshot().Hosts[Host];
        pages.Count.ShouldBe(HostBoilerplate.MaxPagesOfHost);
        pages.ShouldAllBe(page => page.Count <= HostBoilerplate.MaxLinesOfPage);
    }

    [Fact]
    public void Snapshot_brings_everything_back()
    {
        var learned = Learned(Pages(100));

        var snapshot = JsonSerializer.Deserialize<HostBoilerplateSnapshot>(Json(learned)).ShouldNotBeNull();
        var restored = HostBoilerplate.FromSnapshot(snapshot);

        Json(restored).ShouldBe(Json(learned));
        restored.IsBoilerplate(Host, Slogan).ShouldBeTrue();
    }

    [Fact]
    public void Body_is_stripped_of_learned_lines_alone() =>
        Learned(Pages(10)).Strip(Host, Fixture.Lines("Мост открыли во вторник.", Slogan, "По нему пошли машины."))
            .ShouldBe(Fixture.Lines("Мост открыли во вторник.", "По нему пошли машины."));

    private static List<string[]> Pages(int count) => [.. Enumerable.Range(0, count).Select(i => (string[])[Unique(i), Slogan])];

    /// <summary>A sentence whose letters differ for each number.</summary>
    private static string Unique(int number) =>
        "Новость " + string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('а' + digit - '0'))) + " вышла утром";

    /// <param name="ofDay">How many of the pages are read in a day.</param>
    private static HostBoilerplate Learned(IEnumerable<string[]> pages, int ofDay = 8)
    {
        var learned = new HostBoilerplate();
        foreach (var (place, lines) in pages.Index())
        {
            learned.Learn(Host, lines, Day.AddDays(place / ofDay));
        }

        return learned;
    }

    private static string Json(HostBoilerplate learned) => JsonSerializer.Serialize(learned.ToSnapshot());
}
