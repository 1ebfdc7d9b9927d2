namespace KzNewsBot.Text.Extraction;

/// <summary>
/// What the learned model sees of each block, as numbers: its text, its place, its neighbours, and what the rules say.
/// Word lists enter only through the rules' verdicts and <see cref="BoilerplatePhrases"/>, so that what was learned on
/// pages in one language holds for others. The order is part of the model: a change here needs a new training.
/// </summary>
internal sealed class BlockFeatures
{
    private const int MaxDistance = 200;
    private const int Window = 6;
    private const int Traits = 18;

    /// <summary>Letters of the stated text and blocks looked for in it: more would take a time that grows with their product.</summary>
    private const int MaxStated = 50_000;
    private const int MaxSought = 2_000;

    private static readonly int[] Neighbours = [-2, -1, 1, 2];

    private readonly BlockRules rules;
    private readonly PageBlocks page;
    private readonly PageHints hints;
    private readonly BlockShape[] shapes;
    private readonly string? statedKey;
    private readonly Dictionary<(int, int), (int Count, int Letters, int Links)> kinds = [];
    private readonly Dictionary<int, (int Count, int Letters, int Links)> lists = [];
    private readonly (int First, int Last) kept;
    private readonly (int First, int Last) paragraphs;
    private readonly int[] sincePhrase;
    private int sought;

    private BlockFeatures(BlockRules rules, PageHints hints)
    {
        (this.rules, this.hints, page) = (rules, hints, rules.Page);
        shapes = [.. page.Blocks.Select(block => BlockShape.Of(block.Text))];
        statedKey = hints.Body is { Length: > 200 } body ? TextKey.Of(body.Length > MaxStated ? body[..MaxStated] : body) : null;
        kept = Span(i => rules.Verdicts[i] == BlockVerdict.Kept);
        paragraphs = Span(i => rules.ByMarkup[i] == BlockVerdict.Kept && page.Blocks[i].Mass >= 100);
        sincePhrase = SincePhrase();
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            Add(kinds, KindOf(i), page.Blocks[i]);
            Add(lists, ListOf(i), page.Blocks[i]);
        }
    }

    /// <summary>One row for each block of the page, all of the same length.</summary>
    public static float[][] Read(BlockRules rules, PageHints hints)
    {
        var features = new BlockFeatures(rules, hints);
        var rows = new float[rules.Page.Blocks.Count][];
        var row = new List<float>(128);
        for (var i = 0; i < rows.Length; i++)
        {
            row.Clear();
            features.AddText(row, i);
            features.AddMarkup(row, i);
            features.AddPlace(row, i);
            features.AddDistances(row, i);
            features.AddGroups(row, i);
            features.AddNeighbours(row, i);
            features.AddWindow(row, i);
            rows[i] = [.. row];
        }

        return rows;
    }

    private void AddText(List<float> row, int i)
    {
        var block = page.Blocks[i];
        var shape = shapes[i];
        float words = Math.Max(1, shape.Words);
        row.AddRange([Log(block.Text.Length), Log(shape.Words), (float)block.LinkShare, block.Links, block.Text.Length / words]);
        row.AddRange([Flag(block.Ended), Flag(block.IsCut), shape.Commas / words, shape.Stops / words, shape.Stops]);
        row.AddRange([(float)shape.Digits / block.Text.Length, shape.Capitals / Math.Max(1f, shape.Letters), shape.Quotes / words]);
        row.AddRange([shape.Bars / words, Flag(char.IsLower(block.Text[0])), Flag(block.IsStrong), Log(block.Mass)]);
        row.AddRange([Flag(shape.IsPhrase), Flag(hints.Author is { } author && block.Text.Length < 300 && block.Text.Contains(author, StringComparison.Ordinal))]);
        row.Add(statedKey is null ? -1 : Flag(block.Text.Length >= 20 && IsStated(statedKey, block.Text)));
    }

    private bool IsStated(string stated, string text) => ++sought <= MaxSought && stated.Contains(TextKey.Of(text), StringComparison.Ordinal);

    private void AddMarkup(List<float> row, int i)
    {
        var block = page.Blocks[i];
        row.AddRange([Flag(block.Tag is "p"), block.IsHeading ? block.Tag[1] - '0' : 0, Flag(block.Tag is "li"), Flag(block.Row > 0), Flag(block.Tag is "div")]);
        row.AddRange([Flag(block.IsListItem), Flag(block.Tag is "pre"), Flag(block.Tag is "blockquote")]);
        var within = (int)page.Regions[block.Region].Within;
        for (var bit = 0; bit < Traits; bit++)
        {
            row.Add((within >> bit) & 1);
        }

        var named = page.Around(block.Region, region => region.Traits.HasFlag(RegionTraits.NegativeName));
        row.Add(named < 0 ? 40 : page.Regions[block.Region].Depth - page.Regions[named].Depth);
        row.Add(named < 0 ? 0 : rules.Mass.Of(page.Regions[named]) / Total);
        row.AddRange([(float)rules.Verdicts[i], (float)rules.ByMarkup[i], Flag(rules.Verdicts[i] == BlockVerdict.Kept)]);
    }

    private void AddPlace(List<float> row, int i)
    {
        var container = page.Regions[rules.Container];
        var region = page.Regions[page.Blocks[i].Region];
        var around = region.Parent < 0 ? region : page.Regions[region.Parent];
        float clean = Math.Max(1, rules.CleanMass.Of(container));
        var inside = Math.Clamp(i, container.First, container.End);
        row.AddRange([Math.Min(40, region.Depth), region.Depth - container.Depth, Flag(container.Holds(i))]);
        row.Add(i < container.First ? i - container.First : i >= container.End ? i - container.End + 1 : 0);
        row.Add((float)(i - container.First) / Math.Max(1, container.End - container.First));
        row.AddRange([rules.CleanMass.Between(container.First, inside) / clean, rules.CleanMass.Between(inside, container.End) / clean]);
        row.AddRange([(float)i / page.Blocks.Count, rules.Mass.Between(0, i) / Total, rules.Mass.Of(container) / Total]);
        row.AddRange([rules.CleanMass.Of(region) / CleanTotal, rules.CleanMass.Of(around) / CleanTotal, Log(rules.Mass.Total), Log(page.Blocks.Count)]);
    }

    private void AddDistances(List<float> row, int i)
    {
        row.AddRange([Distance(i, kept.First), Distance(i, kept.Last), Distance(i, paragraphs.First), Distance(i, paragraphs.Last)]);
        row.AddRange([Distance(i, rules.Heading), sincePhrase[i]]);
    }

    private void AddGroups(List<float> row, int i)
    {
        var kind = kinds[KindOf(i)];
        row.AddRange([Log(kind.Count), Log((float)kind.Letters / kind.Count), (float)kind.Links / Math.Max(1, kind.Letters)]);
        var list = ListOf(i) < 0 ? default : lists[ListOf(i)];
        row.AddRange([Log(list.Count), (float)list.Links / Math.Max(1, list.Letters), (float)list.Letters / Math.Max(1, list.Count)]);
    }

    private void AddNeighbours(List<float> row, int i)
    {
        foreach (var offset in Neighbours)
        {
            var j = i + offset;
            if (j < 0 || j >= page.Blocks.Count)
            {
                row.AddRange([-1, -1, -1, -1, -1, -1]);
                continue;
            }

            var block = page.Blocks[j];
            var tag = block.IsHeading ? 1 : block.Tag switch { "p" => 2, "li" => 3, "div" => 4, _ => 5 };
            row.AddRange([Log(block.Text.Length), (float)block.LinkShare, tag, Flag(rules.Verdicts[j] == BlockVerdict.Kept)]);
            row.AddRange([Flag(shapes[j].IsPhrase), Flag(KindOf(i) == KindOf(j))]);
        }
    }

    private void AddWindow(List<float> row, int i)
    {
        var first = Math.Max(0, i - Window);
        var end = Math.Min(page.Blocks.Count, i + 1 + Window);
        row.AddRange([Log(rules.Mass.Between(first, i)), Log(rules.Mass.Between(i + 1, end)), CountKept(first, i), CountKept(i + 1, end)]);
    }

    private float Total => Math.Max(1, rules.Mass.Total);

    private float CleanTotal => Math.Max(1, rules.CleanMass.Total);

    private (int, int) KindOf(int i)
    {
        var region = page.Regions[page.Blocks[i].Region];
        return (region.Kind, region.Parent < 0 ? -1 : page.Regions[region.Parent].Kind);
    }

    private int ListOf(int i) => page.Around(page.Blocks[i].Region, region => region.Tag is "ul" or "ol" or "dl");

    private int CountKept(int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            count += rules.Verdicts[i] == BlockVerdict.Kept ? 1 : 0;
        }

        return count;
    }

    private (int First, int Last) Span(Predicate<int> fits)
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            if (fits(i))
            {
                first = first < 0 ? i : first;
                last = i;
            }
        }

        return (first, last);
    }

    private int[] SincePhrase()
    {
        var distances = new int[page.Blocks.Count];
        var last = -MaxDistance;
        for (var i = 0; i < distances.Length; i++)
        {
            last = shapes[i].IsPhrase && page.Blocks[i].Text.Length < 60 ? i : last;
            distances[i] = Math.Min(60, i - last);
        }

        return distances;
    }

    private static void Add<T>(Dictionary<T, (int Count, int Letters, int Links)> groups, T key, TextBlock block) where T : notnull
    {
        var (count, letters, links) = groups.GetValueOrDefault(key);
        groups[key] = (count + 1, letters + block.Text.Length, links + block.LinkLetters);
    }

    private static float Distance(int i, int from) => from < 0 ? -MaxDistance - 1 : Math.Clamp(i - from, -MaxDistance, MaxDistance);

    private static float Log(float value) => MathF.Log(1 + value);

    private static float Flag(bool value) => value ? 1 : 0;
}
