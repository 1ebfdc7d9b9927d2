using KzNewsBot.Articles;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>Why an article of a story has its topics, is in the story and, where that shows its denial, by which words that is one.</summary>
/// <param name="Shown">The article as other views show it.</param>
/// <param name="Nearest">Null for the only article of its story, and where no words are shared.</param>
internal sealed record ArticleReasons(Article Article, StoryArticle Shown, TopicReading Reading, NearestReport? Nearest, string? DenyingWords);

/// <summary>The report of a story that shares most with another, and what they share: as the one has it, as the nearest does.</summary>
internal sealed record NearestReport(Article Article, IReadOnlyList<(string One, string Other)> Shared);

/// <summary>What is behind a story: which words of which article met which rule of a topic, and which it shares with another.</summary>
internal sealed class WhyView(TopicCatalogue catalogue)
{
    private const int MostWords = 3;

    private const int MostShared = 8;

    /// <summary>Characters kept free for the count of the articles that are left out.</summary>
    private const int Reserve = 200;

    /// <param name="articles">As many as there is room for are shown.</param>
    /// <param name="all">Articles of the story.</param>
    /// <param name="forOperator">Also the rules of the topics that the words met, as topics.json has them.</param>
    public RenderedMessage Render(IReadOnlyList<ArticleReasons> articles, int all, ChatScene scene, bool forOperator)
    {
        var words = scene.Words;
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.WhyTitle)).Line().Italic(Legend(articles, words)).Line();
        var shown = 0;
        foreach (var reasons in articles)
        {
            var part = Write(reasons, scene, forOperator);
            if (shown > 0 && text.Length + part.Text.Length > MessageSplitter.TelegramLimit - Reserve)
            {
                break;
            }

            text.Append(part);
            shown++;
        }

        if (shown < all)
        {
            text.Line().Italic(words.Say(Phrase.WhyShown, ("shown", Number(shown, words)), ("all", Number(all, words)))).Line();
        }

        return RenderedMessage.Of(text.Build());
    }

    /// <summary>What the signs mean, as far as the answer has them.</summary>
    private static string Legend(IReadOnlyList<ArticleReasons> articles, Words words) =>
        articles.Any(reasons => !reasons.Article.Pinned && reasons.Nearest is { } nearest && nearest.Shared.Take(MostShared).Any(shared => !IsOneWord(shared)))
            ? $"{words.Say(Phrase.WhyLegend)} {words.Say(Phrase.WhyLegendPairs)}"
            : words.Say(Phrase.WhyLegend);

    private StyledText Write(ArticleReasons reasons, ChatScene scene, bool forOperator)
    {
        var words = scene.Words;
        var (article, shown, reading, nearest, denyingWords) = reasons;
        var text = new StyledTextBuilder().Line().Within(TextStyle.Bold, title => title.Link(article.Title, article.Url)).Line().Text("— ");
        StoryText.Outlet(text, shown, words);
        text.Text($", {StoryText.When(shown, words, scene.Card.TimeZone)}").Line();
        foreach (var hit in reading.Topics)
        {
            var about = words.Say(hit.About ? Phrase.WhyAbout : Phrase.WhyMentions);
            Line(text, $"{catalogue.Find(hit.TopicId)?.Name(words.Language) ?? hit.TopicId} ({about})", article, hit, words, forOperator);
        }

        foreach (var hit in reading.Areas.Where(hit => hit.About))
        {
            Line(text, words.Say(AreaPhrase(hit.TopicId)), article, hit, words, forOperator);
        }

        if (article.Pinned)
        {
            text.Text($"• {words.Say(Phrase.WhyByHand)}").Line();
        }
        else if (nearest is not null)
        {
            var shared = Some([.. nearest.Shared.Select(pair => Pair(pair, words))], MostShared, words);
            text.Text($"• {words.Say(Phrase.WhyOneStory, ("title", StoryText.Quoted(nearest.Article.Title, words)), ("words", shared))}").Line();
        }

        if (denyingWords is not null)
        {
            text.Text($"• {words.Say(Phrase.WhyDenial, ("words", StoryText.Quoted(denyingWords, words)))}").Line();
        }

        return text.Build();
    }

    private static string Number(int number, Words words) => number.ToString(words.Culture);

    /// <summary>The first ones, and how many more there are.</summary>
    private static string Some(List<string> all, int most, Words words)
    {
        var first = string.Join(", ", all.Take(most));
        return all.Count > most ? words.Say(Phrase.WhyMore, ("words", first), ("n", Number(all.Count - most, words))) : first;
    }

    /// <summary>«ҰҚШҰ» = «ОДКБ»: two forms of a word, or two languages' words for one thing.</summary>
    private static string Pair((string One, string Other) shared, Words words) =>
        IsOneWord(shared) ? StoryText.Quoted(shared.One, words) : $"{StoryText.Quoted(shared.One, words)} = {StoryText.Quoted(shared.Other, words)}";

    private static bool IsOneWord((string One, string Other) shared) => shared.One.Equals(shared.Other, StringComparison.OrdinalIgnoreCase);

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

    /// <summary>"• NATO (about it): «NATO», «the alliance»", and for the operator "; rules: NATO, ^alliance".</summary>
    private static void Line(StyledTextBuilder text, string name, Article article, TopicHit hit, Words words, bool forOperator)
    {
        var found = hit.Evidence.Select(evidence => (Word: evidence.Span.In(evidence.Field == ArticleField.Title ? article.Title : article.Body), evidence.Rule))
            .DistinctBy(evidence => evidence.Word, StringComparer.OrdinalIgnoreCase).ToList();
        text.Text($"• {name}: ").Text(found.Count == 0
            ? words.Say(Phrase.WhyLanguage)
            : Some(found.ConvertAll(evidence => StoryText.Quoted(evidence.Word, words)), MostWords, words));
        if (forOperator && found.Count > 0)
        {
            text.Text(words.Say(Phrase.WhyRules, ("rules", string.Join(", ", found.Take(MostWords).Select(evidence => evidence.Rule).Distinct(StringComparer.Ordinal)))));
        }

        text.Line();
    }
}
