using System.Text.RegularExpressions;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Dates;

/// <summary>
/// The matches of a pattern that begins with a word and always holds a key soon after: tried only where one follows, for to try
/// every word of a text costs several times as much. Interpreted: as generated code such patterns take long to compile and read
/// no faster.
/// </summary>
/// <param name="numbers">A digit is a key, and the mark of a month.</param>
/// <param name="keys">In any case, of two letters at least.</param>
internal sealed class DateSearch(string pattern, bool numbers, params string[] keys)
{
    /// <summary>Letters from the beginning of a match to its first key; <see cref="ChronologyWords.Begin"/> allows 25, «told …» in <see cref="SpokenPatterns"/> 21.</summary>
    private const int Lead = 26;

    private readonly KeySearch _keys = new(keys);

    private readonly Regex _here = PatternLimits.Interpreted(
        @"\G" + pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>From left to right, none within another.</summary>
    public IEnumerable<Match> Matches(string text)
    {
        var next = 0;
        foreach (var key in Keys(text))
        {
            for (next = Math.Max(next, key - Lead); next <= key; next++)
            {
                if ((next == 0 || !char.IsLetterOrDigit(text[next - 1])) && _here.Match(text, next) is { Success: true } match)
                {
                    yield return match;
                    next += match.Length - 1;
                }
            }
        }
    }

    /// <summary>In order. Of a number the first digit is enough: nothing begins within it.</summary>
    private List<int> Keys(string text)
    {
        var found = new List<int>();
        for (var (from, at) = (0, 0); (at = _keys.IndexIn(text.AsSpan(from))) >= 0; from += at + 1)
        {
            found.Add(from + at);
        }

        for (var i = 0; numbers && i < text.Length; i++)
        {
            if (MonthMarks.IsMark(text[i]) || (char.IsDigit(text[i]) && (i == 0 || !char.IsDigit(text[i - 1]))))
            {
                found.Add(i);
            }
        }

        found.Sort();
        return found;
    }
}
