namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Marks the blocks that stand inside navigation, captions, comments, adverts and teasers. A name or a tag is believed only
/// while it covers a small part of the page: some templates call the article itself a sidebar.
/// </summary>
internal static class Furniture
{
    /// <summary>A region named like an advert but holding this share of the page is the page itself.</summary>
    private const double MaxNamedShare = 0.25;

    private const double MaxNamedBodyShare = 0.05;
    private const double MaxChromeShare = 0.5;

    /// <summary>A region that holds the headline and this many letters is no furniture, whatever its name.</summary>
    private const int MinMassOfArticle = 400;

    /// <summary>Letters that stand above a comment section.</summary>
    private const int MinMassAboveComments = 250;

    /// <summary>Letters of the whole page beyond which an article of one sentence would not be overgrown by what stands around it.</summary>
    private const int MaxMassOfFlash = 1500;

    private const int MinFlash = 40;

    /// <summary>Blocks between a headline and its text: a lead, a date, a picture.</summary>
    private const int FurthestText = 4;

    private const RegionTraits AnyFurniture = RegionTraits.Chrome | RegionTraits.Caption | RegionTraits.Figure | RegionTraits.Hidden
        | RegionTraits.NegativeName | RegionTraits.CommentName;

    /// <param name="hasFlash">The article is known for a short one.</param>
    public static BlockVerdict[] Mark(PageBlocks page, BlockSums mass, int heading, bool hasFlash)
    {
        var verdicts = new BlockVerdict[page.Blocks.Count];
        var isHiddenText = HidesTheArticle(page, mass);
        foreach (var region in page.Regions)
        {
            var share = mass.Total == 0 || (hasFlash && !MayBeArticle(region, heading)) ? 0 : (double)mass.Of(region) / mass.Total;
            var verdict = Judge(region, mass, share, heading, isHiddenText);
            if (verdict != BlockVerdict.Kept)
            {
                Array.Fill(verdicts, verdict, region.First, region.End - region.First);
            }
        }

        TeaserGroups.Mark(page, mass, heading, verdicts);
        CommentSections.Mark(page, mass, heading, verdicts);
        return verdicts;
    }

    /// <summary>
    /// A sentence below the headline that stands in no furniture: then the article is found, and what is larger beside it on
    /// a short page is a footer, a banner or a hidden window all the same. Where more text stands between the two, in a place
    /// whose name alone speaks against it, the name may be wrong and the sentence an imprint.
    /// </summary>
    public static bool HasFlash(PageBlocks page, BlockSums mass, int heading)
    {
        var between = 0;
        for (var i = heading + 1; heading >= 0 && mass.Total < MaxMassOfFlash && i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            var furniture = page.Regions[block.Region].Within & AnyFurniture;
            if (block.Mass == 0 || BoilerplateLine.IsNoise(block.Text))
            {
                continue;
            }

            if (furniture == RegionTraits.None && block is { Ended: true, IsCut: false, Mass: >= MinFlash, Row: 0 })
            {
                return between <= block.Mass;
            }

            between += furniture == RegionTraits.NegativeName ? block.Mass : 0;
        }

        return false;
    }

    private static bool MayBeArticle(PageRegion region, int heading) =>
        region.Holds(heading) || (region.Within & (RegionTraits.Article | RegionTraits.ArticleBody)) != RegionTraits.None
        || (region.Traits & (RegionTraits.BodyName | RegionTraits.Main)) != RegionTraits.None
        || (region.Traits.HasFlag(RegionTraits.LayoutName) && region.First > heading && region.First - heading <= FurthestText);

    /// <summary>Pages that show their text by script hide it in the markup.</summary>
    public static bool HidesTheArticle(PageBlocks page, BlockSums mass)
    {
        var visible = 0;
        foreach (var block in page.Blocks)
        {
            visible += page.Regions[block.Region].Within.HasFlag(RegionTraits.Hidden) ? 0 : block.Mass;
        }

        return visible < 500 || visible < mass.Total * 0.2;
    }

    private static BlockVerdict Judge(PageRegion region, BlockSums mass, double share, int heading, bool isHiddenText)
    {
        var traits = region.Traits;
        if (traits.HasFlag(RegionTraits.Hidden) && (!isHiddenText || share <= 0.3))
        {
            return BlockVerdict.Hidden;
        }

        if ((traits & RegionTraits.Chrome) != RegionTraits.None && share < MaxChromeShare)
        {
            return BlockVerdict.Chrome;
        }

        if ((traits & (RegionTraits.Caption | RegionTraits.Figure)) != RegionTraits.None && share < MaxChromeShare)
        {
            return BlockVerdict.Caption;
        }

        if (IsComments(region, mass, share, heading))
        {
            return BlockVerdict.Comment;
        }

        return IsNamedFurniture(region, mass, share) && !(region.Holds(heading) && mass.Of(region) >= MinMassOfArticle) ? BlockVerdict.NegativeName : BlockVerdict.Kept;
    }

    private static bool IsComments(PageRegion region, BlockSums mass, double share, int heading) =>
        region.Traits.HasFlag(RegionTraits.CommentName) && !region.Traits.HasFlag(RegionTraits.ArticleBody)
        && region.Tag is not "main" && share < 0.97 && !region.Holds(heading)
        && mass.Between(0, region.First) >= MinMassAboveComments;

    private static bool IsNamedFurniture(PageRegion region, BlockSums mass, double share)
    {
        if (!region.Traits.HasFlag(RegionTraits.NegativeName) || region.Traits.HasFlag(RegionTraits.Article))
        {
            return false;
        }

        var isParagraph = region.Tag is "p" && mass.Of(region) > 200;
        return !isParagraph && share < (region.Traits.HasFlag(RegionTraits.BodyName) ? MaxNamedBodyShare : MaxNamedShare);
    }
}
