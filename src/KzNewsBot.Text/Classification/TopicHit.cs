namespace KzNewsBot.Text.Classification;

internal enum ArticleField
{
    Title,
    Body,
}

/// <summary>Why an article got a topic: the rule that hit and where.</summary>
internal sealed record TopicEvidence(ArticleField Field, TextSpan Span, string Rule);

/// <summary>What an article speaks of: topics by score, and the areas it lies in.</summary>
internal sealed record TopicReading(IReadOnlyList<TopicHit> Topics, IReadOnlyList<TopicHit> Areas)
{
    public bool LiesIn(string area) => Areas.Any(hit => hit.About && hit.TopicId.Equals(area, StringComparison.Ordinal));
}

/// <param name="Score">0 to 1, growing with place, frequency and headline.</param>
/// <param name="About">True when the article is about the topic, false when it only mentions it.</param>
internal sealed record TopicHit(string TopicId, double Score, bool About, IReadOnlyList<TopicEvidence> Evidence);
