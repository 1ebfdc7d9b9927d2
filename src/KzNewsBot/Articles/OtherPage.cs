using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Text;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Languages;
using KzNewsBot.Text.Quotes;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Articles;

/// <summary>
/// A page that shows something else than what its road announced, under the status of success: the list to which all leads that
/// is gone, a notice, a page of the day. Outlets rewrite and translate their headlines, so words alone don't tell: it must stand at
/// another address too, by its own account.
/// </summary>
internal static class OtherPage
{
    /// <summary>Fewer may name a rubric, or be turned otherwise in the text.</summary>
    private const int FewestWords = 3;

    public static bool Is(ExtractedArticle article, Entry entry, Uri shownAt)
    {
        if (entry.Title.Length == 0 || entry.Url is not { } url || article.CanonicalUrl == url)
        {
            return false;
        }

        var asked = new Uri(url);
        return (HostKey.Of(shownAt) == HostKey.Of(asked) && CanonicalAddress.IsListAbove(shownAt, asked) && WordShare.Of(entry.Title, article.Title, article.Language) == 0)
            || (article.Language != Language.Other && LanguageDetector.Detect(entry.Title).Or(entry.Language) == article.Language && SharesNoWord(article, entry.Title));
    }

    private static bool SharesNoWord(ExtractedArticle article, string title)
    {
        var words = ContentStems.Of(title, article.Language).ToHashSet(StringComparer.Ordinal);
        return words.Count >= FewestWords && !ContentStems.Of($"{article.Title}\n{article.Body}", article.Language).Any(words.Contains);
    }
}
