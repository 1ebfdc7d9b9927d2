using System.Text;

namespace KzNewsBot.Text.Revisions;

internal enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <param name="Text">Characters of the one text or the other, with the blanks that follow.</param>
internal sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>
/// What changed between two texts of an article, for people: paragraphs are aligned first, then the words of those that
/// were rewritten. Both steps are longest common subsequences (Wagner and Fischer 1974).
/// </summary>
internal static class TextDiff
{
    /// <summary>Cells of a table; past it two blocks count as different as a whole.</summary>
    private const int MostCells = 4_000_000;

    /// <summary>Joined, the parts that are not added are the old text and those that are not removed the new one.</summary>
    public static IReadOnlyList<DiffPart> Between(string old, string now)
    {
        var parts = new List<DiffPart>();
        foreach (var block in Blocks(Joined(Align(Lines(old), Lines(now)))))
        {
            if (block is { Removed.Length: > 0, Added.Length: > 0 })
            {
                parts.AddRange(Align(Words(block.Removed), Words(block.Added)));
            }
            else
            {
                AddIfAny(parts, DiffKind.Removed, block.Removed);
                AddIfAny(parts, DiffKind.Added, block.Added);
            }

            AddIfAny(parts, DiffKind.Same, block.Same);
        }

        return Joined(parts);
    }

    /// <summary>A stretch that was rewritten, and what follows it unchanged.</summary>
    private sealed record Block(string Removed, string Added, string Same);

    private static IEnumerable<Block> Blocks(IReadOnlyList<DiffPart> joined)
    {
        string removed = "", added = "";
        foreach (var part in joined)
        {
            switch (part.Kind)
            {
                case DiffKind.Removed:
                    removed = part.Text;
                    break;
                case DiffKind.Added:
                    added = part.Text;
                    break;
                default:
                    yield return new Block(removed, added, part.Text);
                    (removed, added) = ("", "");
                    break;
            }
        }

        yield return new Block(removed, added, "");
    }

    private static List<DiffPart> Align(List<string> old, List<string> now)
    {
        var head = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = Math.Min(
            Math.Min(old.Count, now.Count) - head,
            Enumerable.Range(1, Math.Min(old.Count, now.Count)).TakeWhile(back => old[^back] == now[^back]).Count());
        var parts = old.Take(head).Select(text => new DiffPart(DiffKind.Same, text)).ToList();
        AlignMiddle(old[head..^tail], now[head..^tail], parts);
        parts.AddRange(old.TakeLast(tail).Select(text => new DiffPart(DiffKind.Same, text)));
        return parts;
    }

    private static void AlignMiddle(List<string> old, List<string> now, List<DiffPart> parts)
    {
        if ((long)old.Count * now.Count > MostCells)
        {
            parts.AddRange(old.Select(text => new DiffPart(DiffKind.Removed, text)));
            parts.AddRange(now.Select(text => new DiffPart(DiffKind.Added, text)));
            return;
        }

        var common = CommonLengths(old, now);
        int i = 0, j = 0;
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                parts.Add(new DiffPart(DiffKind.Same, old[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (i < old.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1]))
            {
                parts.Add(new DiffPart(DiffKind.Removed, old[i++]));
            }
            else
            {
                parts.Add(new DiffPart(DiffKind.Added, now[j++]));
            }
        }
    }

    /// <summary>Lengths of the longest common subsequences of what follows each pair of places.</summary>
    private static int[,] CommonLengths(List<string> old, List<string> now)
    {
        var lengths = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static List<string> Lines(string text) => Cut(text, (c, _) => c == '\n');

    /// <summary>Each word with the blanks behind it, so that nothing is lost between them.</summary>
    private static List<string> Words(string text) => Cut(text, (c, next) => char.IsWhiteSpace(c) && !char.IsWhiteSpace(next));

    private static List<string> Cut(string text, Func<char, char, bool> endsHere)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (endsHere(text[i], i + 1 < text.Length ? text[i + 1] : ' ') || i == text.Length - 1)
            {
                pieces.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }

        return pieces;
    }

    private static void AddIfAny(List<DiffPart> parts, DiffKind kind, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new DiffPart(kind, text));
        }
    }

    /// <summary>Neighbours of one kind as one part; between two unchanged ones at most one of each, the removed first.</summary>
    private static List<DiffPart> Joined(List<DiffPart> parts)
    {
        var joined = new List<DiffPart>();
        StringBuilder same = new(), removed = new(), added = new();
        foreach (var part in parts)
        {
            if (part.Kind == DiffKind.Same)
            {
                Flush(removed, DiffKind.Removed);
                Flush(added, DiffKind.Added);
                same.Append(part.Text);
            }
            else
            {
                Flush(same, DiffKind.Same);
                (part.Kind == DiffKind.Removed ? removed : added).Append(part.Text);
            }
        }

        Flush(same, DiffKind.Same);
        Flush(removed, DiffKind.Removed);
        Flush(added, DiffKind.Added);
        return joined;

        void Flush(StringBuilder text, DiffKind kind)
        {
            AddIfAny(joined, kind, text.ToString());
            text.Clear();
        }
    }
}
