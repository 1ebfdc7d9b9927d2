namespace KzNewsBot.Text.Classification;

/// <summary>Tells "about" from "mentions" by place and frequency.</summary>
internal static class TopicScoring
{
    /// <summary>About two sentences: what a reader takes for the news itself.</summary>
    public const int LeadWords = 45;

    /// <summary>In a shorter text one mention would already look dense.</summary>
    private const int ShortestText = 100;

    private const double AboutFrom = 0.47;
    private const double TitleWeight = 1.0;
    private const double LeadWeight = 0.45;
    private const double DensityWeight = 0.25;

    public static TopicHit Score(string topicId, TopicTally tally, int titleWords, int bodyWords)
    {
        var perHundred = tally.BodyHits * 100.0 / Math.Max(bodyWords, ShortestText);
        var sum = (TitleWeight * Math.Min(tally.TitleHits, 1)) + (LeadWeight * Math.Min(tally.LeadHits, 2)) + (DensityWeight * perHundred);
        var score = 1 - Math.Exp(-sum);
        return new TopicHit(topicId, score, score >= AboutFrom, tally.Evidence);
    }
}
