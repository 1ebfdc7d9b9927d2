namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>
/// Makes entities properly nested, as the server does without a word: links, mentions and code cannot touch each other,
/// quotes cannot nest, code carries no style, and crossing styles are cut.
/// </summary>
internal static class EntityArrangement
{
    public static List<TextEntity> Arrange(IReadOnlyCollection<TextEntity> entities)
    {
        var quotes = KeepFirst(entities.Where(entity => entity.IsQuote));
        var blocks = KeepFirst(entities.Where(entity => !entity.IsQuote && !entity.IsStyle));
        blocks.RemoveAll(block => quotes.Exists(quote => quote.Overlaps(block) && !quote.Contains(block)));
        List<TextEntity> anchors = [.. quotes, .. blocks];
        var styles = Merge(entities.Where(entity => entity.IsStyle))
            .SelectMany(style => WithoutCode(style, blocks))
            .ToList();
        var cut = styles.SelectMany(style => Cut(style, CutPoints(style, styles, anchors)));
        return Sort([.. anchors, .. cut]);
    }

    public static List<TextEntity> Sort(IEnumerable<TextEntity> entities) =>
        [.. entities.OrderBy(e => e.Offset).ThenByDescending(e => e.Length).ThenBy(e => Rank(e.Type))];

    private static int Rank(string type) => type switch
    {
        "blockquote" or "expandable_blockquote" => 0,
        "bold" => 2,
        "italic" => 3,
        "underline" => 4,
        "strikethrough" => 5,
        "spoiler" => 6,
        _ => 1,
    };

    private static List<TextEntity> KeepFirst(IEnumerable<TextEntity> entities)
    {
        var kept = new List<TextEntity>();
        foreach (var entity in Sort(entities))
        {
            if (kept.Count == 0 || entity.Offset >= kept[^1].End)
            {
                kept.Add(entity);
            }
        }

        return kept;
    }

    private static List<TextEntity> Merge(IEnumerable<TextEntity> styles)
    {
        var merged = new List<TextEntity>();
        foreach (var style in Sort(styles))
        {
            var at = merged.FindLastIndex(other => string.Equals(other.Type, style.Type, StringComparison.Ordinal));
            if (at >= 0 && style.Offset < merged[at].End)
            {
                merged[at] = merged[at].Between(merged[at].Offset, Math.Max(merged[at].End, style.End));
            }
            else
            {
                merged.Add(style);
            }
        }

        return merged;
    }

    private static IEnumerable<TextEntity> WithoutCode(TextEntity style, IEnumerable<TextEntity> blocks)
    {
        var start = style.Offset;
        foreach (var code in blocks.Where(block => block.IsCode && block.Overlaps(style)))
        {
            if (code.Offset > start)
            {
                yield return style.Between(start, code.Offset);
            }

            start = code.End;
        }

        if (start < style.End)
        {
            yield return style.Between(start, style.End);
        }
    }

    private static IEnumerable<int> CutPoints(TextEntity style, List<TextEntity> styles, List<TextEntity> anchors) =>
        anchors.Where(style.Crosses).SelectMany(anchor => new[] { anchor.Offset, anchor.End })
            .Concat(styles.Where(style.Crosses).Select(other => other.Offset));

    private static IEnumerable<TextEntity> Cut(TextEntity style, IEnumerable<int> points)
    {
        var start = style.Offset;
        foreach (var point in points.Where(point => point > style.Offset && point < style.End).Distinct().Order())
        {
            yield return style.Between(start, point);
            start = point;
        }

        yield return style.Between(start, style.End);
    }
}
