using KzNewsBot.Localization;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>One story opened: every quotation, then every report, side by side, and the sides that are silent.</summary>
internal sealed class StoryView(TopicCatalogue catalogue)
{
    private const int MostReports = 12;

    public RenderedMessage Render(StoryCard story, IReadOnlyList<string> silent, ChatScene scene, string topicId, int offset)
    {
        var words = scene.Words;
        var zone = scene.Card.TimeZone;
        var text = new StyledTextBuilder();
        StoryText.Head(text, story, number: null, words, zone);
        StoryText.Quotes(text, story, story.Quotes.Count + 1, words, zone);
        Reports(text, story, words, zone);
        if (silent.Count > 0)
        {
            text.Text(words.Say(Phrase.StorySilent, ("sides", string.Join(" · ", silent.Select(side => StoryText.SideName(side, words)))))).Line();
        }

        var topics = catalogue.Topics.Where(topic => story.Topics.Contains(topic.Id, StringComparer.Ordinal)).Select(topic => topic.Name(words.Language)).ToList();
        text.Line();
        if (topics.Count > 0)
        {
            text.Italic(words.Say(Phrase.StoryTopics, ("topics", string.Join(", ", topics)))).Line();
        }

        text.Text(words.Say(Phrase.StoryWhy, ("command", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/why_{story.Id}"))));

        // A story opened below a digest or a search has no page to lead back to.
        var back = catalogue.Find(topicId) is { } topic
            ? words.Button(Phrase.ButtonBack, CallbackText.TopicPage(topic.Id, offset))
            : words.Button(Phrase.ButtonTopics, CallbackText.Topics);
        return Layout.Message(text, [back]);
    }

    private static void Reports(StyledTextBuilder text, StoryCard story, Words words, string zone)
    {
        text.Line().Bold(words.Say(Phrase.WhoReports)).Line();
        var denying = story.Denials.Select(denial => denial.Quote.Article.Id).ToHashSet();

        // Where not all have room, who denies stands first, and each side's first report before any side's second: no side is left out.
        var shown = StoryText.BySide(story.Articles).SelectMany(side => side.Select((article, turn) => (Article: article, Turn: turn)))
            .OrderBy(report => !denying.Contains(report.Article.Id)).ThenBy(report => report.Turn).Take(MostReports).Select(report => report.Article).ToHashSet();
        var first = story.First();

        // One outlet's reports in several languages, of one moment or of none, would read like one report told twice.
        var alike = shown.GroupBy(Key).Where(group => group.Select(article => article.Language).Distinct().Skip(1).Any()).Select(group => group.Key).ToHashSet();
        foreach (var side in StoryText.BySide(shown.OrderBy(article => article.SortAt).ThenBy(article => article.Id)))
        {
            foreach (var article in side)
            {
                if (side.Key != Sides.Archive)
                {
                    text.Text($"{StoryText.SideName(side.Key, words)}: ");
                }

                StoryText.Outlet(text, article, words);
                text.Text($", {StoryText.When(article, words, zone)}{(alike.Contains(Key(article)) && StoryText.LanguageOf(article.Language, words) is { } language ? $", {language}" : "")}{Marks(article)}{StoryText.Changed(article, words, zone)}").Line();
            }
        }

        if (story.Articles.Count > MostReports)
        {
            text.Italic(words.Count(Phrase.MoreReports, story.Articles.Count - MostReports)).Line();
        }

        string Marks(StoryArticle article)
        {
            List<Phrase> marks = article == first ? [Phrase.StoryFirst] : story.IsCopy(article) ? [Phrase.StoryReprint] : [];
            marks.AddRange(denying.Contains(article.Id) ? [Phrase.StoryDenies] : []);
            return marks.Count > 0 ? $" — {string.Join(", ", marks.Select(mark => words.Say(mark)))}" : "";
        }

        (string? Source, string? Outlet, string When) Key(StoryArticle article) => (article.Source?.Id, article.Outlet, StoryText.When(article, words, zone));
    }
}
