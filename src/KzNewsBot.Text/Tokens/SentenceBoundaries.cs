using System.Globalization;

namespace KzNewsBot.Text.Tokens;

/// <summary>Where sentences end inside one paragraph: marks, closing quotes, what comes before the full stop and after it.</summary>
internal static class SentenceBoundaries
{
    public static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        var from = SkipWhitespace(text, start, end);
        var position = from;
        while (position < end)
        {
            if (!IsMark(text[position]))
            {
                position++;
                continue;
            }

            var marksEnd = SkipMarks(text, position, end);
            var after = SkipClosers(text, marksEnd, end);
            if (Ends(text, from, position, marksEnd, after, end))
            {
                Append(text, from, after, sentences);
                from = SkipWhitespace(text, after, end);
            }

            position = after;
        }

        Append(text, from, end, sentences);
    }

    /// <param name="mark">The first of the marks, which end at <paramref name="marksEnd"/>; closing quotes end at <paramref name="after"/>.</param>
    private static bool Ends(string text, int from, int mark, int marksEnd, int after, int end)
    {
        if (after >= end || !char.IsWhiteSpace(text[after]))
        {
            return false;
        }

        var next = SkipWhitespace(text, after, end);
        if (next < end && text[next] is '-' or '–' or '—')
        {
            // «Готовы?» – спросил Иванов: the dash brings the speaker, not a sentence.
            if (after > marksEnd)
            {
                return false;
            }

            next = SkipWhitespace(text, next + 1, end);
        }

        while (next < end && (IsOpener(text[next]) || IsSign(text[next])))
        {
            next = IsSign(text[next]) ? SkipWhitespace(text, next + 1, end) : next + 1;
        }

        if (next < end && !StartsSentence(text[next]))
        {
            return false;
        }

        var isLoneStop = text[mark] == '.' && marksEnd == mark + 1;
        return !isLoneStop
            || (after == marksEnd ? !Abbreviations.HoldsOn(text, from, mark) : !ClosesAside(text, from, mark) || !Abbreviations.EndsAt(text, from, mark));
    }

    /// <summary>«В ОДКБ (2023–2024 гг.) Астана»: the bracket was opened within the sentence.</summary>
    private static bool ClosesAside(string text, int from, int mark) =>
        text[mark + 1] is ')' or ']' && text.AsSpan(from, mark - from).LastIndexOfAny('(', '[') > 0;

    private static bool IsMark(char c) => c is '.' or '!' or '?' or '…';

    private static bool IsOpener(char c) => c is '"' or '«' or '“' or '„' or '(' or '[' or '‘' or '\'';

    /// <summary>❗ and ⚡ begin the sentences of channels, with a selector of their colour behind them.</summary>
    private static bool IsSign(char c) => c is '\uFE0F' || (c != '№' && char.GetUnicodeCategory(c) is UnicodeCategory.OtherSymbol);

    private static bool IsCloser(char c) => c is '"' or '»' or '”' or '’' or '\'' or ')' or ']' or '“';

    // Letters without case (other scripts) may start a sentence too.
    private static bool StartsSentence(char c) => char.IsDigit(c) || (char.IsLetter(c) && !char.IsLower(c)) || char.IsSurrogate(c);

    private static int SkipMarks(string text, int position, int end)
    {
        while (position < end && IsMark(text[position]))
        {
            position++;
        }

        return position;
    }

    private static int SkipClosers(string text, int position, int end)
    {
        while (position < end && IsCloser(text[position]))
        {
            position++;
        }

        return position;
    }

    private static int SkipWhitespace(string text, int position, int end)
    {
        while (position < end && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    private static void Append(string text, int start, int end, List<TextSpan> sentences)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end - start));
        }
    }
}
