using System.Text;

namespace KzNewsBot.Playground.Newsroom.Pages;

/// <summary>
/// The text of an article as HTML. Blocks stand apart by an empty line; a block whose lines begin with "- " is a list, with
/// "| " a table (its first row is the head), "## " makes a subheading, "> " a quotation, anything else is a paragraph.
/// </summary>
internal static class BodyHtml
{
    public static string Write(string text)
    {
        var html = new StringBuilder();
        foreach (var block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append(Block(block)).Append('\n');
        }

        return html.ToString().TrimEnd();
    }

    /// <summary>The blocks as lines of plain text.</summary>
    public static IEnumerable<string> Lines(string text) => text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line switch
        {
            ['#', '#', ' ', .. var head] => head,
            ['>', ' ', .. var quotation] => quotation,
            ['|', ' ', ..] => string.Join(" — ", Cells(line)),
            ['-', ' ', .. var item] => $"• {item}",
            _ => line,
        });

    public static string Inline(string text) => HtmlText.Encode(text.ReplaceLineEndings(" "));

    private static string Block(string block)
    {
        var lines = block.Split('\n', StringSplitOptions.TrimEntries);
        return lines[0] switch
        {
            ['#', '#', ' ', .. var head] => $"<h2>{Inline(head)}</h2>",
            ['>', ' ', ..] => $"<blockquote><p>{Inline(string.Join(' ', lines.Select(line => line.TrimStart('>', ' '))))}</p></blockquote>",
            ['-', ' ', ..] => $"<ul>\n{string.Join('\n', lines.Select(line => $"<li>{Inline(line[2..])}</li>"))}\n</ul>",
            ['|', ' ', ..] => Table(lines),
            _ => $"<p>{Inline(block)}</p>",
        };
    }

    private static string Table(string[] lines)
    {
        var rows = lines.Skip(1).Select(line => Row(line, "td"));
        return $"<table>\n<thead>{Row(lines[0], "th")}</thead>\n<tbody>\n{string.Join('\n', rows)}\n</tbody>\n</table>";
    }

    private static string Row(string line, string cell) =>
        $"<tr>{string.Concat(Cells(line).Select(text => $"<{cell}>{Inline(text)}</{cell}>"))}</tr>";

    private static string[] Cells(string line) => line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
}
