using System.Text;

namespace KzNewsBot.Text.Tokens;

/// <summary>Cuts a text into words, numbers and punctuation in one pass.</summary>
internal static class Tokenizer
{
    /// <summary>The next token from a position, which moves behind it; false when nothing follows.</summary>
    public static bool TryRead(string text, ref int position, out Token token)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        if (position == text.Length)
        {
            token = default;
            return false;
        }

        var (length, kind) = Read(text, position);
        token = new Token(new TextSpan(position, length), kind);
        position += length;
        return true;
    }

    private static (int Length, TokenKind Kind) Read(string text, int start)
    {
        var letter = LetterLength(text, start);
        if (letter > 0)
        {
            return (WordEnd(text, start + letter) - start, TokenKind.Word);
        }

        return char.IsDigit(text[start])
            ? (NumberEnd(text, start) - start, TokenKind.Number)
            : (RuneLength(text, start), TokenKind.Punctuation);
    }

    private static int WordEnd(string text, int position)
    {
        while (position < text.Length)
        {
            var length = WordPartLength(text, position);
            if (length == 0)
            {
                if (!IsJoint(text[position]) || position + 1 >= text.Length || WordPartLength(text, position + 1) == 0)
                {
                    break;
                }

                length = 1;
            }

            position += length;
        }

        return position;
    }

    private static bool IsJoint(char mark) => Letters.IsHyphen(mark) || Letters.IsApostrophe(mark);

    private static int NumberEnd(string text, int position)
    {
        while (position < text.Length
            && (char.IsDigit(text[position]) || (IsInnerMark(text[position]) && IsDigitAt(text, position + 1))))
        {
            position++;
        }

        return position;
    }

    private static bool IsInnerMark(char mark) => mark is '.' or ',' or ':' or '/';

    private static bool IsDigitAt(string text, int position) => position < text.Length && char.IsDigit(text[position]);

    private static int WordPartLength(string text, int position)
    {
        var c = text[position];
        return char.IsDigit(c) || Letters.IsMark(c) || c == '\u00AD' ? 1 : LetterLength(text, position);
    }

    private static int LetterLength(string text, int position)
    {
        if (char.IsLetter(text[position]))
        {
            return 1;
        }

        return Rune.TryGetRuneAt(text, position, out var rune) && rune.Utf16SequenceLength == 2 && Rune.IsLetter(rune) ? 2 : 0;
    }

    private static int RuneLength(string text, int position) =>
        Rune.TryGetRuneAt(text, position, out var rune) ? rune.Utf16SequenceLength : 1;
}
