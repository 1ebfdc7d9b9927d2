using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Classification;

/// <summary>
/// Tells "about" from "mentions" by place and frequency. The weights were set on labelled pages: a topic named in the
/// headline is the article's in 19 of 20, one named once in the first sentence in two of three, once after it in one of three.
/// </summary>
internal static class TopicScoring
{
    /// <summary>In a shorter text one mention would already look dense.</summary>
    private const int ShortestText = 100;

    private const double AboutFrom = 0.47;

    /// <summary>An area needs no more than a word in the first sentence: it asks where an article belongs, not what it is about.</summary>
    private const double AreaFrom = 0.44;

    /// <summary>Nor does a country need the first sentence: named once in the second it is where an article belongs, as a word on security there is often not.</summary>
    private const double CountryFrom = 0.42;

    private const double TitleWeight = 1.0;
    private const double FirstSentenceWeight = 0.5;

    /// <summary>In the first sentence, of a theme or a country, under a headline on something else.</summary>
    private const double BesideHeadlineWeight = 0.35;

    private const double LeadWeight = 0.3;
    private const double DensityWeight = 0.25;

    public static TextLead LeadOf(string body) => new(FirstSentenceEnd(body));

    /// <param name="headlined">Whether the headline names a topic, this one or another.</param>
    public static TopicHit Score(TopicDefinition topic, TopicTally tally, int bodyWords, bool headlined)
    {
        var beside = headlined && !topic.IsOrganisation && tally.HitsIn(HitPlace.Title) == 0;
        var score = Score(tally, bodyWords, beside ? BesideHeadlineWeight : FirstSentenceWeight);
        return new TopicHit(topic.Id, score, score >= AboutFrom, tally.Evidence);
    }

    /// <summary>
    /// Null unless the article lies in the area beyond doubt: it takes articles from readers, and "game", "match" or "star" alone
    /// are said of politics too.
    /// </summary>
    public static TopicHit? ScoreAside(AreaDefinition area, TopicTally tally, int bodyWords)
    {
        const int FewestRules = 3;
        const double FewestPerHundred = 2;
        var early = tally.HitsIn(HitPlace.Title) + tally.HitsIn(HitPlace.FirstSentence);
        return early > 0 && PerHundred(tally, bodyWords) >= FewestPerHundred
            && tally.Evidence.DistinctBy(evidence => evidence.Rule, StringComparer.Ordinal).Count() >= FewestRules
            ? new TopicHit(area.Id, Score(tally, bodyWords, FirstSentenceWeight), About: true, tally.Evidence)
            : null;
    }

    /// <summary>Null when nothing speaks of the area.</summary>
    public static TopicHit? ScoreArea(
        AreaDefinition area, TopicTally tally, int bodyWords, IReadOnlyList<(TopicDefinition Topic, TopicHit Hit)> topics, Language language)
    {
        var own = tally.HasTerm ? Score(tally, bodyWords, FirstSentenceWeight) : 0;
        var best = topics.Select(pair => pair.Hit).Where(hit => hit.About && area.Topics.Contains(hit.TopicId, StringComparer.Ordinal)).MaxBy(hit => hit.Score);
        if (best is not null && best.Score > own)
        {
            return best with { TopicId = area.Id };
        }

        var byLanguage = area.Languages.Contains(language);
        return tally.HasTerm || byLanguage ? new TopicHit(area.Id, own, byLanguage || own >= (area.Languages.Count > 0 ? CountryFrom : AreaFrom), tally.Evidence) : null;
    }

    private static double Score(TopicTally tally, int bodyWords, double firstSentence)
    {
        var sum = (TitleWeight * Math.Min(tally.HitsIn(HitPlace.Title), 1))
            + (firstSentence * Math.Min(tally.HitsIn(HitPlace.FirstSentence), 1))
            + (LeadWeight * Math.Min(tally.HitsIn(HitPlace.Lead), 2))
            + (DensityWeight * PerHundred(tally, bodyWords));
        return 1 - Math.Exp(-sum);
    }

    private static double PerHundred(TopicTally tally, int bodyWords) => tally.BodyHits * 100.0 / Math.Max(bodyWords, ShortestText);

    /// <summary>A dateline is no sentence: it ends where there are words enough for one.</summary>
    private static int FirstSentenceEnd(string body)
    {
        const int ReadAtMost = 600;
        const int ShortestSentence = 25;
        var head = body.Length > ReadAtMost ? body[..ReadAtMost] : body;
        return SentenceSplitter.Split(head).Select(sentence => sentence.End).FirstOrDefault(end => end >= ShortestSentence, head.Length);
    }
}

/// <summary>The beginning of a text.</summary>
/// <param name="FirstSentenceEnd">In UTF-16 units.</param>
internal readonly record struct TextLead(int FirstSentenceEnd)
{
    /// <summary>About two sentences: what a reader takes for the news itself.</summary>
    private const int Words = 45;

    public HitPlace PlaceOf(int start, int word) =>
        start < FirstSentenceEnd ? HitPlace.FirstSentence : word < Words ? HitPlace.Lead : HitPlace.Rest;
}
