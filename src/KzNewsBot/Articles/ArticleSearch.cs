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

    public static async Task IndexAsync(NewsDbContext context, Article article, CancellationToken cancellationToken)
    {
        var title = SearchText.Normalize(article.Title, article.Language);
        var body = SearchText.Normalize(DisplayText.Cut(article.Body, MostIndexed), article.Language);
        if (context.IsPostgres)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO article_search (article_id, words)
                 VALUES ({article.Id}, setweight(to_tsvector('simple', {title}), 'A') || setweight(to_tsvector('simple', {body}), 'D'))
                 ON CONFLICT (article_id) DO UPDATE SET words = excluded.words
                 """,
                cancellationToken);
            return;
        }

        await context.Database.ExecuteSqlAsync($"DELETE FROM article_search WHERE rowid = {article.Id}", cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO article_search (rowid, title, body) VALUES ({article.Id}, {title}, {body})",
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

    /// <summary>Articles that hold every word of the query, best first.</summary>
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
                 SELECT article_id AS "Value" FROM article_search, plainto_tsquery('simple', {stems}) query
                 WHERE words @@ query ORDER BY ts_rank_cd(words, query) DESC, article_id DESC LIMIT {limit}
                 """).ToListAsync(cancellationToken);
        }

        // Quoted, a word is only a word to FTS5, never an operator.
        var match = string.Join(' ', words.Select(word => $"\"{word}\""));
        return await context.Database.SqlQuery<long>(
            $"""
             SELECT rowid AS "Value" FROM article_search WHERE article_search MATCH {match}
             ORDER BY bm25(article_search, 5.0, 1.0), rowid DESC LIMIT {limit}
             """).ToListAsync(cancellationToken);
    }
}
