using System.Globalization;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Feeds;
using KzNewsBot.Localization;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

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

/// <summary>A digest's messages, and the stories they tell.</summary>
internal sealed record ComposedDigest(IReadOnlyList<RenderedMessage> Messages, IReadOnlyList<StoryCard> Stories, IReadOnlyList<Telling> Told);

/// <summary>Picks a window's stories by topic and writes the issue.</summary>
internal sealed class DigestComposer(
    NewsDatabase database,
    StoryReader stories,
    SpikeReader spikes,
    SourceHealth health,
    TopicCatalogue catalogue,
    PhraseBook phrases,
    IOptions<DigestOptions> options,
    TimeProvider clock)
{
    /// <summary>The first digest tells the latest of each topic, not the whole archive.</summary>
    private const int LatestPerTopic = 3;

    private const int NumbersInRow = 6;

    /// <summary>An operator does not merge stories faster.</summary>
    private const int MostAttempts = 3;

    public async Task<ComposedDigest> ComposeAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        var topics = catalogue.Topics.Where(topic => request.Topics.Contains(topic.Id, StringComparer.Ordinal)).ToList();
        var corrected = (await stories.ReadAsync(request.Corrections, cancellationToken)).Where(story => story.IsDenied).ToList();
        var (picked, shown, cards) = await ChooseAsync(topics, [.. corrected.Select(story => story.Id), .. request.Told], request, cancellationToken);
        var words = phrases.In(request.Language);
        var text = new StyledTextBuilder();
        Header(text, topics, request, words);
        var told = Corrected(text, corrected, topics, request, words);

        // A day of the past is printed as it was: what is unusual now is no part of it, nor who answers now.
        var unusual = request.Window is StoryWindow.Published ? Spikes.None : await spikes.ReadAsync(cancellationToken);
        Body(text, topics, shown, cards, told, unusual, request, words);
        Unusual(text, unusual, words);
        Footer(text, corrected.Count + cards.Count, corrected.Count + picked.Count, request, await ReadLookoutAsync(request, cancellationToken), words);
        IReadOnlyList<StoryCard> all = [.. corrected, .. cards];
        return new ComposedDigest(ToMessages(text.Build(), told, topics, words), all, Corrections.Tell(all, request.Language, options.Value.QuotesPerStory));
    }

    /// <summary>One that became a part of another while they were read is told as that one, which counts as news of this window and of no later one.</summary>
    private async Task<Choice> ChooseAsync(List<TopicDefinition> topics, IReadOnlyList<long> taken, DigestRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var picked = await PickAsync(topics, [.. taken], request, cancellationToken);
            var shown = picked.Take(options.Value.MaxStories).ToList();
            var cards = await stories.ReadAsync([.. shown.Select(pick => pick.Story.StoryId)], cancellationToken);
            if (cards.Count == shown.Count || attempt == MostAttempts)
            {
                return new Choice(picked, shown, cards);
            }
        }
    }

    private async Task<List<Pick>> PickAsync(List<TopicDefinition> topics, HashSet<long> taken, DigestRequest request, CancellationToken cancellationToken)
    {
        var picked = new List<Pick>();
        foreach (var topic in topics)
        {
            var candidates = await database.ReadAsync((context, token) => CandidatesAsync(context, topic.Id, request, clock.GetUtcNow(), token), cancellationToken);
            picked.AddRange(candidates.Where(candidate => taken.Add(candidate.StoryId)).Select((candidate, rank) => new Pick(candidate, rank)));
        }

        // News before our archive, each topic's first story before any topic's second, and of these what concerns Kazakhstan, then what most outlets tell; within
        // the digest they stand by topic again.
        return [.. picked.OrderBy(pick => pick.Story.Starter).ThenBy(pick => pick.Rank).ThenByDescending(pick => pick.Story.ConcernsKazakhstan).ThenByDescending(pick => pick.Story.Origins)];
    }

    /// <summary>What concerns Kazakhstan comes first, then what the reader can read in the own language, then what most outlets tell; the starter archive is last.</summary>
    private static async Task<IEnumerable<StoryTopic>> CandidatesAsync(NewsDbContext context, string topicId, DigestRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = request.Language.Alone();
        var window = request.WindowOf(topicId);
        var latest = window as StoryWindow.Latest;
        var (after, upTo) = (latest?.After, latest?.UpTo);
        var ofTopic = context.StoryTopics.Where(topic => topic.TopicId == topicId && (after == null || topic.Sequence > after) && (upTo == null || topic.Sequence <= upTo));
        var ofWindow = window switch
        {
            StoryWindow.News news => ofTopic.Where(topic => topic.Sequence > news.After && topic.Sequence <= news.UpTo),
            StoryWindow.Published published => ofTopic.Where(topic => context.Articles.Any(article => article.StoryId == topic.StoryId && article.SortAt >= published.From && article.SortAt < published.To)),
            _ => StoryReader.Latest(ofTopic, request.Language, now).Take(LatestPerTopic),
        };
        return (await ofWindow.ToListAsync(cancellationToken))
            .OrderBy(topic => topic.Starter)
            .ThenByDescending(topic => topic.ConcernsKazakhstan)
            .ThenByDescending(topic => topic.Languages.HasFlag(own))
            .ThenByDescending(topic => topic.Origins)
            .ThenByDescending(topic => topic.Score)
            .ThenByDescending(topic => topic.StoryId);
    }

    private static void Header(StyledTextBuilder text, List<TopicDefinition> topics, DigestRequest request, Words words)
    {
        text.Bold(words.Say(Phrase.DigestTitle, ("day", words.Long(request.Day)))).Line();
        text.Italic(string.Join(" · ", topics.Select(topic => topic.Name(request.Language)))).Line();
        if (request.Late)
        {
            text.Italic(words.Say(Phrase.DigestLate)).Line();
        }

        text.Line();
    }

    /// <returns>The stories in the order of their numbers, each with a topic of the digest, or none, to which it leads back.</returns>
    private List<(StoryCard Story, string TopicId)> Corrected(StyledTextBuilder text, List<StoryCard> corrected, List<TopicDefinition> topics, DigestRequest request, Words words)
    {
        var told = new List<(StoryCard Story, string TopicId)>();
        if (corrected.Count > 0)
        {
            text.Italic(words.Say(corrected.Count == 1 ? Phrase.CorrectionTitle : Phrase.CorrectionsTitle)).Line();
        }

        foreach (var story in corrected)
        {
            told.Add((story, topics.Find(topic => story.Topics.Contains(topic.Id, StringComparer.Ordinal))?.Id ?? ""));
            StoryText.Head(text, story, told.Count, words, request.Zone);
            StoryText.Quotes(text, story, options.Value.QuotesPerStory, words, request.Zone);
            text.Line();
        }

        return told;
    }

    /// <summary>A topic's name stands on the line before its first story: a part of the digest ends at a blank line, and so never with a name alone.</summary>
    /// <param name="told">The stories in the order of their numbers, each with the topic it stands under; those of the body are added.</param>
    private void Body(
        StyledTextBuilder text,
        List<TopicDefinition> topics,
        List<Pick> picked,
        IReadOnlyList<StoryCard> cards,
        List<(StoryCard Story, string TopicId)> told,
        Spikes unusual,
        DigestRequest request,
        Words words)
    {
        foreach (var topic in topics)
        {
            var ofTopic = picked.Where(pick => pick.Story.TopicId == topic.Id)
                .Select(pick => cards.FirstOrDefault(card => card.Id == pick.Story.StoryId)).OfType<StoryCard>().ToList();
            if (ofTopic.Count == 0)
            {
                continue;
            }

            // The header has just named a digest's only topic.
            if (topics.Count > 1)
            {
                text.Bold(topic.Name(request.Language)).Line();
            }

            if (unusual.Topics.GetValueOrDefault(topic.Id) is { } spike)
            {
                text.Text(StoryText.SpikeOf(spike, words)).Line();
            }

            foreach (var story in ofTopic)
            {
                told.Add((story, topic.Id));
                StoryText.Head(text, story, told.Count, words, request.Zone, request.Updated.Contains(story.Id));
                StoryText.Quotes(text, story, options.Value.QuotesPerStory, words, request.Zone);
                text.Line();
            }
        }
    }

    private static void Unusual(StyledTextBuilder text, Spikes unusual, Words words)
    {
        foreach (var side in Sides.All.Where(unusual.Sides.ContainsKey))
        {
            text.Text(StoryText.SpikeOf(side, unusual.Sides[side], words)).Line();
        }
    }

    private async Task<Lookout> ReadLookoutAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        if (request.Window is StoryWindow.Published { To: var end } && end <= clock.GetUtcNow())
        {
            return Lookout.OfPast;
        }

        var answers = await health.CountAnswersAsync(cancellationToken);
        return new Lookout(answers, answers.Asked && request.Since is { } since && !await health.HasAnyAnsweredAsync(since, cancellationToken));
    }

    /// <summary>That there is no news is never said of a time in which nobody was heard.</summary>
    private static void Footer(StyledTextBuilder text, int shown, int found, DigestRequest request, Lookout lookout, Words words)
    {
        var answers = lookout.Answers;
        if (answers.Nobody)
        {
            LeftOut(text, found - shown, words);
            text.Italic(words.Say(Phrase.DigestNobodyAnswered, ("expected", $"{answers.Expected}"))).Line();
            return;
        }

        if (found == 0 && lookout.Unheard)
        {
            text.Italic(words.Say(Phrase.DigestUnheard)).Line();
            return;
        }

        if (found == 0)
        {
            text.Text(words.Say(request.Window is StoryWindow.News or StoryWindow.Latest { After: not null } ? Phrase.DigestEmpty : Phrase.DigestNone)).Line().Line();
        }

        LeftOut(text, found - shown, words);
        if (answers.Answered > 0)
        {
            text.Italic(words.Say(Phrase.DigestAnswered, ("answered", $"{answers.Answered}"), ("expected", $"{answers.Expected}"))).Line();
        }
    }

    private static void LeftOut(StyledTextBuilder text, int count, Words words)
    {
        if (count > 0)
        {
            text.Italic(words.Count(Phrase.DigestLeftOut, count)).Line();
        }
    }

    /// <summary>The buttons stand under the last part, where the reader ends.</summary>
    private static List<RenderedMessage> ToMessages(StyledText text, List<(StoryCard Story, string TopicId)> told, List<TopicDefinition> topics, Words words)
    {
        var parts = MessageSplitter.Split(text, MessageSplitter.TelegramLimit);
        var numbers = told.Select((shown, place) => new MessageButton(string.Create(CultureInfo.InvariantCulture, $"{place + 1}"), CallbackText.OpenStory(shown.Story.Id, shown.TopicId))).Chunk(NumbersInRow);
        var buttons = topics.Select(topic => new MessageButton(topic.Name(words.Language), CallbackText.OpenTopic(topic.Id))).Chunk(3);
        IReadOnlyList<IReadOnlyList<MessageButton>> keyboard =
            [.. numbers, .. buttons, [new MessageButton(words.Say(Phrase.ButtonSettings), CallbackText.OpenSettings)]];
        return [.. parts.Select((part, place) => place == parts.Count - 1 ? new RenderedMessage(part, keyboard) : RenderedMessage.Of(part))];
    }

    private sealed record Pick(StoryTopic Story, int Rank);

    /// <param name="Shown">The first of the picked.</param>
    /// <param name="Cards">Of the shown.</param>
    private sealed record Choice(List<Pick> Picked, List<Pick> Shown, IReadOnlyList<StoryCard> Cards);

    /// <param name="Unheard">No outlet has answered since the last digest.</param>
    private sealed record Lookout(AnswerCount Answers, bool Unheard)
    {
        public static readonly Lookout OfPast = new(new AnswerCount(0, 0, Asked: false), Unheard: false);
    }
}
