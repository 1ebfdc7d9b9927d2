namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Finds the element that holds the article: the one with the most running text that is not navigation, weighted by what
/// its markup says, then narrowed while one child keeps nearly everything.
/// </summary>
internal sealed class ArticleContainer
{
    /// <summary>A region named like an advert but holding this share of the page is the page itself.</summary>
    private const double MaxNegativeShare = 0.25;

    private const double ChildKeeps = 0.95;

    private readonly PageBlocks page;
    private readonly int[] prefix;

    private ArticleContainer(PageBlocks page, bool relaxed)
    {
        this.page = page;
        Excluded = relaxed ? new bool[page.Blocks.Count] : FindExcluded(page);
        prefix = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            prefix[i + 1] = prefix[i] + (Excluded[i] ? 0 : page.Blocks[i].Mass);
        }
    }

    /// <summary>Blocks inside navigation, captions, adverts and the like.</summary>
    public bool[] Excluded { get; }

    public int First { get; private init; }

    public int End { get; private init; }

    /// <param name="heading">The block of the headline, or -1.</param>
    /// <param name="relaxed">Ignores what class names say: for pages whose markup says the wrong thing.</param>
    public static ArticleContainer Find(PageBlocks page, int heading, bool relaxed)
    {
        var container = new ArticleContainer(page, relaxed);
        var best = container.Heaviest(heading);
        return new ArticleContainer(page, relaxed) { First = page.Regions[best].First, End = page.Regions[best].End };
    }

    private int Heaviest(int heading)
    {
        var best = 0;
        var total = prefix[^1];
        double bestScore = 0;
        for (var i = 0; i < page.Regions.Count; i++)
        {
            var region = page.Regions[i];
            var mass = Mass(region);
            if (mass < total * 0.15 || region.Tag is "p" or "li" or "ul" or "ol" or "tr" or "blockquote")
            {
                continue;
            }

            var score = mass * Weight(region, heading);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return Narrow(best);
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

    private int Narrow(int region)
    {
        for (var i = region + 1; i < page.Regions.Count && page.Regions[i].First < page.Regions[region].End; i++)
        {
            var child = page.Regions[i];
            if (child.Parent == region && child.Tag is not ("p" or "li" or "ul" or "ol" or "table" or "tr" or "td" or "blockquote")
                && Mass(child) >= Mass(page.Regions[region]) * ChildKeeps && Mass(child) > 0)
            {
                region = i;
            }
        }

        return region;
    }

    private int Mass(PageRegion region) => prefix[region.End] - prefix[region.First];

    private static bool[] FindExcluded(PageBlocks page)
    {
        var excluded = new bool[page.Blocks.Count];
        var sums = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            sums[i + 1] = sums[i] + page.Blocks[i].Mass;
        }

        foreach (var region in page.Regions)
        {
            if (IsExcluded(region, sums[region.End] - sums[region.First], sums[^1]))
            {
                Array.Fill(excluded, true, region.First, region.End - region.First);
            }
        }

        return excluded;
    }

    private static bool IsExcluded(PageRegion region, int mass, int total)
    {
        var traits = region.Traits;
        var strong = RegionTraits.Caption | RegionTraits.Chrome | RegionTraits.Hidden;
        if ((traits & strong) != RegionTraits.None)
        {
            return mass < total * 0.5;
        }

        return traits.HasFlag(RegionTraits.NegativeName) && !traits.HasFlag(RegionTraits.Article)
            && mass < total * (traits.HasFlag(RegionTraits.BodyName) ? 0.05 : MaxNegativeShare);
    }
}
