using KzNewsBot.Articles;
using KzNewsBot.Localization;
using KzNewsBot.Sources;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>Why an article of a story has its topics, is in the story and, where that shows its denial, by which words that is one.</summary>
/// <param name="Nearest">Null for the only article of its story, and where no words are shared.</param>
internal sealed record ArticleReasons(Article Article, TopicReading Reading, NearestReport? Nearest, string? DenyingWords);

/// <summary>The report of a story that shares most with another, and what they share: as the one has it, as the nearest does.</summary>
internal sealed record NearestReport(Article Article, IReadOnlyList<(string One, string Other)> Shared);

/// <summary>What is behind a story: which words of which article met which rule of a topic, and which it shares with another.</summary>
internal sealed class WhyView(TopicCatalogue catalogue, SourceRegistry registry)
{
    private const int MostWords = 3;

    private const int MostShared = 8;

    public RenderedMessage Render(IReadOnlyList<ArticleReasons> articles, ChatScene scene)
    {
        var words = scene.Words;
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.WhyTitle)).Line();
        foreach (var (article, reading, nearest, denyingWords) in articles)
        {
            text.Line().Link(article.Title, article.Url).Line();
            text.Text($"— {registry.OutletOf(article)?.NameIn(words.Language) ?? article.Outlet ?? words.Say(Phrase.OutletUnknown)}").Line();
            foreach (var hit in reading.Topics)
            {
                var about = words.Say(hit.About ? Phrase.WhyAbout : Phrase.WhyMentions);
                Line(text, $"{catalogue.Find(hit.TopicId)?.Name(words.Language) ?? hit.TopicId} ({about})", article, hit, words);
            }

            foreach (var hit in reading.Areas.Where(hit => hit.About))
            {
                Line(text, words.Say(AreaPhrase(hit.TopicId)), article, hit, words);
            }

            if (article.Pinned)
            {
                text.Text($"• {words.Say(Phrase.WhyByHand)}").Line();
            }
            else if (nearest is not null)
            {
                text.Text($"• {words.Say(Phrase.WhyOneStory, ("title", nearest.Article.Title), ("words", string.Join(", ", nearest.Shared.Take(MostShared).Select(Pair))))}").Line();
            }

            if (denyingWords is not null)
            {
                text.Text($"• {words.Say(Phrase.WhyDenial, ("words", $"«{denyingWords}»"))}").Line();
            }
        }

        return RenderedMessage.Of(text.Build());
    }

    /// <summary>«ҰҚШҰ» = «ОДКБ»: two languages have two words for one thing.</summary>
    private static string Pair((string One, string Other) shared) =>
        shared.One.Equals(shared.Other, StringComparison.OrdinalIgnoreCase) ? $"«{shared.One}»" : $"«{shared.One}» = «{shared.Other}»";

    public static RenderedMessage Usage(ChatScene scene) => Plain(scene, Phrase.WhyUsage);

    public static RenderedMessage NotListed(string numbers, ChatScene scene) =>
        RenderedMessage.Of(new StyledTextBuilder().Text(scene.Words.Say(Phrase.NumberNotListed, ("numbers", numbers))).Build());

    public static RenderedMessage Gone(ChatScene scene) => Plain(scene, Phrase.StoryGone);

    private static Phrase AreaPhrase(string area) => area switch
    {
        AreaDefinition.Kazakhstan => Phrase.WhyKazakhstan,
        AreaDefinition.Security => Phrase.WhySecurity,
        _ => Phrase.WhyElse,
    };

    private static RenderedMessage Plain(ChatScene scene, Phrase phrase) => RenderedMessage.Of(new StyledTextBuilder().Text(scene.Words.Say(phrase)).Build());

    /// <summary>"• NATO (about): «NATO», «the alliance» — rules: NATO, ^alliance".</summary>
    private static void Line(StyledTextBuilder text, string name, Article article, TopicHit hit, Words words)
    {
        var shown = hit.Evidence.Select(evidence => (Word: evidence.Span.In(evidence.Field == ArticleField.Title ? article.Title : article.Body), evidence.Rule))
            .DistinctBy(evidence => evidence.Word, StringComparer.OrdinalIgnoreCase).Take(MostWords).ToList();
        var reason = shown.Count == 0
            ? words.Say(Phrase.WhyLanguage)
            : words.Say(
                Phrase.WhyWords,
                ("words", string.Join(", ", shown.Select(evidence => $"«{evidence.Word}»"))),
                ("rules", string.Join(", ", shown.Select(evidence => evidence.Rule).Distinct(StringComparer.Ordinal))));
        text.Text($"• {name}: {reason}").Line();
    }
}
