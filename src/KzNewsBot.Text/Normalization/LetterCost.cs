using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>How unlike Russian and Kazakh bytes read in one encoding.</summary>
/// <param name="HalfBits">The surprise of all pairs, see <see cref="LetterPairs"/>.</param>
/// <param name="Pairs">Neighbours of which one at least is no ASCII character.</param>
internal readonly record struct LetterCost(int HalfBits, int Pairs)
{
    /// <summary>About 8 for Russian and Kazakh, 9 for their Cyrillic neighbours, 13 and more for what is no Cyrillic.</summary>
    public double Average => Pairs == 0 ? 0 : (double)HalfBits / Pairs;
}

/// <summary>Reads the bytes of an 8-bit encoding as letters that can be counted.</summary>
internal sealed class LetterReader
{
    private const int LatinLetter = -1;

    /// <summary>Ukrainian, Serbian and other letters: no mistake, but rare here.</summary>
    private const int OtherCyrillic = -2;

    /// <summary>Box drawing, control characters, accented Latin: nothing between Cyrillic letters.</summary>
    private const int Unfit = -3;

    private const int OtherCyrillicCost = 18;
    private const int UnfitCost = 30;

    /// <summary>Old code pages differ in where the capitals stand: a capital inside a word is a misreading.</summary>
    private const int CapitalInWordCost = 12;

    private const string Typography = "\u00A0\u00AD«»—–“”„‘’…№•·©®™§€°‹›±";

    private readonly int[] kinds = new int[256];
    private readonly bool[] capitals = new bool[256];

    public LetterReader(Encoding encoding)
    {
        for (var value = 0; value < kinds.Length; value++)
        {
            var character = encoding.GetString([(byte)value])[0];
            kinds[value] = KindOf(character);
            capitals[value] = char.IsUpper(character);
        }
    }

    public LetterCost Read(ReadOnlySpan<byte> bytes)
    {
        int sum = 0, pairs = 0, before = 0;
        var inLowerCase = false;
        foreach (var value in bytes)
        {
            var kind = kinds[value];
            if (kind == Unfit || kind == OtherCyrillic)
            {
                sum += kind == Unfit ? UnfitCost : OtherCyrillicCost;
                pairs++;
            }
            else if (kind > 0 || before > 0)
            {
                sum += before == LatinLetter || kind == LatinLetter ? LetterPairs.Rarest : LetterPairs.Surprise(before, kind);
                sum += inLowerCase && kind > 0 && capitals[value] ? CapitalInWordCost : 0;
                pairs++;
            }

            before = kind < LatinLetter ? 0 : kind;
            inLowerCase = kind > 0 && !capitals[value];
        }

        return new LetterCost(sum, pairs);
    }

    private static int KindOf(char character)
    {
        var place = LetterPairs.Alphabet.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal);
        return place >= 0 ? place
            : char.IsAsciiLetter(character) ? LatinLetter
            : char.IsAscii(character) || Typography.Contains(character, StringComparison.Ordinal) ? 0
            : character is >= '\u0400' and <= '\u04FF' ? OtherCyrillic
            : Unfit;
    }
}
