using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Evaluation.Training;

namespace KzNewsBot.Tests.Evaluation;

/// <summary>Every expected number here was worked out by hand.</summary>
public sealed class ScoresTests
{
    [Fact]
    public void Precision_and_recall_come_from_counts()
    {
        var score = new BinaryScore().With(true, true).With(true, true).With(true, false).With(false, true).With(false, true).With(false, false);

        score.Precision.ShouldBe(2.0 / 3, 1e-9);
        score.Recall.ShouldBe(0.5, 1e-9);
        score.F1.ShouldBe(4.0 / 7, 1e-9);
    }

    [Fact]
    public void A_score_of_nothing_is_zero()
    {
        var score = new BinaryScore().With(false, false);

        (score.Precision, score.Recall, score.F1).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Label_sets_are_compared_label_by_label()
    {
        var score = new BinaryScore().With(Labels("un", "nato"), Labels("nato", "sco", "cis"));

        score.ShouldBe(new BinaryScore(TruePositives: 1, FalsePositives: 1, FalseNegatives: 2));
    }

    [Fact]
    public void B_cubed_averages_over_items()
    {
        // Predicted {a b c} {d}; gold {a b} {c d}. Precision: 2/3, 2/3, 1/3, 1; recall: 1, 1, 1/2, 1/2.
        var score = BCubed.Of([("1", "x"), ("1", "x"), ("1", "y"), ("2", "y")]);

        score.Precision.ShouldBe(2.0 / 3, 1e-9);
        score.Recall.ShouldBe(0.75, 1e-9);
        score.F1.ShouldBe(12.0 / 17, 1e-9);
    }

    [Fact]
    public void Words_are_Unicode_runs_in_lower_case() =>
        Words.Of("НАТО-ның 3-ші «жиыны», U.S.").ShouldBe(["нато", "ның", "3", "ші", "жиыны", "u", "s"]);

    [Fact]
    public void Rouge_1_counts_a_repeated_word_as_often_as_the_rarer_text_has_it()
    {
        // In common: мир once, труд once. Candidate 4 words, reference 3.
        var overlap = Rouge.N("мир мир мир труд", "Мир. Труд. Май.", 1);

        overlap.Precision.ShouldBe(0.5, 1e-9);
        overlap.Recall.ShouldBe(2.0 / 3, 1e-9);
        overlap.F1.ShouldBe(4.0 / 7, 1e-9);
    }

    [Fact]
    public void Rouge_2_needs_neighbours()
    {
        // Pairs: {a b, b c} and {b c, c a, a b}: both of two, two of three.
        var overlap = Rouge.N("a b c", "b c a b", 2);

        (overlap.Precision, overlap.Recall).ShouldBe((1, 2.0 / 3));
    }

    [Fact]
    public void Rouge_L_keeps_the_order_and_skips()
    {
        // Longest common subsequence: police the gunman (3 of 4 and of 6).
        var overlap = Rouge.L("police kill the gunman", "police said that the last gunman");

        overlap.Precision.ShouldBe(0.75, 1e-9);
        overlap.Recall.ShouldBe(0.5, 1e-9);
        overlap.F1.ShouldBe(0.6, 1e-9);
    }

    [Fact]
    public void Texts_without_words_have_nothing_in_common() =>
        (Rouge.N("", "мир", 1).F1, Rouge.L("—", "мир").F1, Rouge.N("мир", "мир", 2).F1).ShouldBe((0, 0, 0));

    [Fact]
    public void Shingles_count_runs_of_four_words()
    {
        // Gold runs: abcd bcde; extracted: bcde cdex.
        var match = ShingleMatch.Of("b c d e x", "a b c d e");

        match.ShouldBe(new ShingleMatch(Common: 1, Extra: 1, Missed: 1));
        ShingleMatch.Of("two words", "two words").ShouldBe(new ShingleMatch(1, 0, 0));
        ShingleMatch.Of("", "two words").ShouldBe(new ShingleMatch(0, 0, 1));
    }

    [Fact]
    public void Shingle_figures_are_means_over_pages_and_empty_pages_have_no_precision()
    {
        var scores = new ShingleScores();
        scores.Add(new ShingleMatch(3, 1, 0));
        scores.Add(new ShingleMatch(0, 0, 5));

        (scores.Precision, scores.Recall, scores.Exact).ShouldBe((0.75, 0.5, 0));
        scores.F1.ShouldBe(0.6, 1e-9);
    }

    [Fact]
    public void Rouge_of_several_references_is_their_mean_and_items_without_one_do_not_count()
    {
        var scores = new RougeScores();
        scores.Add("мост открыт", ["мост открыт", "мост закрыт"]);
        scores.Add("мост открыт", []);

        scores.Count.ShouldBe(1);
        scores.ToJson()["rouge1"]!.ToJsonString().ShouldBe("""{"precision":0.75,"recall":0.75,"f1":0.75}""");
        scores.ToJson()["rouge2"]!.ToJsonString().ShouldBe("""{"precision":0.5,"recall":0.5,"f1":0.5}""");
    }

    [Fact]
    public void Language_rates_stand_apart_for_each_kind_and_neighbour()
    {
        var rates = new LanguageRates();
        rates.Add("words", "kk", "kk");
        rates.Add("words", "ky", "kk");
        rates.Add("words", "ky", "other");
        rates.Add("sentences", "ky", "other");

        rates.ToJson().ToJsonString().ShouldBe(
            """{"accuracy":0.75,"answers":{"sentences":{"ky":{"other":1}},"words":{"kk":{"kk":1},"ky":{"kk":0.5,"other":0.5}}}}""");
    }

    [Fact]
    public void Letters_of_a_language_are_smoothed_by_shorter_contexts()
    {
        var counts = new LanguageCounts();
        counts.Add(["ab", "ac"]);

        // Witten and Bell by hand: of 6 letters two are a, one b, one c, two ends; 4 kinds; a letter unseen is 1 of 200.
        var b = (1 + (4 * (1.0 / 200))) / (6 + 4);
        // After a: b and c once each, 2 kinds.
        var afterA = (1 + (2 * b)) / (2 + 2);

        counts.Probability("b").ShouldBe(b, 1e-12);
        counts.Probability("ab").ShouldBe(afterA, 1e-12);
        counts.Probability("zab").ShouldBe(afterA, 1e-12);
        counts.Probability(" ab").ShouldBe((1 + (2 * afterA)) / (2 + 2), 1e-12);
    }

    private static HashSet<string> Labels(params string[] labels) => labels.ToHashSet(StringComparer.Ordinal);
}
