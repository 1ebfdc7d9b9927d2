using System.Text;
using System.Text.RegularExpressions;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

internal sealed record MarkdownBlock(string Text, bool IsHeading);

/// <summary>
/// Markdown to plain lines: one paragraph, heading or list item each, without markup. Covers what news is written in;
/// anything else stays as it stands.
/// </summary>
internal static partial class MarkdownBlocks
{
    public static IReadOnlyList<MarkdownBlock> Read(string markdown)
    {
        var blocks = new List<MarkdownBlock>();
        var paragraph = new StringBuilder();
        var fenced = false;
        foreach (var raw in Comment().Replace(markdown, "").Split('\n'))
        {
            var line = BlockQuote().Replace(raw.TrimEnd(), "");
            var trimmed = line.Trim();
            if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
            {
                fenced = !fenced;
                Flush();
            }
            else if (trimmed.Length == 0 || IsRule(trimmed))
            {
                // A line of dashes or equals signs under one line of text makes that line a heading (Setext).
                Flush(heading: trimmed.Length > 0 && trimmed[0] is '=' or '-' && paragraph.Length > 0);
            }
            else if (!fenced && Heading().Match(trimmed) is { Success: true } heading)
            {
                Flush();
                Add(heading.Groups["text"].Value, heading: true);
            }
            else
            {
                if (!fenced && ListItem().Match(trimmed) is { Success: true } item)
                {
                    Flush();
                    trimmed = item.Groups["number"].Success ? trimmed : $"- {item.Groups["text"].Value}";
                }

                paragraph.Append(paragraph.Length > 0 ? " " : "").Append(trimmed);
            }
        }

        Flush();
        return blocks;

        void Flush(bool heading = false)
        {
            Add(paragraph.ToString(), heading);
            paragraph.Clear();
        }

        void Add(string text, bool heading)
        {
            var plain = TextCleaner.CleanLine(MarkdownInline.ToPlain(text)).Trim();
            if (plain.Any(char.IsLetterOrDigit))
            {
                blocks.Add(new MarkdownBlock(plain, heading));
            }
        }
    }

    private static bool IsRule(string line) =>
        line.Length >= 3 && line[0] is '-' or '*' or '_' or '=' && line.All(c => c == line[0] || c == ' ');

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"<!--[^>]{0,2000}-->", Options, PatternLimits.Milliseconds)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s{0,3}(>\s?){1,5}", Options, PatternLimits.Milliseconds)]
    private static partial Regex BlockQuote();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.+?)(\s#{1,6})?$", Options, PatternLimits.Milliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^([-*+•]|(?<number>\d{1,3}[.)]))\s+(?<text>\S.*)$", Options, PatternLimits.Milliseconds)]
    private static partial Regex ListItem();
}
