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

    /// <summary>Where no more hold the words, PostgreSQL puts them in order; where more do, it soon meets enough of them from the newest on.</summary>
    private const int MostSorted = 50_000;

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

        // Quoted, a word is only a word to FTS5, never an operator.
        return await (context.IsPostgres
            ? FindOnPostgresAsync(context, string.Join(' ', words), limit, cancellationToken)
            : FindOnSqliteAsync(context, string.Join(' ', words.Select(word => $"\"{word}\"")), limit, cancellationToken));
    }

    private static async Task<List<long>> FindOnPostgresAsync(NewsDbContext context, string stems, int limit, CancellationToken cancellationToken)
    {
        var newest = await NewestOnPostgresAsync(context, stems, cancellationToken);
        return await context.Database.SqlQuery<long>(
            $"""
             SELECT article_id AS "Value" FROM article_search, plainto_tsquery('simple', {stems}) query
             WHERE article_id = ANY({newest}) ORDER BY ts_rank_cd(words, query) DESC, article_id DESC LIMIT {limit}
             """).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// The planner knows how common each word is and not how often they come together: for a rare pair of common words it reads
    /// the whole table, from its end or in the order of the articles. So it is made to ask the index of words first.
    /// </summary>
    private static async Task<List<long>> NewestOnPostgresAsync(NewsDbContext context, string stems, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off", cancellationToken);
        var found = await context.Database.SqlQuery<long>(
            $"""SELECT article_id AS "Value" FROM article_search WHERE words @@ plainto_tsquery('simple', {stems}) LIMIT {MostSorted + 1}""").ToListAsync(cancellationToken);
        if (found.Count <= MostRanked)
        {
            return found;
        }

        await context.Database.ExecuteSqlAsync($"SET LOCAL enable_indexscan = on", cancellationToken);
        if (found.Count <= MostSorted)
        {
            return await context.Articles.Where(article => found.Contains(article.Id)).OrderByDescending(article => article.SortAt).Take(MostRanked).Select(article => article.Id).ToListAsync(cancellationToken);
        }

        await context.Database.ExecuteSqlAsync($"SET LOCAL enable_sort = off", cancellationToken);
        return await context.Database.SqlQuery<long>(
            $"""
             SELECT "Id" AS "Value" FROM "Articles" JOIN article_search ON article_id = "Id"
             WHERE words @@ plainto_tsquery('simple', {stems}) ORDER BY "SortAt" DESC LIMIT {MostRanked}
             """).ToListAsync(cancellationToken);
    }

    private static async Task<List<long>> FindOnSqliteAsync(NewsDbContext context, string match, int limit, CancellationToken cancellationToken)
    {
        var found = await context.Database.SqlQuery<long>(
            $"""SELECT COUNT(*) AS "Value" FROM (SELECT 1 FROM article_search WHERE article_search MATCH {match} LIMIT {MostRanked + 1})""").SingleAsync(cancellationToken);
        if (found <= MostRanked)
        {
            return await context.Database.SqlQuery<long>(
                $"""SELECT rowid AS "Value" FROM article_search WHERE article_search MATCH {match} ORDER BY bm25(article_search, 5.0, 1.0), rowid DESC LIMIT {limit}""").ToListAsync(cancellationToken);
        }

        // Only where it looks for words can FTS5 rank them: with the plus sign the newest are no other way to its rows. Their times
        // are read from an index: in an article's row they stand behind its text.
        return await context.Database.SqlQuery<long>(
            $"""
             WITH newest AS MATERIALIZED (
                 SELECT "Id" FROM "Articles" INDEXED BY "IX_Articles_SortAt"
                 WHERE "Id" IN (SELECT rowid FROM article_search WHERE article_search MATCH {match}) ORDER BY "SortAt" DESC LIMIT {MostRanked})
             SELECT rowid AS "Value" FROM article_search
             WHERE article_search MATCH {match} AND rowid >= (SELECT MIN("Id") FROM newest) AND +rowid IN (SELECT "Id" FROM newest)
             ORDER BY bm25(article_search, 5.0, 1.0), rowid DESC LIMIT {limit}
             """).ToListAsync(cancellationToken);
    }
}

/// <summary>An article's words as they are indexed.</summary>
internal sealed record IndexedWords(long ArticleId, string Title, string Body);
