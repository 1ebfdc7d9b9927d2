using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class CompletenessTests
{
    private const string Sentence = "Новый мост через реку открыли во вторник после двух лет стройки, сообщили в областном штабе спасателей. ";
    private const string Lead = "<p>" + Sentence + "</p>";

    [Fact]
    public void Page_that_nothing_speaks_against_is_full() => Read(Lead + Lead).ShouldBe(Completeness.Full);

    [Theory]
    [InlineData("false")]
    [InlineData("\"False\"")]
    [InlineData("\"http://schema.org/False\"")]
    public void Article_stated_as_paid_is_behind_a_paywall(string flag) =>
        Read(Lead, $$"""{"@type":"NewsArticle","isAccessibleForFree":{{flag}}}""")
            .ShouldBe(CompletenessVerdict.Paywall, CompletenessEvidence.StatedAsPaid);

    [Fact]
    public void What_a_teaser_of_another_article_costs_says_nothing_of_this_one() =>
        Read(Lead, """[{"@type":"NewsArticle","headline":"Quite another story that costs money","isAccessibleForFree":false},{"@type":"NewsArticle","headline":"Мост через реку открыт"}]""")
            .ShouldBe(Completeness.Full);

    [Fact]
    public void Article_stated_as_free_is_full() =>
        Read(Lead, """{"@type":"NewsArticle","isAccessibleForFree":"True"}""").ShouldBe(Completeness.Full);

    [Fact]
    public void Paid_article_whose_words_are_all_there_is_full_yet_the_evidence_stays() =>
        Read(string.Concat(Enumerable.Range(0, 10).Select(i => $"<p>{i} {Sentence}</p>")), """{"@type":"NewsArticle","isAccessibleForFree":false,"wordCount":160}""")
            .ShouldBe(CompletenessVerdict.Full, CompletenessEvidence.StatedAsPaid);

    [Fact]
    public void Text_longer_than_any_preview_is_full() =>
        Read(string.Concat(Enumerable.Range(0, 40).Select(i => $"<p>{i} {Sentence}</p>")), """{"@type":"NewsArticle","isAccessibleForFree":false}""")
            .ShouldBe(CompletenessVerdict.Full, CompletenessEvidence.StatedAsPaid);

    [Fact]
    public void Paywall_under_the_text_is_seen() =>
        Read(Lead + "<div class=\"article-paywall\"><p>Выберите удобный тариф.</p></div>")
            .ShouldBe(CompletenessVerdict.Paywall, CompletenessEvidence.PaywallElement);

    [Fact]
    public void Empty_or_hidden_paywall_means_nothing() =>
        Read(Lead + "<div class=\"paywall\"></div><div class=\"paywall\" style=\"display: none\"><p>Выберите тариф.</p></div>")
            .ShouldBe(Completeness.Full);

    [Fact]
    public void Paywall_that_holds_the_article_means_nothing() =>
        Read("<div class=\"paywall\">" + string.Concat(Enumerable.Range(0, 8).Select(i => $"<p>{i} {Sentence}</p>")) + "</div>")
            .ShouldBe(Completeness.Full);

    [Theory]
    [InlineData("Subscribe to continue reading.")]
    [InlineData("Материал доступен только по подписке")]
    [InlineData("Толық нұсқасын оқу үшін сайтқа тіркеліңіз")]
    public void Call_to_pay_for_reading_on_is_a_paywall(string call) =>
        Read($"{Lead}<p>{call}</p>").Verdict.ShouldBe(CompletenessVerdict.Paywall);

    [Theory]
    [InlineData("Subscribe to our newsletter.")]
    [InlineData("Поддержите нашу работу: оформите подписку")]
    public void Call_to_subscribe_to_a_letter_or_out_of_kindness_is_none(string call) =>
        Read($"{Lead}<form><div>{call}</div></form>").ShouldBe(Completeness.Full);

    [Theory]
    [InlineData("Читать далее")]
    [InlineData("Толығырақ…")]
    [InlineData("Read more »")]
    public void Link_to_the_rest_makes_a_teaser(string link) =>
        Read($"{Lead}<p><a href=\"/full\">{link}</a></p>").ShouldBe(CompletenessVerdict.Teaser, CompletenessEvidence.ReadMoreEnding);

    [Fact]
    public void Short_text_that_breaks_off_is_a_teaser() =>
        Read("<p>" + Sentence.TrimEnd('.', ' ') + "…</p>").ShouldBe(CompletenessVerdict.Teaser, CompletenessEvidence.CutEnding);

    [Fact]
    public void Long_text_may_end_with_an_ellipsis() =>
        Read(string.Concat(Enumerable.Range(0, 20).Select(i => $"<p>{i} {Sentence}</p>")) + "<p>И тогда спасатели поняли, что это надолго, и пошли дальше…</p>")
            .ShouldBe(Completeness.Full);

    [Fact]
    public void Far_fewer_words_than_stated_make_a_teaser() =>
        Read(Lead, """{"@type":"NewsArticle","wordCount":"800"}""")
            .ShouldBe(CompletenessVerdict.Teaser, CompletenessEvidence.FewerWordsThanStated);

    private static Completeness Read(string content, string data = "{}") => HtmlExtractor.Extract(
        $"""
        <html><head><title>Мост через реку открыт</title><script type="application/ld+json">{data}</script></head>
        <body><nav><a href="/">Главная</a></nav><main><h1>Мост через реку открыт</h1>{content}</main></body></html>
        """,
        null,
        OutletNames.Empty).Stored().Completeness;
}

file static class CompletenessAssertions
{
    public static void ShouldBe(this Completeness actual, CompletenessVerdict verdict, params CompletenessEvidence[] evidence)
    {
        actual.Verdict.ShouldBe(verdict);
        actual.Evidence.ShouldBe(evidence);
    }
}
