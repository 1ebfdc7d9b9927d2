namespace KzNewsBot.Text.Similarity;

/// <param name="StoryId">The story it belongs to; ignored while a story is looked for.</param>
/// <param name="Host">The outlet's host, null when unknown.</param>
internal sealed record StoryDocument(
    long ArticleId,
    long StoryId,
    string Title,
    string Body,
    Language Language,
    DateTimeOffset When,
    string? Host);

internal readonly record struct StoryMatch(long StoryId, double Similarity);
