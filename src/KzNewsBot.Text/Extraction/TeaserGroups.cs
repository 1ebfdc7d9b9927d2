using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Finds what a page repeats beside its article: three and more elements of one kind in a row that each hold a linked
/// headline and little else, and whole further articles of an endless page.
/// </summary>
internal sealed class TeaserGroups
{
    /// <summary>Letters of a sentence that may be a flash.</summary>
    private const int MinFlash = 40;

    private const int MinGroup = 3;
    private const int MinTeasersPercent = 60;

    /// <summary>Letters beyond which an element is more than a teaser.</summary>
    private const int MaxTeaserMass = 250;

    /// <summary>The same when it says itself that it is only a beginning.</summary>
    private const int MaxCutTeaserMass = 500;

    /// <summary>Letters that make a section an article of its own.</summary>
    private const int MinArticleMass = 400;

    private const int HeadBlocks = 8;

    private const int LongestDateLine = 60;

    /// <summary>Templates write the number of an article into its class.</summary>
    private const int AnyArticle = -1;

    private readonly PageBlocks page;
    private readonly BlockSums mass;
    private readonly int heading;
    private readonly BlockVerdict[] verdicts;

    private TeaserGroups(PageBlocks page, BlockSums mass, int heading, BlockVerdict[] verdicts) =>
        (this.page, this.mass, this.heading, this.verdicts) = (page, mass, heading, verdicts);

    /// <param name="heading">The block of the headline, or -1.</param>
    public static void Mark(PageBlocks page, BlockSums mass, int heading, BlockVerdict[] verdicts)
    {
        var groups = new TeaserGroups(page, mass, heading, verdicts);
        foreach (var group in groups.SameKindSiblings())
        {
            groups.MarkTeasers(group);
            groups.MarkFurtherArticles(group);
        }
    }

    private IEnumerable<List<PageRegion>> SameKindSiblings()
    {
        var groups = new Dictionary<(int Parent, int Kind), List<PageRegion>>();
        foreach (var region in page.Regions)
        {
            var isGroupable = region.Parent >= 0 && region.End > region.First
                && !(region.IsTextual && region.Tag is not "li") && region.Tag is not ("td" or "th" or "tbody" or "table");
            if (isGroupable)
            {
                var key = (region.Parent, region.Tag is "article" ? AnyArticle : region.Kind);
                if (!groups.TryGetValue(key, out var group))
                {
                    group = [];
                    groups.Add(key, group);
                }

                group.Add(region);
            }
        }

        return groups.Values.Where(group => group.Count > 1);
    }

    private void MarkTeasers(List<PageRegion> group)
    {
        if (group.Count < MinGroup || group.Exists(region => region.Holds(heading)))
        {
            return;
        }

        var weight = group.Sum(mass.Of);
        var before = mass.Between(0, group[0].First);
        var isAside = weight < mass.Total * 0.97 && (before >= 300 || weight < mass.Total * 0.4 || HasFlashAbove(group[0].First));
        var labels = isAside ? Labels(group) : [];
        var teasers = isAside ? group.Count(region => IsTeaser(region, labels)) : 0;
        if (teasers >= MinGroup && teasers * 100 >= group.Count * MinTeasersPercent)
        {
            group.ForEach(region => Array.Fill(verdicts, BlockVerdict.Teaser, region.First, region.End - region.First));
        }
    }

    /// <summary>The headline and a sentence: the whole of a flash, whatever stands below it.</summary>
    private bool HasFlashAbove(int first)
    {
        for (var i = Math.Max(heading, 0) + 1; heading >= 0 && i < first; i++)
        {
            if (page.Blocks[i] is { Ended: true, Mass: >= MinFlash })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The link that most of the elements have below their text: «Поделиться записью» is no headline.</summary>
    private HashSet<string> Labels(List<PageRegion> group) => group
        .SelectMany(region => page.Blocks.Take(region.First..region.End).SkipWhile(block => block is not { Ended: true, Mass: > 0 }).Where(IsHeadline)
            .Select(block => block.Text).Distinct(StringComparer.Ordinal))
        .GroupBy(text => text, StringComparer.Ordinal).Where(same => same.Count() * 2 > group.Count).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);

    private static bool IsHeadline(TextBlock block) => block.LinkShare > 0.75 && block.Text.Length > 12;

    private bool IsTeaser(PageRegion region, HashSet<string> labels)
    {
        var headline = false;
        var cut = false;
        for (var i = region.First; i < region.End; i++)
        {
            var block = page.Blocks[i];
            headline |= IsHeadline(block) && !labels.Contains(block.Text);
            cut |= block.IsCut || (block.LinkShare > 0.5 && BoilerplatePhrases.IsReadMore(block.Text));
        }

        var weight = mass.Of(region);
        return (headline && weight < (cut ? MaxCutTeaserMass : MaxTeaserMass)) || (cut && region.End - region.First <= 4 && weight < MaxCutTeaserMass);
    }

    /// <summary>An endless page loads them below the article, which may be the shortest of them; a row with the headline alone is none.</summary>
    private void MarkFurtherArticles(List<PageRegion> group)
    {
        if (heading < 0 || group.Find(region => region.Holds(heading)) is not { } own || mass.Between(heading + 1, own.End) < MinFlash)
        {
            return;
        }

        foreach (var other in group.Where(region => region.First > own.First && HasHeadline(region) && !IsPart(region)))
        {
            Array.Fill(verdicts, BlockVerdict.OtherArticle, other.First, other.End - other.First);
        }
    }

    /// <summary>Some write their subheads as h1, each in a section or an element of any name; a date near its head makes one an article.</summary>
    private bool IsPart(PageRegion region) => region.Tag is not "article" && mass.Of(region) < MinArticleMass
        && (region.Tag is "section" || !page.Blocks.Take(region.First..Math.Min(region.End, region.First + HeadBlocks)).Any(block => block.Text.Length < LongestDateLine && DateTextParser.FindFirst(block.Text) is not null));

    /// <summary>Templates show the headline of the article itself twice, for wide windows and for narrow ones.</summary>
    private bool HasHeadline(PageRegion region)
    {
        var own = TextKey.Of(page.Blocks[heading].Text);
        for (var i = region.First; i < Math.Min(region.End, region.First + HeadBlocks); i++)
        {
            var block = page.Blocks[i];
            if ((block.Tag is "h1" || (region.Tag is "article" && block is { IsHeading: true, Text.Length: > 15, LinkShare: > 0.75 }))
                && TextKey.Of(block.Text) is var other && !other.Equals(own, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
