namespace KzNewsBot.Text.Messages;

/// <summary>Cuts a message into parts that Telegram takes.</summary>
internal static class MessageSplitter
{
    /// <summary>Telegram's limit for a message; it counts code points, so UTF-16 units stay on the safe side.</summary>
    public const int TelegramLimit = 4096;

    /// <summary>Telegram ignores the entities after the hundredth.</summary>
    public const int EntityLimit = 100;

    /// <summary>Telegram refuses a message whose entities, their addresses included, take more than about 9,500 bytes.</summary>
    private const int EntityBytes = 8_000;

    /// <param name="limit">UTF-16 units a part may have, 2 to 4096.</param>
    public static IReadOnlyList<StyledText> Split(StyledText message, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, TelegramLimit);
        var parts = new List<StyledText>();
        var spans = new SpanCutter(message.Spans);
        var text = message.Text;
        var start = SkipWhitespace(text, 0);
        while (start < text.Length)
        {
            var room = spans.FurthestEnd(start, EntityLimit, EntityBytes, Math.Min(limit, text.Length - start));
            var length = BreakFinder.PartLength(text, start, room);
            var end = TrimEnd(text, start, start + length);
            parts.Add(new StyledText(text[start..end], spans.Cut(start, end, EntityLimit)));
            start = SkipWhitespace(text, start + length);
        }

        return parts;
    }

    private static int SkipWhitespace(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
