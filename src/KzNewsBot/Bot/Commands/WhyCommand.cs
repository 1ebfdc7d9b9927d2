using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Bot.Views;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Operations;
using KzNewsBot.Stories;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Similarity;
using KzNewsBot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Bot.Commands;

/// <summary>
/// "/why 2" for the second story of the list the chat looks at, "/why #12" or "/why_12" for story 12: by which words its
/// articles got their topics, which they share, and by which its denial is one.
/// </summary>
internal sealed class WhyCommand(NewsDatabase database, TopicMatcher matcher, ShownStories shown, StoryReader stories, WhyView view, IOptions<OperatorOptions> operators) : IBotCommand
{
    public const string Name = "why";

    private const int MostArticles = 3;

    public IReadOnlyList<string> Names { get; } = [Name];

    public bool ChangesSettings(CommandRequest request) => false;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (StoryOf(request) is not { } storyId)
        {
            return BotReply.Say(request.Arguments is [_, ..] digits && digits.All(char.IsAsciiDigit) && shown.NumbersOf(request.Scene.Address) is { } numbers
                ? WhyView.NotListed(numbers, request.Scene)
                : WhyView.Usage(request.Scene));
        }

        // Matched anew: what is stored says neither the words nor the topics that are only mentioned.
        var (chosen, all, denials) = await database.ReadAsync(
            async (context, token) =>
            {
                var home = await StoryReader.WhereNowAsync(context, storyId, token);
                var all = await context.Articles.Where(article => article.StoryId == home)
                    .OrderByDescending(article => context.Stories.Any(story => story.LeadArticleId == article.Id)).ThenBy(article => article.SortAt).ThenBy(article => article.Id)
                    .ToListAsync(token);
                var ids = all.ConvertAll(article => article.Id);
                var topics = await context.ArticleTopics.Where(topic => ids.Contains(topic.ArticleId)).ToListAsync(token);
                var denials = await context.StoryDenials.Where(denial => denial.StoryId == home && ids.Contains(denial.ArticleId)).ToListAsync(token);
                var chosen = Choose(ids, topics).Union(denials.Select(denial => denial.ArticleId)).ToHashSet();
                return (chosen, all, denials);
            },
            cancellationToken);
        if (all.Count == 0)
        {
            return BotReply.Say(WhyView.Gone(request.Scene));
        }

        var reports = all.ConvertAll(article => (Article: article, Terms: new ReportTerms(article.Title, article.Body, article.Language)));
        return BotReply.Say(view.Render(
            [.. reports.Where(report => chosen.Contains(report.Article.Id)).Select(report => Explain(report, reports, denials))],
            all.Count,
            request.Scene,
            operators.Value.Chats.Contains(request.Scene.Address.ChatId)));
    }

    private ArticleReasons Explain((Article Article, ReportTerms Terms) report, List<(Article Article, ReportTerms Terms)> all, List<StoryDenial> denials)
    {
        var article = report.Article;
        var nearest = all.Where(other => other.Article.Id != article.Id).Select(other => new NearestReport(other.Article, SharedWords.Of(report.Terms, other.Terms)))
            .Where(other => other.Shared.Count > 0).MaxBy(other => other.Shared.Count);
        var denial = denials.Find(denial => denial.ArticleId == article.Id);
        return new ArticleReasons(article, stories.ToShown(article), matcher.Match(article.Title, article.Body, article.Language), nearest, denial is null ? null : DenialFinder.WordsOf(denial, article));
    }

    /// <summary>The first few, and for each topic that none of them has the one which most has it: the story is listed under that too.</summary>
    private static List<long> Choose(List<long> ids, List<ArticleTopic> topics)
    {
        var chosen = ids.Take(MostArticles).ToList();
        foreach (var ofTopic in topics.GroupBy(topic => topic.TopicId, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (!ofTopic.Any(topic => chosen.Contains(topic.ArticleId)))
            {
                chosen.Add(ofTopic.OrderByDescending(topic => topic.Score).ThenBy(topic => ids.IndexOf(topic.ArticleId)).First().ArticleId);
            }
        }

        return chosen;
    }

    /// <summary>A number that the list lacks is nobody's: the story with that number of its own is another one.</summary>
    private long? StoryOf(CommandRequest request) =>
        shown.Find(request.Scene.Address, request.Arguments) is { } button ? CallbackText.StoryOf(button)
        : request.Arguments is ['#' or '№', .. var own] && long.TryParse(own.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
