using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// Titles by their letters and digits, authors as a set of names, days by equality; and how often something is given where
/// the gold has nothing.
/// </summary>
internal sealed class MetadataScores
{
    private static readonly string[] NameMarks = [",", ";", "&", "|", "/", " and ", " und ", " и "];

    private (int Right, int All) _titles;
    private FieldCount _authors;
    private FieldCount _dates;
    private (int Right, int Filled, int Gold, int All) _sites;
    private int _canonical;

    public void Add(ExtractedArticle? article, JsonObject gold)
    {
        if (gold.Text("title") is { } title)
        {
            _titles = (_titles.Right + (article is not null && Key(article.Title) == Key(title) ? 1 : 0), _titles.All + 1);
        }

        if (gold.ContainsKey("author"))
        {
            _authors = _authors.With(NamesOf(article?.Author), NamesOf(gold.Text("author")));
        }

        if (DateOf(gold) is { } date)
        {
            _dates = _dates.With(ExtractTask.Day(article), date.Length == 0 ? null : date);
        }

        var site = gold.Text("sitename");
        _sites = (_sites.Right + (site is not null && Key(article?.Outlet ?? "") == Key(site) ? 1 : 0), _sites.Filled + (article?.Outlet is null ? 0 : 1),
            _sites.Gold + (site is null ? 0 : 1), _sites.All + 1);
        _canonical += article?.CanonicalUrl is null ? 0 : 1;
    }

    public void AddTo(JsonObject score)
    {
        if (_titles.All > 0)
        {
            score["title_accuracy"] = Share(_titles.Right, _titles.All);
        }

        _authors.AddTo(score, "author");
        _dates.AddTo(score, "date");
        score["site_filled"] = Share(_sites.Filled, _sites.All);
        score["canonical_filled"] = Share(_canonical, _sites.All);
        if (_sites.Gold > 0)
        {
            score["site_accuracy"] = Share(_sites.Right, _sites.Gold);
        }
    }

    public static double Share(int part, int whole) => TaskResult.Rounded(whole == 0 ? 0 : (double)part / whole);

    /// <summary>A day; empty when the gold says that there is none; null when it does not speak of dates or names no day.</summary>
    private static string? DateOf(JsonObject gold)
    {
        var text = gold.Text("date") ?? gold.Text("date_gold") ?? gold.Text("published_meta");
        return text is null ? gold.ContainsKey("date") ? "" : null : text.Length >= 10 ? text[..10] : null;
    }

    private static string? NamesOf(string? text)
    {
        var names = (text ?? "").Split(NameMarks, StringSplitOptions.RemoveEmptyEntries).Select(Key).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var joined = string.Join('|', names);
        return joined.Length == 0 ? null : joined;
    }

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <param name="Given">How often something was found where the gold has something.</param>
/// <param name="Invented">How often something was found where the gold has nothing.</param>
internal readonly record struct FieldCount(int Right, int Given, int Gold, int Invented, int None)
{
    public FieldCount With(string? found, string? gold) => gold is null
        ? this with { Invented = Invented + (found is null ? 0 : 1), None = None + 1 }
        : this with { Right = Right + (found == gold ? 1 : 0), Given = Given + (found is null ? 0 : 1), Gold = Gold + 1 };

    /// <summary>Precision over the pages whose gold has a value, as recall; the rest has a share of its own.</summary>
    public void AddTo(JsonObject score, string name)
    {
        if (Gold > 0)
        {
            score[$"{name}_precision"] = MetadataScores.Share(Right, Given);
            score[$"{name}_recall"] = MetadataScores.Share(Right, Gold);
            score[$"{name}_f1"] = MetadataScores.Share(2 * Right, Given + Gold);
        }

        if (None > 0)
        {
            score[$"{name}_without_gold"] = MetadataScores.Share(Invented, None);
            score[$"{name}_precision_all"] = MetadataScores.Share(Right, Given + Invented);
        }
    }
}
