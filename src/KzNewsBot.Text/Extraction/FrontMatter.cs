namespace KzNewsBot.Text.Extraction;

/// <summary>
/// The block between two "---" lines at the top of a Markdown file: flat "key: value" pairs, as YAML writes them.
/// Indented lines and list items under a key are stepped over, because tools like to add them.
/// </summary>
internal sealed class FrontMatter
{
    private const string Fence = "---";

    private readonly Dictionary<string, string> values;

    private FrontMatter(Dictionary<string, string> values, string body)
    {
        this.values = values;
        Body = body;
    }

    /// <summary>Everything after the closing fence.</summary>
    public string Body { get; }

    /// <summary>The value of a key, or null when it is missing or empty.</summary>
    public string? this[string key] => values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    public static bool Begins(string text) =>
        text.AsSpan().TrimStart('\uFEFF').StartsWith(Fence, StringComparison.Ordinal)
        && FirstLine(text.TrimStart('\uFEFF')).TrimEnd().Length == Fence.Length;

    /// <summary>Null when the block is not closed or a line is no pair.</summary>
    public static FrontMatter? Parse(string text)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line is Fence or "...")
            {
                return new FrontMatter(pairs, string.Join('\n', lines[(i + 1)..]));
            }

            if (line.Length == 0 || line[0] is ' ' or '\t' or '-' or '#')
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[..colon].Any(c => !char.IsLetterOrDigit(c) && c is not ('_' or '-' or ' ')))
            {
                return null;
            }

            pairs[line[..colon].Trim()] = Unquote(line[(colon + 1)..].Trim());
        }

        return null;
    }

    private static ReadOnlySpan<char> FirstLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text : text.AsSpan(0, end);
    }

    private static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] != value[^1] || value[0] is not ('"' or '\''))
        {
            return value;
        }

        return value[0] == '"'
            ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
            : value[1..^1].Replace("''", "'", StringComparison.Ordinal);
    }
}
