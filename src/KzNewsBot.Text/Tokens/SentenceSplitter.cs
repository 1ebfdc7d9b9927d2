namespace KzNewsBot.Text.Tokens;

/// <summary>Cuts a text into sentences; a newline always ends one.</summary>
internal static class SentenceSplitter
{
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        var start = 0;
        while (start < text.Length)
        {
            var newline = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = newline < 0 ? text.Length : start + newline;
            SentenceBoundaries.Add(text, start, end, sentences);
            start = end + 1;
        }

        return sentences;
    }
}
