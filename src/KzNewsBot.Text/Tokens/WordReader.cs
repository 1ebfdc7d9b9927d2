namespace KzNewsBot.Text.Tokens;

/// <summary>The words and numbers of a text with hyphenated words taken apart and endings after acronyms left out.</summary>
internal static class WordReader
{
    public static IEnumerable<TextSpan> Read(string text) => Read(text, atApostrophes: false);

    /// <param name="atApostrophes">Whether an apostrophe parts words, as in French, Italian and Turkish: l'OTAN, dell'ONU, NATO'nun.</param>
    public static IEnumerable<TextSpan> Read(string text, bool atApostrophes)
    {
        for (var position = 0; Tokenizer.TryRead(text, ref position, out var token);)
        {
            if (token.Kind == TokenKind.Punctuation)
            {
                continue;
            }

            var start = token.Span.Start;
            while (start < token.Span.End)
            {
                var end = PartEnd(text, start, token.Span.End, atApostrophes);
                var head = AcronymHead(text.AsSpan(start, end - start));
                yield return new TextSpan(start, head > 0 ? head : end - start);
                start = AfterEnding(text, start, end, token.Span.End, atApostrophes);
            }
        }
    }

    /// <summary>Length of the capitals that a known ending follows without a hyphen (НАТОға: 4); 0 when that is not so.</summary>
    public static int AcronymHead(ReadOnlySpan<char> word)
    {
        var head = 0;
        while (head < word.Length && char.IsUpper(word[head]))
        {
            head++;
        }

        return head >= 2 && head < word.Length && AcronymEndings.Contains(word[head..]) ? head : 0;
    }

    private static int PartEnd(string text, int start, int end, bool atApostrophes)
    {
        for (var i = start; i < end; i++)
        {
            if (Letters.IsHyphen(text[i]) || (atApostrophes && Letters.IsApostrophe(text[i])))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>Past the hyphen, and past an ending after an acronym: НАТО-ның is one word.</summary>
    private static int AfterEnding(string text, int start, int end, int tokenEnd, bool atApostrophes)
    {
        if (end >= tokenEnd)
        {
            return tokenEnd;
        }

        var next = PartEnd(text, end + 1, tokenEnd, atApostrophes);
        var isEnding = Letters.IsAllCapitals(text.AsSpan(start, end - start)) && AcronymEndings.Contains(text.AsSpan(end + 1, next - end - 1));
        return isEnding ? Math.Min(next + 1, tokenEnd) : end + 1;
    }
}
