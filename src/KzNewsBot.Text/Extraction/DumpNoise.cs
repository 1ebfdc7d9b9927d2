namespace KzNewsBot.Text.Extraction;

/// <summary>Drops the lines of a dump that are not the article, whatever place they stand in.</summary>
internal static class DumpNoise
{
    /// <summary>Teaser and full text stand close together; looking further would only cost time.</summary>
    private const int TwinDistance = 6;

    /// <summary>A call to subscribe may run over this many lines.</summary>
    private const int CallLines = 4;

    public static void Drop(IReadOnlyList<DumpLine> lines, DumpTitle title, OutletNames known)
    {
        var counts = lines.Where(l => l.Key.Length > 0).CountBy(l => l.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var titleKeys = new[] { TextKey.Of(title.Text), TextKey.Of($"{title.Text} {title.Site}") };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var again = !seen.Add(line.Key);
            line.Dropped = BoilerplateLine.IsNoise(line.Content)
                || titleKeys.Contains(line.Key, StringComparer.Ordinal)
                || DumpDates.IsDateLine(line.Content, known)
                || IsRepeated(line, counts.GetValueOrDefault(line.Key), again)
                || OutletMentions.InNavigation(line.Content, known) is not null;
        }

        DropCallGroups(lines);
        DropTwins(lines);
        DropNeighboursOfNoise(lines);
    }

    /// <summary>A short line three times over is a menu or a channel's name; a long one twice is a teaser again.</summary>
    private static bool IsRepeated(DumpLine line, int count, bool again) =>
        count >= 2 && !line.Dash
        && ((line.Letters < 60 && (count >= 3 || !line.Ended)) || (line.Letters >= 40 && again));

    /// <summary>«Подпишитесь на наш / Telegram-канал / и узнавайте…»: the call ends with its full stop.</summary>
    private static void DropCallGroups(IReadOnlyList<DumpLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!BoilerplateLine.IsCallToAction(lines[i].Content) || lines[i].Ended)
            {
                continue;
            }

            for (var j = i + 1; j < lines.Count && j <= i + CallLines && lines[j].Letters < 60; j++)
            {
                if (lines[j] is { BlankBefore: true, Ended: false } || lines[j].IsItem)
                {
                    break;
                }

                lines[j].Dropped = true;
                if (lines[j].Ended)
                {
                    break;
                }
            }
        }
    }

    /// <summary>A text cut with "..." whose beginning is the beginning of a neighbour: both are teasers.</summary>
    private static void DropTwins(IReadOnlyList<DumpLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Cut || lines[i].Key.Length < 15)
            {
                continue;
            }

            for (var j = Math.Max(0, i - TwinDistance); j <= Math.Min(lines.Count - 1, i + TwinDistance); j++)
            {
                if (j != i && lines[j].Key.Length > lines[i].Key.Length
                    && lines[j].Key.StartsWith(lines[i].Key, StringComparison.Ordinal))
                {
                    lines[i].Dropped = true;
                    lines[j].Dropped |= lines[j].Cut;
                }
            }
        }
    }

    /// <summary>
    /// A short line without a full stop, set directly above or below noise without an empty line between, belongs to
    /// it: the name under a photo, the city beside the weather.
    /// </summary>
    private static void DropNeighboursOfNoise(IReadOnlyList<DumpLine> lines)
    {
        if (!lines.Any(line => line.BlankBefore))
        {
            return;
        }

        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i] is { Short: true, IsItem: false, BlankBefore: false } && lines[i - 1].Dropped)
            {
                lines[i].Dropped = true;
            }
        }

        for (var i = lines.Count - 2; i >= 0; i--)
        {
            if (lines[i] is { Short: true, IsItem: false } && lines[i + 1] is { Dropped: true, BlankBefore: false })
            {
                lines[i].Dropped = true;
            }
        }
    }
}
