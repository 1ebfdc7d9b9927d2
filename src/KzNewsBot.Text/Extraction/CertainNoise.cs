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

    /// <summary>One for each block of the page.</summary>
    public static bool[] Mark(BlockRules rules)
    {
        var marks = new bool[rules.Verdicts.Length];
        var underReadAlso = false;
        for (var i = 0; i < marks.Length; i++)
        {
            var block = rules.Page.Blocks[i];
            var head = SectionHeads.Classify(block.Text);
            underReadAlso = head == SectionHead.ReadAlso || (underReadAlso && IsLink(block, rules.Verdicts[i]));
            marks[i] = rules.ByMarkup[i] is BlockVerdict.Comment or BlockVerdict.OtherArticle || rules.Verdicts[i] switch
            {
                BlockVerdict.Date => true,
                BlockVerdict.Section => head is SectionHead.ReadAlso or SectionHead.ReadAlsoInline,
                BlockVerdict.Phrase => !block.IsListItem && IsPhrase(block.Text),
                _ => (underReadAlso && head == SectionHead.None) || (block.LinkShare > MinLinkShare && head is SectionHead.ReadAlso or SectionHead.ReadAlsoInline),
            };
        }

        return marks;
    }

    private static bool IsLink(TextBlock block, BlockVerdict verdict) =>
        block.LinkShare > MinLinkShare && verdict is BlockVerdict.Link or BlockVerdict.LinkList or BlockVerdict.Teaser;

    /// <summary>People who are quoted, and interviewers, call and ask too.</summary>
    private static bool IsPhrase(string line) => line.Length <= LongestPhrase && line[0] is not ('«' or '“' or '"' or '–' or '—' or '-') && line[^1] != '?'
        && (BoilerplateLine.IsCredit(line) || BoilerplateLine.OpensCall(line) || BoilerplateLine.IsLegalNotice(line) || BoilerplateLine.IsHashTags(line));
}
