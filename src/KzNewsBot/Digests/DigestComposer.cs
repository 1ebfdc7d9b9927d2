using System.Globalization;
using KzNewsBot.Delivery;
using KzNewsBot.Feeds;
using KzNewsBot.Localization;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Digests;

/// <summary>A digest's messages, and the stories they tell.</summary>
internal sealed record ComposedDigest(IReadOnlyList<RenderedMessage> Messages, IReadOnlyList<StoryCard> Stories, IReadOnlyList<Telling> Told);

/// <summary>Writes the issue of the stories that were chosen for it.</summary>
internal sealed class DigestComposer(
    DigestChooser chooser,
    StoryReader stories,
    SpikeReader spikes,
    SourceHealth health,
    TopicCatalogue catalogue,
    PhraseBook phrases,
    IOptions<DigestOptions> options,
    TimeProvider clock)
{
    private const int NumbersInRow = 6;

    public async Task<ComposedDigest> ComposeAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        var topics = catalogue.Topics.Where(topic => request.Topics.Contains(topic.Id, StringComparer.Ordinal)).ToList();
        var corrected = (await stories.ReadAsync(request.Corrections, cancellationToken)).Where(story => story.IsDenied).ToList();
        var choice = await chooser.ChooseAsync(topics, [.. corrected.Select(story => story.Id), .. request.Told], request, cancellationToken);
        var words = phrases.In(request.Language);
        var text = new StyledTextBuilder();
        Header(text, topics, request, words);
        var told = Corrected(text, corrected, topics, request, words);

        // A day of the past is printed as it was: what is unusual now is no part of it, nor who answers now.
        var unusual = request.Window is StoryWindow.Published ? Spikes.None : await spikes.ReadAsync(cancellationToken);
        Body(text, topics, choice, told, unusual, request, words);
        Unusual(text, unusual, words);
        Footer(text, corrected.Count + choice.Cards.Count, corrected.Count + choice.Found, request, await ReadLookoutAsync(request, cancellationToken), words);
        IReadOnlyList<StoryCard> all = [.. corrected, .. choice.Cards];
        return new ComposedDigest(ToMessages(text.Build(), told, topics, words), all, Corrections.Tell(all, request.Language, options.Value.QuotesPerStory));
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
        DigestChoice choice,
        List<(StoryCard Story, string TopicId)> told,
        Spikes unusual,
        DigestRequest request,
        Words words)
    {
        foreach (var topic in topics)
        {
            var ofTopic = choice.Shown.Where(story => story.TopicId == topic.Id)
                .Select(story => choice.Cards.FirstOrDefault(card => card.Id == story.StoryId)).OfType<StoryCard>().ToList();
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

    /// <param name="Unheard">No outlet has answered since the last digest.</param>
    private sealed record Lookout(AnswerCount Answers, bool Unheard)
    {
        public static readonly Lookout OfPast = new(new AnswerCount(0, 0, Asked: false), Unheard: false);
    }
}
