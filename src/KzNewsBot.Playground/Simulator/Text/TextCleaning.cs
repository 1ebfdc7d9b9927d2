using System.Text;

namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>What the server does to every text before it is stored (behaviour of Bot API 10.0).</summary>
internal static class TextCleaning
{
    /// <summary>Cleans the text and moves the entities along.</summary>
    public static (string Text, List<TextEntity> Entities) Clean(string text, IEnumerable<TextEntity> entities)
    {
        var cleaned = new StringBuilder(text.Length);
        var moved = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            moved[i] = cleaned.Length;
            if (Replacement(text[i]) is { } kept)
            {
                cleaned.Append(kept);
            }
        }

        moved[text.Length] = cleaned.Length;
        var kepts = entities
            .Select(entity => entity.Between(moved[entity.Offset], moved[entity.End]))
            .Where(entity => entity.Length > 0)
            .ToList();
        return (cleaned.ToString(), kepts);
    }

    /// <summary>Trailing blanks go; leading ones only up to the first entity.</summary>
    public static (string Text, List<TextEntity> Entities) Trim(string text, IReadOnlyList<TextEntity> entities)
    {
        var end = text.Length;
        while (end > 0 && IsBlank(text[end - 1]))
        {
            end--;
        }

        var firstEntity = entities.Count == 0 ? end : entities.Min(entity => entity.Offset);
        var start = 0;
        while (start < end && start < firstEntity && IsBlank(text[start]))
        {
            start++;
        }

        var trimmed = entities
            .Select(entity => entity.Between(entity.Offset - start, Math.Min(entity.End, end) - start))
            .Where(entity => entity.Length > 0)
            .ToList();
        return (text[start..end], trimmed);
    }

    public static bool IsBlank(char character) => character is ' ' or '\n';

    private static char? Replacement(char character) => character switch
    {
        '\n' => '\n',
        '\r' => null,
        < ' ' => ' ',
        // Line and paragraph separators and the bidirectional overrides.
        >= '\u2028' and <= '\u202E' => null,
        // Marks that draw lines and rings over the neighbours.
        '\u030A' or '\u0333' or '\u033F' => null,
        _ => character,
    };
}
