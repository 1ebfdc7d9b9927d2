using System.Diagnostics;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Text.Tests.Classification;

public sealed class TopicMatcherTests
{
    private const string LongBackground = """
        В области открыли новый мост через реку. Строители работали два года и закончили раньше срока. Жители трёх сёл ждали его давно.
        Движение по мосту начнут в понедельник, пока по одной полосе. Стоимость работ не изменилась. Аким поблагодарил инженеров и водителей.
        Старую переправу разберут к осени, а берег укрепят. В планах ещё два моста, проекты уже готовы. Деньги заложены в бюджет на три года.
        Местные школы получат новые автобусы. Расписание обещают согласовать с родителями. Дорогу к мосту осветят и обнесут забором от скота.
        """;

    [Fact]
    public void Headline_makes_an_article_about_its_topic() =>
        Hit("Саммит ОДКБ пройдёт в Астане", LongBackground, "odkb").About.ShouldBeTrue();

    [Fact]
    public void One_word_in_the_background_is_a_mention() =>
        Hit("Мост открыли", LongBackground + "Раньше здесь бывали гости из ООН.", "un").About.ShouldBeFalse();

    [Fact]
    public void Frequent_words_outweigh_a_single_one()
    {
        var often = Hit("Мост", LongBackground + " НАТО. НАТО. НАТО. НАТО. НАТО.", "nato").Score;
        var once = Hit("Мост", LongBackground + " НАТО.", "nato").Score;
        often.ShouldBeGreaterThan(once);
        once.ShouldBeInRange(0.001, 1);
        often.ShouldBeInRange(0.001, 1);
    }

    [Fact]
    public void Lead_weighs_more_than_the_tail() =>
        Hit("Мост", "Миссия ООН приехала. " + LongBackground, "un").Score
            .ShouldBeGreaterThan(Hit("Мост", LongBackground + " Миссия ООН приехала.", "un").Score);

    [Fact]
    public void Evidence_shows_the_place_and_the_rule()
    {
        const string body = "Накануне совещание посетил глава Шанхайской организации сотрудничества.";
        var evidence = Hit("", body, "sco").Evidence.ShouldHaveSingleItem();
        evidence.Field.ShouldBe(ArticleField.Body);
        evidence.Span.In(body).ShouldBe("Шанхайской организации сотрудничества");
        evidence.Rule.ShouldBe("Шанхайская организация сотрудничества");
    }

    [Fact]
    public void Evidence_of_an_inflected_acronym_covers_the_acronym()
    {
        const string title = "БҰҰ-ның жиыны";
        Hit(title, "", "un").Evidence[0].Span.In(title).ShouldBe("БҰҰ");
    }

    [Fact]
    public void Hint_counts_only_beside_a_term()
    {
        Match("Столтенберг открыл выставку", "").ShouldBeEmpty();
        Hit("Столтенберг открыл выставку НАТО", "", "nato").Evidence.Count.ShouldBe(2);
    }

    [Fact]
    public void Security_council_of_a_country_does_not_hint_at_the_UN() =>
        Hit("ООН и соседи", "Секретарь Совета безопасности Казахстана уехал.", "un").Evidence.Count.ShouldBe(1);

    [Fact]
    public void Two_names_of_one_organization_are_one_topic() =>
        SeedTopics.Matcher.Match("ҰҚШҰ (ОДКБ, CSTO)", "", Language.Kazakh).ShouldHaveSingleItem().TopicId.ShouldBe("odkb");

    [Fact]
    public void One_text_may_have_many_topics_best_first()
    {
        var hits = Match("НАТО готовит миротворцев", "Миротворцы НАТО поедут в миссии ООН. НАТО обучит их.");
        hits.Select(hit => hit.TopicId).ShouldBe(["nato", "peacekeeping", "un"], ignoreOrder: true);
        hits.Select(hit => hit.Score).ShouldBe(hits.Select(hit => hit.Score).OrderDescending());
    }

    [Fact]
    public void Matching_twice_gives_the_same()
    {
        var first = Match("НАТО и ООН", LongBackground);
        var second = new TopicMatcher(SeedTopics.Catalogue).Match("НАТО и ООН", LongBackground, Language.Russian);
        second.Select(hit => (hit.TopicId, hit.Score)).ShouldBe(first.Select(hit => (hit.TopicId, hit.Score)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("«")]
    [InlineData("\u0301")]
    [InlineData("НАТО ")]
    [InlineData("Организация Договора о коллективной ")]
    [InlineData("миротвор")]
    [InlineData("НАТО-")]
    public void Hostile_megabyte_is_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        Match(text, text);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private static IReadOnlyList<TopicHit> Match(string title, string body) => SeedTopics.Matcher.Match(title, body, Language.Russian);

    private static TopicHit Hit(string title, string body, string topic) =>
        Match(title, body).Single(hit => string.Equals(hit.TopicId, topic, StringComparison.Ordinal));
}
