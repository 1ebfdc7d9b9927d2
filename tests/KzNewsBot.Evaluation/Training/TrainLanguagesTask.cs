using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Evaluation.Tasks;
using KzNewsBot.Text;
using KzNewsBot.Text.Languages;

namespace KzNewsBot.Evaluation.Training;

/// <summary>
/// Trains the language model on labelled sentences and on texts of one known language, and writes it. The out-of-fold
/// figures are the honest ones: each item is judged by a model that did not see it.
/// </summary>
internal static class TrainLanguagesTask
{
    private const int Folds = 5;

    /// <summary>Rarer grams are left to their shorter ends.</summary>
    private const int MinCount = 2;

    /// <summary>Enough for the letters of a language; more would only take time.</summary>
    private const int NewsItems = 1_000;

    private const string LatinKazakhCode = "kk-Latn";
    private static readonly string[] LabelledFiles = ["sentences.jsonl", "sib200.jsonl"];
    private static readonly string[] CyrillicCodes = ["kk", "ru", "ky", "tt", "ba", "uk", "be", "bg", "sr", "mk", "mn", "tg", "uz"];

    public static TaskResult Run(string folder, string model)
    {
        var labelled = Labelled(folder);
        var shared = Shared(folder);
        var rates = new LanguageRates();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = fold;
            var trained = Train(labelled.Where((_, i) => i % Folds != held).Select(item => (item.Code, item.Text)).Concat(shared));
            foreach (var item in labelled.Where((_, i) => i % Folds == held))
            {
                rates.Add(item.Kind, item.Code, LanguageDetector.Detect(item.Text, trained).Language.Code());
            }
        }

        using (var file = File.Create(model))
        {
            Train(labelled.Select(item => (item.Code, item.Text)).Concat(shared)).Write(file);
        }

        return new TaskResult([], new JsonObject { ["task"] = "train-languages", ["items"] = labelled.Count, ["out_of_fold"] = rates.ToJson() });
    }

    private static List<LabelledText> Labelled(string folder) =>
    [
        .. LabelledFiles
            .SelectMany(file => Items.ReadLines(Path.Combine(folder, "language", file)))
            .Select(item => new LabelledText(item.Text("kind") ?? "sentences", item.Text("lang") ?? "", item.Text("text") ?? "")),
    ];

    private static List<(string Code, string Text)> Shared(string folder)
    {
        var titles = Items.ReadLines(Path.Combine(folder, "topics", "official-titles-kk-en.jsonl"));
        var news = Items.ReadLines(Path.Combine(folder, "load", "news-2020-05-03-ru.jsonl")).Take(NewsItems);
        return
        [
            .. titles.SelectMany(item => new[] { ("kk", item.Text("kk") ?? ""), ("en", item.Text("en") ?? "") }),
            .. news.Select(item => ("ru", $"{item.Text("title")} {item.Text("text")}")),
            .. OwnWords(),
        ];
    }

    private static IEnumerable<(string Code, string Text)> OwnWords()
    {
        using var stream = typeof(TrainLanguagesTask).Assembly.GetManifestResourceStream("languages.tsv")
            ?? throw new InvalidOperationException("languages.tsv is not in the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            yield return (fields[0], fields[1]);
        }
    }

    private static LanguageModel Train(IEnumerable<(string Code, string Text)> texts)
    {
        var counts = new SortedDictionary<string, LanguageCounts>(StringComparer.Ordinal);
        foreach (var (code, text) in texts)
        {
            var sample = WordSample.Take(text);
            if (CyrillicCodes.Contains(code))
            {
                Of(code).Add(sample.Cyrillic);
            }
            else
            {
                Of(code).Add(sample.Latin);
            }

            if (code == "kk")
            {
                Of(LatinKazakhCode).Add(sample.Cyrillic.SelectMany(LatinKazakh.Spellings));
            }
        }

        return new LanguageModel(
            Script([.. counts.Where(language => CyrillicCodes.Contains(language.Key))]),
            Script([.. counts.Where(language => !CyrillicCodes.Contains(language.Key))]));

        LanguageCounts Of(string code) => counts.TryGetValue(code, out var known) ? known : counts[code] = new LanguageCounts();
    }

    private static ScriptModel Script(IReadOnlyList<KeyValuePair<string, LanguageCounts>> languages)
    {
        var grams = languages.SelectMany(language => language.Value.Grams)
            .Where(gram => gram.Key.Length < ScriptModel.Order || gram.Value >= MinCount)
            .Select(gram => gram.Key)
            .ToHashSet(StringComparer.Ordinal);
        return ScriptModel.Of(
            [.. languages.Select(language => language.Key)],
            grams.ToDictionary(gram => gram, gram => languages.Select(language => language.Value.Probability(gram)).ToArray(), StringComparer.Ordinal));
    }

    private sealed record LabelledText(string Kind, string Code, string Text);
}
