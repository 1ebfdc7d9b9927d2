using KzNewsBot.Data;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;
using KzNewsBot.Text.Normalization;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Articles;

/// <summary>
/// Full-text search over stems we make ourselves, so that both databases answer alike: SQLite's FTS5 folds no
/// Cyrillic and PostgreSQL knows no Kazakh. The words shown always come from the article itself.
/// </summary>
internal static class ArticleSearch
{
    /// <summary>Characters of a body that can be found: PostgreSQL refuses a tsvector past a megabyte.</summary>
    private const int MostIndexed = 200_000;

    /// <summary>Newest articles that hold the words, of which the best are told: a word that all hold would else have the archive ranked.</summary>
    private const int MostRanked = 2_000;

    public static IndexedWords WordsOf(long articleId, string title, string body, Language language) =>
        new(articleId, SearchText.Normalize(title, language), SearchText.Normalize(DisplayText.Cut(body, MostIndexed), language));

    public static Task IndexAsync(NewsDbContext context, Article article, CancellationToken cancellationToken) =>
        IndexAsync(context, WordsOf(article.Id, article.Title, article.Body, article.Language), cancellationToken);

    public static async Task IndexAsync(NewsDbContext context, IndexedWords words, CancellationToken cancellationToken)
    {
        var (articleId, title, body) = words;
        if (context.IsPostgres)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO article_search (article_id, words)
                 VALUES ({articleId}, setweight(to_tsvector('simple', {title}), 'A') || setweight(to_tsvector('simple', {body}), 'D'))
                 ON CONFLICT (article_id) DO UPDATE SET words = excluded.words
                 """,
                cancellationToken);
            return;
        }

        await context.Database.ExecuteSqlAsync($"DELETE FROM article_search WHERE rowid = {articleId}", cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO article_search (rowid, title, body) VALUES ({articleId}, {title}, {body})",
            cancellationToken);
    }

    public static async Task RemoveAsync(NewsDbContext context, IReadOnlyList<long> articleIds, CancellationToken cancellationToken)
    {
        foreach (var id in articleIds)
        {
            await (context.IsPostgres
                ? context.Database.ExecuteSqlAsync($"DELETE FROM article_search WHERE article_id = {id}", cancellationToken)
                : context.Database.ExecuteSqlAsync($"DELETE FROM article_search WHERE rowid = {id}", cancellationToken));
        }
    }

    /// <summary>Of the newest articles that hold every word of the query the best, best first.</summary>
    public static async Task<IReadOnlyList<long>> FindAsync(
        NewsDbContext context,
        string query,
        Language language,
        int limit,
        CancellationToken cancellationToken)
    {
        var words = SearchText.NormalizeQuery(query, language).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [];
        }

        if (context.IsPostgres)
        {
            var stems = string.Join(' ', words);
            return await context.Database.SqlQuery<long>(
                $"""
                 SELECT article_id AS "Value" FROM (
                     SELECT article_id, words, query FROM article_search, plainto_tsquery('simple', {stems}) query
                     WHERE words @@ query ORDER BY article_id DESC LIMIT {MostRanked}) newest
                 ORDER BY ts_rank_cd(words, query) DESC, article_id DESC LIMIT {limit}
                 """).ToListAsync(cancellationToken);
        }

        // Quoted, a word is only a word to FTS5, never an operator. Only where it looks for words can it rank them, so that the
        // newest come in as a bound.
        var match = string.Join(' ', words.Select(word => $"\"{word}\""));
        return await context.Database.SqlQuery<long>(
            $"""
             SELECT rowid AS "Value" FROM article_search WHERE article_search MATCH {match} AND rowid >=
                 (SELECT MIN(rowid) FROM (SELECT rowid FROM article_search WHERE article_search MATCH {match} ORDER BY rowid DESC LIMIT {MostRanked}))
             ORDER BY bm25(article_search, 5.0, 1.0), rowid DESC LIMIT {limit}
             """).ToListAsync(cancellationToken);
    }
}

/// <summary>An article's words as they are indexed.</summary>
internal sealed record IndexedWords(long ArticleId, string Title, string Body);
