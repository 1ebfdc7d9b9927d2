using KzNewsBot.Articles;
using KzNewsBot.Bot.Views;
using KzNewsBot.Data;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Messages;
using KzNewsBot.Text.Quotes;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/search words", and plain words in a private chat: the archive's stories that hold them.</summary>
internal sealed class SearchCommand(NewsDatabase database, StoryReader stories) : IBotCommand
{
    private const int Articles = 30;
    private const int Stories = 10;
    private const int LongestQuery = 200;

    public IReadOnlyList<string> Names { get; } = ["search"];

    public bool ChangesSettings(CommandRequest request) => false;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Arguments.Length == 0)
        {
            return BotReply.Say(RenderedMessage.Of(new StyledTextBuilder().Text(request.Scene.Words.Say(Phrase.SearchHint)).Build()));
        }

        var (found, total) = await FindAsync(request.Arguments, request.Scene.Words.Language, cancellationToken);
        return SearchView.Render(request.Arguments, found, total, request.Scene);
    }

    /// <param name="reader">In whose language a story is quoted, where several of its articles hold as many of the words.</param>
    /// <returns>The closest stories, and how many there are among the closest articles.</returns>
    public Task<(IReadOnlyList<FoundStory> Stories, int Total)> FindAsync(string query, Language reader, CancellationToken cancellationToken)
    {
        var words = DisplayText.Truncate(query, LongestQuery);

        // A lone word or a name may be Russian as well as Kazakh, and is cut to another stem in each.
        Language[] languages = LanguageDetector.Detect(words).Language == Language.Kazakh ? [Language.Kazakh, Language.Russian] : [Language.Russian, Language.Kazakh];
        return database.ReadAsync<(IReadOnlyList<FoundStory>, int)>(
            async (context, token) =>
            {
                var found = new List<long>();
                foreach (var language in languages)
                {
                    found.AddRange(await ArticleSearch.FindAsync(context, words, language, Articles, token));
                }

                var storyOf = await context.Articles
                    .Where(article => found.Contains(article.Id) && article.StoryId != null)
                    .ToDictionaryAsync(article => article.Id, article => article.StoryId ?? 0, token);
                var all = found.Where(storyOf.ContainsKey).Select(id => storyOf[id]).Distinct().ToList();
                var cards = await stories.ReadCardsAsync(context, [.. all.Take(Stories)], token);
                var shown = cards.SelectMany(card => card.Articles).Select(article => article.Id).Intersect(found).ToList();
                var bodies = await context.Articles.Where(article => shown.Contains(article.Id)).ToDictionaryAsync(article => article.Id, article => article.Body, token);
                return ([.. cards.Select(card => new FoundStory(card, SentenceOf(card, found, bodies, words, reader)))], all.Count);
            },
            cancellationToken);
    }

    private static QuoteLine? SentenceOf(StoryCard card, List<long> found, Dictionary<long, string> bodies, string words, Language reader)
    {
        var sentences = from article in card.Articles
                        where bodies.ContainsKey(article.Id)
                        let sentence = FoundSentence.Find(bodies[article.Id], article.Language, words)
                        where sentence is not null
                        orderby sentence.Words descending, article.Language == reader descending, found.IndexOf(article.Id)
                        select new QuoteLine(sentence.Span.In(bodies[article.Id]), article);
        return sentences.FirstOrDefault();
    }
}
