using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Bot.Views;
using KzNewsBot.Data;
using KzNewsBot.Text.Classification;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/why 12" or "/why_12": by which words the articles of a story got their topics.</summary>
internal sealed class WhyCommand(NewsDatabase database, TopicMatcher matcher, WhyView view) : IBotCommand
{
    private const int MostArticles = 3;

    public IReadOnlyList<string> Names { get; } = ["why"];

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!long.TryParse(request.Arguments.TrimStart('#', '№'), NumberStyles.None, CultureInfo.InvariantCulture, out var storyId))
        {
            return BotReply.Say(WhyView.Usage(request.Scene));
        }

        // Matched anew: what is stored is only the strongest word of each topic.
        var articles = await database.ReadAsync(
            (context, token) => context.Articles.Where(article => article.StoryId == storyId)
                .OrderByDescending(article => context.Stories.Any(story => story.LeadArticleId == article.Id)).ThenBy(article => article.SortAt).ThenBy(article => article.Id)
                .Take(MostArticles).ToListAsync(token),
            cancellationToken);
        return articles.Count == 0
            ? BotReply.Say(WhyView.Gone(request.Scene))
            : BotReply.Say(view.Render([.. articles.Select(article => (article, matcher.Match(article.Title, article.Body, article.Language)))], request.Scene));
    }
}
