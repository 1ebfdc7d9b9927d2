using System.Globalization;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Messages;

/// <summary>Where a part may end: at a blank line, else a line, a sentence, a word, a grapheme cluster.</summary>
internal static class BreakFinder
{
    /// <summary>A break in the first quarter would leave a stub; the next kind of break is better then.</summary>
    private const int StubDivisor = 4;

    /// <summary>Enough to see that a cluster goes on past the limit without reading an endless one.</summary>
    private const int ClusterLookahead = 64;

    public static int PartLength(string text, int start, int room)
    {
        if (start + room >= text.Length)
        {
            return text.Length - start;
        }

        var stub = room / StubDivisor;
        var window = text.AsSpan(start, room + 1);
        var blank = LastBreak(window, "\n\n");
        if (blank > stub)
        {
            return blank;
        }

        var line = LastBreak(window, "\n");
        if (line > stub)
        {
            return line;
        }

        var sentence = LastSentence(window);
        if (sentence > stub)
        {
            return sentence;
        }

        var word = LastWord(window);
        return word > 0 ? word : LastCluster(text, start, room);
    }

    private static int LastBreak(ReadOnlySpan<char> window, string separator) => Math.Max(window.LastIndexOf(separator, StringComparison.Ordinal), 0);

    private static int LastSentence(ReadOnlySpan<char> window)
    {
        // The last sentence is the one being cut.
        var sentences = SentenceSplitter.Split(new string(window));
        return sentences.Count > 1 ? sentences[^2].End : 0;
    }

    private static int LastWord(ReadOnlySpan<char> window)
    {
        for (var i = window.Length - 1; i > 0; i--)
        {
            // A space that carries a combining mark is half of a cluster; a no-break space is not a place to break.
            if (char.IsWhiteSpace(window[i]) && window[i] is not ('\u00A0' or '\u202F') && (i + 1 >= window.Length || !Letters.IsMark(window[i + 1])))
            {
                return i;
            }
        }

        return 0;
    }

    private static int LastCluster(string text, int start, int room)
    {
        var window = text.AsSpan(start, Math.Min(room + ClusterLookahead, text.Length - start));
        var end = 0;
        while (end < room)
        {
            var next = end + StringInfo.GetNextTextElementLength(window[end..]);
            if (next > room)
            {
                break;
            }

            end = next;
        }

        if (end > 0)
        {
            return end;
        }

        // One cluster longer than a whole part: only its surrogate pairs can be kept together.
        return char.IsHighSurrogate(text[start + room - 1]) ? Math.Max(room - 1, 2) : room;
    }
}
