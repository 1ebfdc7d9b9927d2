using System.Text;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Cli;

/// <summary>A message on a terminal: quotations behind a bar, addresses in angle brackets, buttons in square ones.</summary>
internal static class PlainText
{
    public static string Of(RenderedMessage message)
    {
        var text = new StringBuilder();
        var source = message.Text.Text;
        for (var i = 0; i <= source.Length; i++)
        {
            foreach (var link in message.Text.Spans.Where(span => span.Style == TextStyle.Link && span.Offset + span.Length == i))
            {
                text.Append(" <").Append(link.Url).Append('>');
            }

            if (i < source.Length)
            {
                if (message.Text.Spans.Any(span => span.Style is TextStyle.BlockQuote or TextStyle.ExpandableBlockQuote && span.Offset == i))
                {
                    text.Append("│ ");
                }

                text.Append(source[i]);
            }
        }

        text.Append('\n');
        foreach (var row in message.Keyboard)
        {
            text.Append(string.Join(' ', row.Select(button => $"[{button.Label}]"))).Append('\n');
        }

        return text.ToString();
    }
}
