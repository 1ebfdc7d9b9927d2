using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KzNewsBot.Evaluation.Tasks;

/// <summary>
/// What a test case of the feedparser library (Python, Mark Pilgrim and Kurt McKee) expects: "not bozo and
/// entries[0]['title'] == 'x'", in the comment at its beginning. Read are comparisons with a text, a number or a date.
/// </summary>
/// <param name="Path">As in "entries[0].title_detail.value".</param>
internal sealed partial record FeedExpectation(string Path, string Literal)
{
    /// <returns>Empty for a file that expects nothing that can be read.</returns>
    public static IReadOnlyList<FeedExpectation> Read(string document)
    {
        var comment = Comment().Match(document);
        return comment.Success
            ? [.. Comparison().Matches(comment.Groups["expression"].Value).Select(found => new FeedExpectation(Normalize(found.Groups["path"].Value), found.Groups["literal"].Value))]
            : [];
    }

    /// <summary>The text that a literal of Python stands for; null when it is none.</summary>
    public string? Text
    {
        get
        {
            var literal = Literal.TrimStart('u');
            if (literal is not (['\'', .., '\''] or ['"', .., '"']))
            {
                return null;
            }

            var text = new StringBuilder();
            var inner = literal[1..^1];
            for (var i = 0; i < inner.Length; i++)
            {
                if (inner[i] != '\\' || i + 1 == inner.Length)
                {
                    text.Append(inner[i]);
                    continue;
                }

                i++;
                var digits = inner[i] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
                if (digits > 0 && i + digits < inner.Length && int.TryParse(inner.AsSpan(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
                {
                    text.Append(char.ConvertFromUtf32(code));
                    i += digits;
                }
                else
                {
                    text.Append(inner[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
                }
            }

            return text.ToString();
        }
    }

    public int? Number => int.TryParse(Literal, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Of "(2004, 1, 1, 10, 0, 0, 3, 1, 0)", in universal time.</summary>
    public DateTimeOffset? Moment
    {
        get
        {
            var parts = Literal.Trim('(', ')').Split(',', StringSplitOptions.TrimEntries).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
            return Literal.StartsWith('(') && parts.Count >= 6 && parts.TrueForAll(part => part >= 0)
                ? new DateTimeOffset(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], TimeSpan.Zero)
                : null;
        }
    }

    private static string Normalize(string path) => Key().Replace(path, ".${key}");

    [GeneratedRegex(@"Expect:\s*(?<expression>.*?)\s*-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Comment();

    [GeneratedRegex("""(?<path>(feed|entries\[\d+\])(\['\w+'\]|\["\w+"\]|\[\d+\]|\.\w+)+|len\(entries\)) == (?<literal>u?'(\\.|[^'\\])*'|u?"(\\.|[^"\\])*"|\([\d, ]+\)|\d+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Comparison();

    [GeneratedRegex("""\[['"](?<key>\w+)['"]\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Key();
}
