namespace KzNewsBot.Text.Extraction;

/// <summary>
/// What no article says of itself, whatever the learned judge finds. The trees learned on pages in other languages, and take
/// such a line in the middle of an article for its own.
/// </summary>
internal static class CertainNoise
{
    /// <summary>Letters beyond which a line may be a sentence that only resembles a credit or a call.</summary>
    private const int LongestPhrase = 120;

    /// <summary>A line within a list of links may hold a word more than its link.</summary>
    private const double MinLinkShare = 0.7;

    /// <summary>Of the page's text one part in so many may be hidden to be a trick; more is folded up.</summary>
    private const int MaxHidden = 5;

    /// <summary>One for each block of the page.</summary>
    public static bool[] Mark(BlockRules rules)
    {
        var marks = new bool[rules.Verdicts.Length];
        var underReadAlso = false;
        var hidesText = HidesText(rules);
        for (var i = 0; i < marks.Length; i++)
        {
            var block = rules.Page.Blocks[i];
            var head = SectionHeads.Classify(block.Text);
            underReadAlso = head == SectionHead.ReadAlso || (underReadAlso && IsLink(block, rules.Verdicts[i]));
            marks[i] = IsForeign(rules.ByMarkup[i], hidesText) || rules.Verdicts[i] switch
            {
                BlockVerdict.Date => true,
                BlockVerdict.Section => head is SectionHead.ReadAlso or SectionHead.ReadAlsoInline,
                BlockVerdict.Phrase => !block.IsListItem && IsPhrase(block.Text),
                _ => (underReadAlso && head == SectionHead.None) || (block.LinkShare > MinLinkShare && head is SectionHead.ReadAlso or SectionHead.ReadAlsoInline),
            };
        }

        return marks;
    }

    /// <summary>The page shows its article, or parts of it, by script.</summary>
    private static bool HidesText(BlockRules rules)
    {
        var hidden = rules.Page.Blocks.Where((_, i) => rules.ByMarkup[i] == BlockVerdict.Hidden).Sum(block => block.Mass);
        return hidden * MaxHidden > rules.Mass.Total || Furniture.HidesTheArticle(rules.Page, rules.Mass);
    }

    private static bool IsForeign(BlockVerdict verdict, bool hidesText) =>
        verdict is BlockVerdict.Comment or BlockVerdict.OtherArticle || (verdict == BlockVerdict.Hidden && !hidesText);

    private static bool IsLink(TextBlock block, BlockVerdict verdict) =>
        block.LinkShare > MinLinkShare && verdict is BlockVerdict.Link or BlockVerdict.LinkList or BlockVerdict.Teaser;

    /// <summary>People who are quoted, and interviewers, call and ask too.</summary>
    private static bool IsPhrase(string line) => line.Length <= LongestPhrase && line[0] is not ('«' or '“' or '"' or '–' or '—' or '-') && line[^1] != '?'
        && (BoilerplateLine.IsCredit(line) || BoilerplateLine.OpensCall(line) || BoilerplateLine.IsLegalNotice(line) || BoilerplateLine.IsHashTags(line));
}
