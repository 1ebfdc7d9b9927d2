namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Decides block by block what belongs to the article. The seam for better judges: it sees the blocks and what the page
/// states, and returns the chosen lines; nothing else depends on how.
/// </summary>
internal static class BlockSelector
{
    /// <summary>With less text than this the class names probably misled us, and a second look ignores them.</summary>
    private const int FewCharacters = 120;

    /// <summary>Letters of a banner or a lead that stands where a script would put the text.</summary>
    private const int FewOfShell = 600;

    /// <summary>Blocks from the headline to its lead, with a date and a picture between.</summary>
    private const int FurthestLead = 8;

    private const int ShortestLead = 50;

    /// <summary>Letters of running text.</summary>
    private const int LongestFlash = 300;

    /// <param name="trees">The learned judge; the rules alone decide without it.</param>
    public static SelectedText Select(PageBlocks page, PageHints hints, BlockTrees? trees)
    {
        var rules = BlockRules.Judge(page, hints, relaxed: false);
        var body = trees is null ? ByRules(rules) : ByTrees(rules, hints, trees);
        if (body.Text.Length < FewCharacters)
        {
            body = Longer(body, ByRules(rules));
            body = body.Text.Length > 0 && rules.HasFlash ? body : Longer(body, ByRules(BlockRules.Judge(page, hints, relaxed: true)));
        }

        // Pages that their scripts write show us a banner, or a lead, and state the text for machines.
        return body.Text.Length < FewOfShell && hints.Body is { } stated ? Longer(body, new SelectedText(stated, -1)) : body;
    }

    private static SelectedText ByRules(BlockRules rules) =>
        SelectedText.Of(rules, i => rules.Verdicts[i] == BlockVerdict.Kept);

    private static SelectedText ByTrees(BlockRules rules, PageHints hints, BlockTrees trees)
    {
        var features = BlockFeatures.Read(rules, hints);
        var certain = CertainNoise.Mark(rules, hints);
        var accepted = Enumerable.Range(0, rules.Page.Blocks.Count).Where(i => trees.Accepts(features[i]) && !certain[i]).ToHashSet();
        var own = accepted.Where(i => rules.ByMarkup[i] != BlockVerdict.Teaser && !(rules.HasFlash && IsFurniture(rules.ByMarkup[i]))).ToHashSet();
        if (own.Sum(i => rules.Page.Blocks[i].Mass) is > 0 and < LongestFlash)
        {
            // The trees saw no article as short as a flash, and take the announcements below one for its text, or a banner.
            accepted = own;
        }

        accepted.ExceptWith(Repeated(rules, accepted));
        return SelectedText.Of(rules, i => accepted.Contains(i) || (accepted.Count > 0 && IsLead(rules, i) && !Repeats(rules.Page, accepted, i)));
    }

    private static bool IsFurniture(BlockVerdict verdict) => verdict is BlockVerdict.Chrome or BlockVerdict.Hidden or BlockVerdict.NegativeName or BlockVerdict.Comment;

    /// <summary>A quotation set large says a sentence of the text again.</summary>
    private static List<int> Repeated(BlockRules rules, HashSet<int> accepted)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. accepted.Order().Where(i => rules.Page.Blocks[i] is { Row: 0, IsListItem: false, IsHeading: false, Text: { Length: >= ShortestLead } text }
            && !seen.Add(TextKey.Of(text)) && rules.Verdicts[i] is BlockVerdict.Repeated or BlockVerdict.NegativeName)];
    }

    private static bool Repeats(PageBlocks page, HashSet<int> accepted, int lead) => TextKey.Of(page.Blocks[lead].Text) is var key
        && accepted.Any(i => TextKey.Of(page.Blocks[i].Text).Contains(key, StringComparison.Ordinal));

    /// <summary>
    /// The sentence between the headline and an element that is named the article's body: it tells the news, and is the
    /// article's as much as what follows.
    /// </summary>
    private static bool IsLead(BlockRules rules, int i)
    {
        var block = rules.Page.Blocks[i];
        return rules.Heading >= 0 && i > rules.Heading && i - rules.Heading <= FurthestLead && i < rules.Page.Regions[rules.Container].First
            && block is { Ended: true, LinkShare: < 0.3 } && block.Text.Length >= ShortestLead && !BoilerplateLine.IsNoise(block.Text)
            && rules.ByMarkup[i] != BlockVerdict.Caption && rules.Page.Regions[block.Region].Within.HasFlag(RegionTraits.LeadName);
    }

    private static SelectedText Longer(SelectedText body, SelectedText other) =>
        other.Text.Length > 2 * body.Text.Length ? other : body;
}
