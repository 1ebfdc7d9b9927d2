using System.Buffers;
using System.Collections.Frozen;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Dates;

/// <summary>
/// Where and when an agency writes, and its name, before a dash: «АСТАНА. КАЗИНФОРМ — », «МОСКВА, 12 ноя - », "BEIJING, Nov. 12
/// (Xinhua) -- ". It is no part of the sentence behind it, which begins with a capital or a number. «США — Иран» is none: it has neither
/// the marks of a dateline nor an agency's name.
/// </summary>
internal static class AgencyDateline
{
    private const int Longest = 80;
    private const int MostWords = 8;

    /// <summary>Of КАЗИНФОРМ; only an acronym has as many.</summary>
    private const int FewestCapitals = 3;

    /// <summary>Those whose name alone stands before the dash, where their sentences are parted at full stops.</summary>
    private static readonly FrozenSet<string> Alone = FrozenSet.Create(
        StringComparer.Ordinal, "казинформ", "kazinform", "qazinform", "қазақпарат", "казтаг", "kaztag", "тасс", "tass", "интерфакс", "interfax", "синьхуа", "xinhua");

    private static readonly SearchValues<char> Signs = SearchValues.Create(".,(/");

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—");

    /// <summary>What a dateline is written with besides words.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create(" \u00A0.,()/-");

    /// <summary>The text without the dateline that it begins with.</summary>
    public static TextSpan Behind(string text, TextSpan span)
    {
        var head = text.AsSpan(span.Start, Math.Min(span.Length, Longest));
        for (var dash = head.IndexOfAny(Dashes); dash >= 0; dash = Next(head, dash))
        {
            var end = dash + (head[dash..] is ['-', '-', ..] ? 2 : 1);
            if (end + 1 < head.Length && char.IsWhiteSpace(head[end]) && StartsSentence(head[(end + 1)..]) && IsDateline(text.Substring(span.Start, dash)))
            {
                return new TextSpan(span.Start + end + 1, span.Length - end - 1);
            }
        }

        return span;
    }

    private static int Next(ReadOnlySpan<char> head, int dash) => head[(dash + 1)..].IndexOfAny(Dashes) is >= 0 and var next ? dash + 1 + next : -1;

    private static bool StartsSentence(ReadOnlySpan<char> text) => text.TrimStart("«\"“„") is [var first, ..] && (char.IsUpper(first) || char.IsDigit(first));

    private static bool IsDateline(string head)
    {
        var words = WordReader.Read(head).ToList();
        return words.Count is > 0 and <= MostWords
            && head.All(letter => char.IsLetterOrDigit(letter) || Marks.Contains(letter))
            && words.TrueForAll(word => !char.IsLower(head[word.Start]) || MonthNames.Find(Letters.Fold(word.In(head))) is not null)
            && (head.AsSpan().ContainsAny(Signs) || (words.Count == 1 && Alone.Contains(Letters.Fold(words[0].In(head)))))
            && words.Exists(word => IsAgency(word.In(head)) || Alone.Contains(Letters.Fold(word.In(head))) || (word.Start > 0 && head[word.Start - 1] is '(' or '/'));
    }

    /// <summary>КАЗИНФОРМ, and «ҚазАқпарат» with a capital within.</summary>
    private static bool IsAgency(string word) => word.Count(char.IsUpper) >= FewestCapitals || word.Zip(word.Skip(1)).Any(pair => char.IsLower(pair.First) && char.IsUpper(pair.Second));
}
