namespace KzNewsBot.Text.Classification;

internal enum ArticleField
{
    Title,
    Body,
}

/// <summary>Why an article got a topic: the rule that hit and where.</summary>
internal sealed record TopicEvidence(ArticleField Field, TextSpan Span, string Rule);

/// <param name="Score">0 to 1, growing with place, frequency and headline.</param>
/// <param name="About">True when the article is about the topic, false when it only mentions it.</param>
internal sealed record TopicHit(string TopicId, double Score, bool About, IReadOnlyList<TopicEvidence> Evidence);
