using System.Globalization;
using KzNewsBot.Stories;
using KzNewsBot.Text;

namespace KzNewsBot.Digests;

/// <summary>Which stories a digest may tell.</summary>
internal abstract record StoryWindow
{
    private StoryWindow()
    {
    }

    /// <summary>What joined after the last digest; see <see cref="Story.Sequence"/>.</summary>
    public sealed record News(long After, long UpTo) : StoryWindow;

    /// <summary>The latest of each topic, for a first digest.</summary>
    /// <param name="After">After a long pause: only what joined after the last digest.</param>
    /// <param name="UpTo">What joins later is the next digest's; null where none follows.</param>
    public sealed record Latest(long? After = null, long? UpTo = null) : StoryWindow;

    /// <summary>What was published in [From, To).</summary>
    public sealed record Published(DateTimeOffset From, DateTimeOffset To) : StoryWindow;
}

/// <summary>What a digest is made from. Two subscribers with equal requests share one edition.</summary>
/// <param name="Day">The local date in the header.</param>
/// <param name="Late">True when the promised moment passed long ago: the header says so.</param>
internal sealed record DigestRequest(IReadOnlyList<string> Topics, DateOnly Day, StoryWindow Window, Language Language, string Zone, bool Late)
{
    /// <summary>Stories told before, whose denial the reader has not seen: they stand first, whatever their topic.</summary>
    public IReadOnlyList<long> Corrections { get; init; } = [];

    /// <summary>Stories that another message has told since the window began.</summary>
    public IReadOnlyList<long> Told { get; init; } = [];

    /// <summary>Stories that the reader was told before, and of which there is more now: they are marked.</summary>
    public IReadOnlyList<long> Updated { get; init; } = [];

    /// <summary>Topics with a window of their own.</summary>
    public IReadOnlyList<HandedTopic> Handed { get; init; } = [];

    /// <summary>When the last digest was made: that there is no news since is said only if anybody was heard since. Null without one.</summary>
    public DateTimeOffset? Since { get; init; }

    public string CacheKey => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(',', Topics)}|{Day:O}|{Window}|{Language}|{Zone}|{Late}|{string.Join(',', Corrections)}|{string.Join(',', Told)}|{string.Join(',', Updated)}|{string.Join(',', Handed)}|{Since:O}");

    public StoryWindow WindowOf(string topicId) => Handed.FirstOrDefault(topic => topic.TopicId == topicId)?.Window ?? Window;
}
