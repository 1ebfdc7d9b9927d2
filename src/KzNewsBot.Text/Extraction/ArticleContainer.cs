namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Finds the element that holds the article: the one with the most running text that is not page furniture, weighted by
/// what its markup says, then narrowed while one child keeps nearly everything.
/// </summary>
internal static class ArticleContainer
{
    private const double MinShare = 0.15;
    private const double ChildKeeps = 0.95;

    /// <summary>The region as an index into the page's regions.</summary>
    /// <param name="mass">The running text, furniture not counted.</param>
    /// <param name="heading">The block of the headline, or -1.</param>
    public static int Find(PageBlocks page, BlockSums mass, int heading)
    {
        var best = 0;
        double bestScore = 0;
        for (var i = 0; i < page.Regions.Count; i++)
        {
            var region = page.Regions[i];
            var own = mass.Of(region);
            if (own < mass.Total * MinShare || region.IsTextual)
            {
                continue;
            }

            var score = own * Weight(region, heading);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return Narrow(page, mass, best);
    }

    /// <summary>Weights as measured on open sets of news pages: explicit markup counts most, class names less.</summary>
    private static double Weight(PageRegion region, int heading)
    {
        var weight = region.Traits switch
        {
            var traits when traits.HasFlag(RegionTraits.ArticleBody) => 2.2,
            var traits when traits.HasFlag(RegionTraits.Article) => 1.5,
            var traits when traits.HasFlag(RegionTraits.BodyName) => 1.45,
            var traits when traits.HasFlag(RegionTraits.Main) => 1.15,
            _ => region.Parent < 0 ? 0.95 : 1.0,
        };
        if (heading >= 0)
        {
            var near = region.First <= heading ? heading < region.End : region.First - heading < 12;
            weight *= near ? 1.12 : region.First > heading + 60 ? 0.8 : 1.0;
        }

        return weight;
    }

    private static int Narrow(PageBlocks page, BlockSums mass, int region)
    {
        for (var i = region + 1; i < page.Regions.Count && page.Regions[i].First < page.Regions[region].End; i++)
        {
            var child = page.Regions[i];
            var own = mass.Of(child);
            if (child.Parent == region && !child.IsTextual && child.Tag is not ("table" or "td")
                && own >= mass.Of(page.Regions[region]) * ChildKeeps && own > 0)
            {
                region = i;
            }
        }

        return region;
    }
}
