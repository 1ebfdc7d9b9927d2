using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Text;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// A folder of pages. Gold is a gold.jsonl in it or in the folder above; its "url" is handed over as the address the
/// page was fetched from, as the bot knows it.
/// </summary>
internal static class ExtractTask
{
    public static TaskResult Run(string folder, Understanding understanding)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException($"There is no folder {folder}.");
        }

        var gold = Gold(folder);
        var scores = new ExtractionScores();
        var results = new List<JsonObject>();
        foreach (var path in Pages(folder))
        {
            var labels = gold.GetValueOrDefault(Path.GetFileName(path));
            var (result, article) = Extract(path, Address(labels), understanding.Outlets);
            results.Add(result);
            if (labels is not null)
            {
                scores.Add(article, labels);
            }
        }

        return new TaskResult(results, scores.Count == 0 ? null : scores.ToJson());
    }

    public static IEnumerable<string> Pages(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".html.gz", StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);

    public static IEnumerable<(string Path, JsonObject Gold)> LabelledPages(string folder)
    {
        var gold = Gold(folder);
        return Pages(folder).Where(path => gold.ContainsKey(Path.GetFileName(path))).Select(path => (path, gold[Path.GetFileName(path)]));
    }

    public static ExtractedArticle? Extract(byte[] bytes, Uri? address, OutletNames known) =>
        TextDecoder.Decode(bytes, headerCharset: null) is DecodeResult.Decoded decoded
            && HtmlExtractor.Extract(decoded.Text, address, known) is ExtractionResult.Store stored
            ? stored.Article
            : null;

    private static (JsonObject Result, ExtractedArticle? Article) Extract(string path, Uri? address, OutletNames known)
    {
        var bytes = Items.ReadBytes(path);
        var began = Stopwatch.GetTimestamp();
        var article = Extract(bytes, address, known);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return (new JsonObject
        {
            ["file"] = Path.GetFileName(path),
            ["title"] = article?.Title,
            ["body"] = article?.Body,
            ["date"] = Day(article),
            ["date_origin"] = article?.Published?.Origin.ToString(),
            ["date_confidence"] = article?.Published is { } published ? Math.Round(published.Confidence, 3) : null,
            ["date_raw"] = article?.Published?.Raw,
            ["lang"] = article?.Language.Code(),
            ["author"] = article?.Author,
            ["site"] = article?.Outlet,
            ["canonical_url"] = article?.CanonicalUrl,
            ["completeness"] = article?.Completeness.Verdict.ToString().ToLowerInvariant(),
            ["evidence"] = article is null ? null : new JsonArray([.. article.Completeness.Evidence.Select(sign => (JsonNode)sign.ToString())]),
            ["ms"] = Math.Round(took, 2),
        }, article);
    }

    public static string? Day(ExtractedArticle? article) => article?.Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, JsonObject> Gold(string folder)
    {
        var file = new[] { folder, Path.Combine(folder, "..") }.Select(place => Path.Combine(place, "gold.jsonl")).FirstOrDefault(File.Exists);
        return file is null
            ? []
            : Items.ReadLines(file).ToDictionary(item => Path.GetFileName(item.Text("file") ?? ""), StringComparer.Ordinal);
    }

    public static Uri? Address(JsonObject? labels) =>
        Uri.TryCreate(labels?.Text("url"), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
}
