namespace KzNewsBot.Text.Similarity;

/// <param name="StoryId">The story it belongs to; ignored while a story is looked for.</param>
/// <param name="Host">The outlet's host, null when unknown.</param>
internal sealed record StoryDocument(
    long ArticleId,
    long StoryId,
    string Title,
    string Body,
    Language Language,
    StoryMoment When,
    string? Host)
{
    /// <summary>
    /// Whether its terms count in the frequencies: those of our topics, so that in a stream of all news the words that
    /// every one of them has stay common words.
    /// </summary>
    public bool OnTopic { get; init; } = true;
}

/// <summary>When an article was published, as far as that is known.</summary>
/// <param name="Unsure">It may as well have been so much earlier or later.</param>
internal readonly record struct StoryMoment(DateTimeOffset At, TimeSpan Unsure)
{
    /// <summary>The day at least is known.</summary>
    public bool IsDay => Unsure <= TimeSpan.FromHours(12);

    public static implicit operator StoryMoment(DateTimeOffset at) => new(at, TimeSpan.Zero);

    /// <summary>The least time that lies between the two; zero when they may be one moment.</summary>
    public TimeSpan Until(StoryMoment other)
    {
        var gap = (At - other.At).Duration() - Unsure - other.Unsure;
        return gap > TimeSpan.Zero ? gap : TimeSpan.Zero;
    }
}

/// <param name="Likeness">See <see cref="StoryLikeness"/>.</param>
/// <param name="Articles">How many the story holds.</param>
internal readonly record struct StoryMatch(long StoryId, double Likeness, int Articles);
