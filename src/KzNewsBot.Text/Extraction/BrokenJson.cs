namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Saves the dates and the author of JSON-LD that is no JSON, mostly because of bare quotation marks in a headline. Only values
/// without such marks are taken, each in one pass over the text.
/// </summary>
internal static class BrokenJson
{
    private const int MaxLength = 500_000;
    private const int MaxValue = 120;

    /// <summary>How far behind "author" its "name" may stand.</summary>
    private const int AuthorReach = 300;

    public static StructuredData Read(string script) =>
        script.Length > MaxLength || !script.Contains("Article\"", StringComparison.Ordinal)
            ? StructuredData.None
            : StructuredData.None with
            {
                Published = Value(script, "datePublished", 0, script.Length),
                Modified = Value(script, "dateModified", 0, script.Length),
                Authors = Author(script) is { } name ? [new NamedParty(name, IsPerson: true)] : [],
            };

    private static string? Author(string script)
    {
        var at = script.IndexOf("\"author\"", StringComparison.Ordinal);
        return at < 0 ? null
            : Value(script, "author", at, script.Length)
                ?? Value(script, "name", at, Math.Min(script.Length, at + AuthorReach));
    }

    /// <summary>The string behind the first such key; null when it is no short string.</summary>
    private static string? Value(string script, string key, int from, int to)
    {
        var at = script.IndexOf($"\"{key}\"", from, to - from, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = at + key.Length + 2;
        while (start < to && (char.IsWhiteSpace(script[start]) || script[start] == ':'))
        {
            start++;
        }

        if (start >= to || script[start] != '"')
        {
            return null;
        }

        var end = script.IndexOf('"', start + 1);
        return end > start + 1 && end - start <= MaxValue && !script.AsSpan(start, end - start).ContainsAny('\\', '\n', '{') ? script[(start + 1)..end] : null;
    }
}
