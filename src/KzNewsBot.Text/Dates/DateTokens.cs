using System.Globalization;

namespace KzNewsBot.Text.Dates;

internal enum DateTokenKind
{
    Number,
    Word,
    Mark,
}

internal readonly record struct DateToken(DateTokenKind Kind, int Start, int Length, int Value, bool SpaceBefore)
{
    public int End => Start + Length;
}

/// <summary>Splits a text into numbers, words and single marks, remembering where each stood.</summary>
internal static class DateTokens
{
    public static List<DateToken> Split(string text)
    {
        var tokens = new List<DateToken>();
        var space = false;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                space = true;
                i++;
                continue;
            }

            var token = Read(text, i, space);
            tokens.Add(token);
            space = false;
            i = token.End;
        }

        return tokens;
    }

    private static DateToken Read(string text, int start, bool space)
    {
        var end = start;
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            // Longer numbers are never part of a date; -1 keeps them from matching.
            var value = end - start <= 7
                ? int.Parse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture)
                : -1;
            return new DateToken(DateTokenKind.Number, start, end - start, value, space);
        }

        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end > start
            ? new DateToken(DateTokenKind.Word, start, end - start, 0, space)
            : new DateToken(DateTokenKind.Mark, start, 1, 0, space);
    }
}
