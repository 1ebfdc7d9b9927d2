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

    /// <summary>Letters that make an element an article of its own.</summary>
    private const int MinArticleMass = 400;

    private const int HeadBlocks = 8;

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
                var key = (region.Parent, region.Kind);
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
        var teasers = isAside ? group.Count(IsTeaser) : 0;
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

    private bool IsTeaser(PageRegion region)
    {
        var headline = false;
        var cut = false;
        for (var i = region.First; i < region.End; i++)
        {
            var block = page.Blocks[i];
            headline |= block.LinkShare > 0.75 && block.Text.Length > 12;
            cut |= block.IsCut || (block.LinkShare > 0.5 && BoilerplatePhrases.IsReadMore(block.Text));
        }

        var weight = mass.Of(region);
        return (headline && weight < (cut ? MaxCutTeaserMass : MaxTeaserMass)) || (cut && region.End - region.First <= 4 && weight < MaxCutTeaserMass);
    }

    private void MarkFurtherArticles(List<PageRegion> group)
    {
        var articles = group.Where(region => mass.Of(region) >= MinArticleMass).ToList();
        if (articles.Count < 2 || articles.Find(region => region.Holds(heading)) is not { } own)
        {
            return;
        }

        foreach (var other in articles.Where(region => region.First > own.First && HasHeadline(region)))
        {
            Array.Fill(verdicts, BlockVerdict.OtherArticle, other.First, other.End - other.First);
        }
    }

    private bool HasHeadline(PageRegion region)
    {
        for (var i = region.First; i < Math.Min(region.End, region.First + HeadBlocks); i++)
        {
            var block = page.Blocks[i];
            if (block.Tag is "h1" || (region.Tag is "article" && block is { IsHeading: true, Text.Length: > 15, LinkShare: > 0.75 }))
            {
                return true;
            }
        }

        return false;
    }
}
