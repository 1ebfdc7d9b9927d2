using System.Globalization;
using KzNewsBot.Articles;
using KzNewsBot.Data;
using KzNewsBot.Text.Revisions;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Cli;

/// <summary>"article ADDRESS": a stored article's dates, whether it is whole, and what its outlet changed from one revision to the next.</summary>
internal static class ArticleCommand
{
    public static Task<int> RunAsync(string address, CancellationToken cancellationToken) => Tool.WithDatabaseAsync(
        async services =>
        {
            var database = services.GetRequiredService<NewsDatabase>();
            if (await database.ReadAsync((context, token) => FindAsync(context, address, token), cancellationToken) is not { } article)
            {
                await Console.Error.WriteLineAsync($"No article with the address {address} is stored.");
                return ExitCodes.Failed;
            }

            var texts = await database.ReadAsync(
                (context, token) => context.ArticleRevisions.Where(revision => revision.ArticleId == article.Id).OrderBy(revision => revision.Number).ToListAsync(token),
                cancellationToken);
            foreach (var line in Lines(article, texts))
            {
                Console.WriteLine(line);
            }

            return ExitCodes.Fine;
        },
        cancellationToken);

    private static async Task<Article?> FindAsync(NewsDbContext context, string address, CancellationToken cancellationToken) =>
        await context.Articles.FirstOrDefaultAsync(article => article.Url == address, cancellationToken)
        ?? await (from other in context.ArticleAddresses
                  join article in context.Articles on other.ArticleId equals article.Id
                  where other.Url == address
                  select article).FirstOrDefaultAsync(cancellationToken);

    private static IEnumerable<string> Lines(Article article, List<ArticleRevision> old)
    {
        yield return $"title:       {article.Title}";
        yield return $"outlet:      {article.SourceId ?? article.Outlet ?? "unknown"}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"published:   {(article.PublishedAt is { } at ? $"{at:u}" : article.PublishedDay is { } day ? $"{day:yyyy-MM-dd}" : "not given")}{(article.FutureDated ? ", in the future when it was first seen" : "")}{(article.DateOrigin is { } origin ? $" (from {origin}; sure to {article.DateConfidence ?? 1:0.00})" : "")}");
        yield return string.Create(CultureInfo.InvariantCulture, $"changed:     {(article.ModifiedAt is { } modified ? $"{modified:u}" : "not given")}");
        yield return string.Create(CultureInfo.InvariantCulture, $"first seen:  {article.FirstSeenAt:u}");
        yield return $"text:        {article.Completeness}";
        yield return string.Create(CultureInfo.InvariantCulture, $"revisions:   {article.Revision}");
        var texts = old.ConvertAll(revision => $"{revision.Title}\n{revision.Body}");
        texts.Add($"{article.Title}\n{article.Body}");
        for (var number = 1; number < texts.Count; number++)
        {
            yield return "";
            yield return string.Create(CultureInfo.InvariantCulture, $"--- revision {number} → {number + 1}, seen {old[number - 1].ReplacedAt:u}; [-removed-] {{+added+}}");
            yield return string.Concat(TextDiff.Between(texts[number - 1], texts[number]).Select(Mark));
        }
    }

    private static string Mark(DiffPart part) => part.Kind switch
    {
        DiffKind.Removed => $"[-{part.Text}-]",
        DiffKind.Added => $"{{+{part.Text}+}}",
        _ => part.Text,
    };
}
