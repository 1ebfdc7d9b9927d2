using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Text;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// Kazakh forms with their lemmas, a form and a lemma on a line: of all pairs of different forms, those that share a stem
/// against those that share a lemma. Paice, "An evaluation method for stemming algorithms", SIGIR 1994.
/// </summary>
internal static class FormsTask
{
    private static readonly StringComparer Ordinal = StringComparer.Ordinal;

    public static TaskResult Run(string input)
    {
        var forms = Read(input).DistinctBy(form => form.Text, Ordinal)
            .Select(form => (form.Text, form.Lemma, Stem: Stemmer.Stem(form.Text, Language.Kazakh)))
            .ToList();
        if (forms.Count == 0)
        {
            throw new InputException($"{input} holds no line of a form and its lemma.");
        }

        var gold = Pairs(forms.CountBy(form => form.Lemma, Ordinal));
        var found = Pairs(forms.CountBy(form => form.Stem, Ordinal));
        var both = Pairs(forms.CountBy(form => (form.Lemma, form.Stem)));
        var score = TaskResult.Score3(new BinaryScore((int)both, (int)(found - both), (int)(gold - both)));
        score["task"] = "forms";
        score["items"] = forms.Count;
        return new TaskResult(forms.Select(form => new JsonObject { ["form"] = form.Text, ["lemma"] = form.Lemma, ["stem"] = form.Stem }), score);
    }

    private static long Pairs<TKey>(IEnumerable<KeyValuePair<TKey, int>> sizes) => sizes.Sum(size => (long)size.Value * (size.Value - 1) / 2);

    private static IEnumerable<(string Text, string Lemma)> Read(string path) =>
        File.Exists(path)
            ? File.ReadLines(path).Select(line => line.Split('\t')).Where(fields => fields.Length >= 2).Select(fields => (fields[0], fields[1]))
            : throw new InputException($"There is no file {path}.");
}
