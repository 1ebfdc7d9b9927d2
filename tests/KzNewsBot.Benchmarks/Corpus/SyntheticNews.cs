using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KzNewsBot.Sources;
using KzNewsBot.Text;

namespace KzNewsBot.Benchmarks.Corpus;

/// <summary>Invented news of the right shape: several outlets and languages an event, some 330 articles a day. The same seed makes the same news.</summary>
internal sealed partial class SyntheticNews(SourceRegistry registry)
{
    public const int Seed = 20261122;
    private const int ArticlesPerDay = 330;

    private readonly List<SourceDefinition> _outlets = [.. registry.All.Where(source => source.Hosts.Count > 0)];

    /// <summary>Oldest first, the last one published just before the given moment.</summary>
    public IReadOnlyList<SyntheticArticle> Make(int count, DateTimeOffset until, int articlesPerDay = ArticlesPerDay)
    {
        var random = new Random(Seed);
        var articles = new List<SyntheticArticle>(count);
        for (var number = 0; articles.Count < count; number++)
        {
            var at = until - TimeSpan.FromDays((double)(count - articles.Count) / articlesPerDay);
            var news = NewEvent(random, number, at);

            // 1 to 6 reports, most often one or two.
            var reports = 1 + Math.Min(5, (int)(-Math.Log(1 - random.NextDouble()) * 1.2));
            var outlets = random.GetItems(_outlets.ToArray(), reports).Distinct().ToList();
            articles.AddRange(outlets.Select((outlet, i) => Report(random, news, outlet, i)));
        }

        return [.. articles.Take(count).OrderBy(article => article.PublishedAt)];
    }

    private static NewsEvent NewEvent(Random random, int number, DateTimeOffset at) => new(
        number,
        random.Next(8),
        at,
        [.. Enumerable.Range(0, 3).Select(_ => NameMaker.Person(random))],
        [.. Enumerable.Range(0, 4).Select(_ => NameMaker.Place(random))],
        [.. Enumerable.Range(0, 3).Select(_ => random.Next(3, 900))]);

    private static SyntheticArticle Report(Random random, NewsEvent news, SourceDefinition outlet, int place)
    {
        var language = random.NextDouble() switch { < 0.65 => Language.Russian, < 0.85 => Language.Kazakh, _ => Language.English };
        var wording = Wording.Of(language);
        var sentences = random.GetItems(wording.Sentences.ToArray(), random.Next(8, 22)).Select(pattern => Sentence(random, pattern, news, wording));
        var paragraphs = sentences.Chunk(2).Select(pair => string.Join(' ', pair)).Prepend(Sentence(random, wording.Leads[news.Subject], news, wording));
        return new SyntheticArticle(
            Sentence(random, wording.Headlines[news.Subject], news, wording),
            [.. paragraphs],
            language,
            outlet.Name,
            outlet.Hosts[0],
            news.At + TimeSpan.FromMinutes(place * random.Next(5, 90)),
            string.Create(CultureInfo.InvariantCulture, $"https://{outlet.Hosts[0]}/news/{news.Number}-{place}"));
    }

    private static string Sentence(Random random, string pattern, NewsEvent news, Wording wording)
    {
        var text = new StringBuilder(Slot().Replace(pattern, slot => Fill(random, slot.Value, news, wording)));
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    private static string Fill(Random random, string slot, NewsEvent news, Wording wording) => slot[1] switch
    {
        'a' => NameMaker.Pick(random, wording.Adjectives),
        'b' => NameMaker.Pick(random, wording.Nouns),
        'c' => NameMaker.Pick(random, wording.Verbs),
        'p' => news.People[slot[2] - '0'],
        'r' => news.Rare[slot[2] - '0'],
        _ => news.Numbers[slot[2] - '0'].ToString(CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"\{[abc]\}|\{[prn][0-3]\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Slot();
}
