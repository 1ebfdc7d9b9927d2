using System.Text;
using KzNewsBot.Playground.Simulator.Http;

namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>Where entities may begin and end: inside the text, between whole characters. Anything else refuses the message.</summary>
internal static class EntityBounds
{
    private const int Farthest = 1_000_000;

    public static void RefuseImpossible(IEnumerable<TextEntity> entities)
    {
        foreach (var entity in entities)
        {
            if (entity.Offset is < 0 or > Farthest)
            {
                throw ApiErrorException.BadRequest($"receive an entity with incorrect offset {entity.Offset}");
            }

            if (entity.Length is < 0 or > Farthest)
            {
                throw ApiErrorException.BadRequest($"receive an entity with incorrect length {entity.Length}");
            }
        }
    }

    /// <summary>Walks the text as the server does: of several faults the first on the way is told.</summary>
    public static void RefuseOutside(string text, IReadOnlyList<TextEntity> arranged)
    {
        var open = new Stack<TextEntity>();
        var (at, bytes, next) = (0, 0, 0);
        while (true)
        {
            CloseUntil(at, bytes, open);
            for (; next < arranged.Count && arranged[next].Offset <= at; next++)
            {
                open.Push(arranged[next].Offset == at ? arranged[next] : throw ApiErrorException.BadRequest($"entity begins in a middle of a UTF-16 symbol at byte offset {bytes}"));
            }

            if (at == text.Length)
            {
                break;
            }

            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var units);
            at += units;
            bytes += rune.Utf8SequenceLength;
        }

        if (next < arranged.Count)
        {
            throw ApiErrorException.BadRequest($"entity begins after the end of the text at UTF-16 offset {arranged[next].Offset}");
        }

        if (open.TryPeek(out var endless))
        {
            throw ApiErrorException.BadRequest($"entity beginning at UTF-16 offset {endless.Offset} ends after the end of the text at UTF-16 offset {endless.End}");
        }
    }

    private static void CloseUntil(int at, int bytes, Stack<TextEntity> open)
    {
        while (open.TryPeek(out var inner) && inner.End <= at)
        {
            if (inner.End < at)
            {
                throw ApiErrorException.BadRequest($"entity beginning at UTF-16 offset {inner.Offset} ends in a middle of a UTF-16 symbol at byte offset {bytes}");
            }

            open.Pop();
        }
    }
}
