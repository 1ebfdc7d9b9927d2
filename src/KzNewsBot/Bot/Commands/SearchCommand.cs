using KzNewsBot.Articles;
using KzNewsBot.Bot.Views;
using KzNewsBot.Data;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Messages;
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

        var (stories, total) = await FindAsync(request.Arguments, cancellationToken);
        return SearchView.Render(request.Arguments, stories, total, request.Scene);
    }

    /// <returns>The closest stories, and how many there are among the closest articles.</returns>
    public async Task<(IReadOnlyList<StoryCard> Stories, int Total)> FindAsync(string query, CancellationToken cancellationToken)
    {
        var words = DisplayText.Truncate(query, LongestQuery);

        // A lone word or a name may be Russian as well as Kazakh, and is cut to another stem in each.
        Language[] languages = LanguageDetector.Detect(words).Language == Language.Kazakh ? [Language.Kazakh, Language.Russian] : [Language.Russian, Language.Kazakh];
        var ids = await database.ReadAsync(
            async (context, token) =>
            {
                var articles = new List<long>();
                foreach (var language in languages)
                {
                    articles.AddRange(await ArticleSearch.FindAsync(context, words, language, Articles, token));
                }

                var storyOf = await context.Articles
                    .Where(article => articles.Contains(article.Id) && article.StoryId != null)
                    .ToDictionaryAsync(article => article.Id, article => article.StoryId ?? 0, token);
                return articles.Where(storyOf.ContainsKey).Select(id => storyOf[id]).Distinct().ToList();
            },
            cancellationToken);
        return (await stories.ReadAsync([.. ids.Take(Stories)], cancellationToken), ids.Count);
    }
}
