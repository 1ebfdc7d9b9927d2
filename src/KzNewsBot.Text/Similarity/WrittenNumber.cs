using System.Globalization;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Text.Similarity;

/// <summary>A number in digits, whose thousands may be parted: 2500, «2 500», "2,500".</summary>
/// <param name="Last">The last word it takes.</param>
/// <param name="IsYear">It may be a year as well.</param>
internal readonly record struct WrittenNumber(int Value, int Last, bool IsYear)
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2099;

    /// <summary>Of a milliard; what goes on longer is no number.</summary>
    private const int MostGroups = 3;

    /// <summary>The number that begins with a word; null when none does, or one with a decimal comma.</summary>
    public static WrittenNumber? Read(IReadOnlyList<MatchableWord> words, int place)
    {
        if (!char.IsAsciiDigit(words[place].Folded[0]) || IsThousands(words, place))
        {
            return null;
        }

        var groups = words[place].Folded.Split(',');
        var digits = string.Concat(groups);
        var parted = groups.Length > 1;
        var last = place;
        for (; last < place + MostGroups && IsThousands(words, last + 1); last++)
        {
            digits += words[last + 1].Folded;
            parted = true;
        }

        return groups.Skip(1).All(group => group.Length == 3) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new WrittenNumber(value, last, !parted && value is >= EarliestYear and <= LatestYear)
            : null;
    }

    /// <summary>Whether the word is the "000" of «2 000».</summary>
    private static bool IsThousands(IReadOnlyList<MatchableWord> words, int place) =>
        place > 0
        && place < words.Count
        && words[place].Length == 3
        && words[place].Folded.All(char.IsAsciiDigit)
        && words[place - 1].End + 1 == words[place].Start
        && words[place - 1].Length <= 3
        && words[place - 1].Folded.All(char.IsAsciiDigit);
}
