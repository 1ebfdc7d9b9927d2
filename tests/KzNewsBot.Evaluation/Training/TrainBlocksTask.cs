using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Scores;
using KzNewsBot.Evaluation.Tasks;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Evaluation.Training;

/// <summary>
/// Trains the block model on pages with gold bodies and writes the model. The out-of-fold figure is the
/// honest one: each page is judged by trees that saw no page of its host.
/// </summary>
internal static class TrainBlocksTask
{
    private const int Folds = 5;

    public static TaskResult Run(string folder, string model, Understanding understanding)
    {
        var pages = ExtractTask.LabelledPages(folder)
            .Select(page => Read(page.Path, page.Gold, understanding.Outlets)).OfType<LabelledBlocks>().ToList();
        if (pages.Count < Folds)
        {
            throw new InputException($"{folder} holds too few pages with a gold body to train on.");
        }

        var outOfFold = new BlockTrees[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = fold;
            outOfFold[fold] = Train(pages.Where(page => Fold(page) != held));
        }

        var all = Train(pages);
        using (var writer = new BinaryWriter(File.Create(model)))
        {
            all.Write(writer);
        }

        return new TaskResult([], new JsonObject
        {
            ["task"] = "train-blocks",
            ["pages"] = pages.Count,
            ["blocks"] = pages.Sum(page => page.Labels.Length),
            ["rules"] = Score(pages, _ => null),
            ["out_of_fold"] = Score(pages, page => outOfFold[Fold(page)]),
            ["in_sample"] = Score(pages, _ => all),
        });
    }

    private static LabelledBlocks? Read(string path, JsonObject gold, OutletNames known)
    {
        if (gold.Text("body") is not { } body
            || TextDecoder.Decode(Items.ReadBytes(path), headerCharset: null) is not DecodeResult.Decoded decoded)
        {
            return null;
        }

        using var document = PageParser.Parse(decoded.Text, out var isCut);
        if (isCut || document?.Body is not { } content)
        {
            return null;
        }

        var address = ExtractTask.Address(gold);
        var about = PageMetadata.Read(document, address, known);
        if (about.Title is not { } title)
        {
            return null;
        }

        var hints = new PageHints(title, about.Author, about.Body);
        return LabelledBlocks.Of(BlockRules.Judge(PageBlocks.Read(content), hints, relaxed: false), hints, body, address?.Host ?? path);
    }

    private static int Fold(LabelledBlocks page) => (int)(LineKey.Hash(page.Host) % Folds);

    private static BlockTrees Train(IEnumerable<LabelledBlocks> pages)
    {
        var rows = new List<float[]>();
        var labels = new List<bool>();
        var weights = new List<double>();
        foreach (var page in pages)
        {
            rows.AddRange(page.Features);
            labels.AddRange(page.Labels);
            weights.AddRange(page.Weights);
        }

        var mean = weights.Average();
        return BoostedTrees.Train(rows, labels, [.. weights.Select(weight => weight / mean)]);
    }

    private static JsonObject Score(List<LabelledBlocks> pages, Func<LabelledBlocks, BlockTrees?> trees)
    {
        var scores = new ShingleScores();
        foreach (var page in pages)
        {
            scores.Add(ShingleMatch.Of(BlockSelector.Select(page.Page, page.Hints, trees(page)).Text, page.Gold));
        }

        return TaskResult.Score3(scores.Precision, scores.Recall, scores.F1);
    }
}
