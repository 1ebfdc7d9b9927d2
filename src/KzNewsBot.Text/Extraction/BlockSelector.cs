using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Decides block by block what belongs to the article. The seam for better judges: it sees the blocks and what the page
/// states, and returns the chosen lines; nothing else depends on how.
/// </summary>
internal static class BlockSelector
{
    /// <summary>With less text than this the class names probably misled us, and a second look ignores them.</summary>
    private const int FewCharacters = 120;

    /// <param name="trees">The learned judge; the rules alone decide without it.</param>
    public static SelectedText Select(PageBlocks page, PageHints hints, BlockTrees? trees)
    {
        var rules = BlockRules.Judge(page, hints, relaxed: false);
        var body = trees is null ? ByRules(rules) : ByTrees(rules, hints, trees);
        if (body.Text.Length < FewCharacters)
        {
            body = Longer(body, ByRules(rules));
            body = Longer(body, ByRules(BlockRules.Judge(page, hints, relaxed: true)));
        }

        return body.Text.Length < FewCharacters && hints.Body is { } stated
            ? Longer(body, new SelectedText(Paragraphs(stated), -1))
            : body;
    }

    private static SelectedText ByRules(BlockRules rules) =>
        SelectedText.Of(rules.Page, i => rules.Verdicts[i] == BlockVerdict.Kept);

    private static SelectedText ByTrees(BlockRules rules, PageHints hints, BlockTrees trees)
    {
        var features = BlockFeatures.Read(rules, hints);
        return SelectedText.Of(rules.Page, i => trees.Accepts(features[i]));
    }

    private static SelectedText Longer(SelectedText body, SelectedText other) =>
        other.Text.Length > 2 * body.Text.Length ? other : body;

    private static string Paragraphs(string articleBody) =>
        string.Join('\n', TextCleaner.Clean(articleBody).Split('\n')
            .Select(line => TextCleaner.CleanLine(line).Trim()).Where(line => line.Length > 0));
}
