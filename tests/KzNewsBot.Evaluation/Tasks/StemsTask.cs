using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>Snowball conformance: a folder with voc.txt and output.txt, a word and its stem on the same line.</summary>
internal static class StemsTask
{
    public static TaskResult Run(string input)
    {
        var (words, stems) = (Lines(input, "voc.txt"), Lines(input, "output.txt"));
        if (words.Length != stems.Length || words.Length == 0)
        {
            throw new InputException($"{input}: voc.txt and output.txt must have the same number of lines.");
        }

        var wrong = words.Zip(stems, (word, gold) => (word, gold, stem: Stem(word))).Where(row => row.stem != row.gold).ToList();
        return new TaskResult(
            wrong.Select(row => new JsonObject { ["word"] = row.word, ["stem"] = row.stem, ["gold"] = row.gold }),
            new JsonObject { ["task"] = "stems", ["items"] = words.Length, ["accuracy"] = TaskResult.Rounded(1 - ((double)wrong.Count / words.Length)), ["wrong"] = wrong.Count });
    }

    /// <summary>ё is folded before stemming, as the bot does and as the vectors expect.</summary>
    private static string Stem(string word) => Letters.Fold(word) is var folded && folded.Any(Letters.IsCyrillic) ? RussianStemmer.Stem(folded) : EnglishStemmer.Stem(folded);

    private static string[] Lines(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllLines(path) : throw new InputException($"There is no file {path}.");
    }
}
