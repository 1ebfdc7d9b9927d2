using System.Buffers;
using System.Text.RegularExpressions;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// What is quoted of a denial: its sentence, with those that quotation marks join to it, for half of somebody's words says neither
/// whose they are nor all they mean; and "Fact: …" with the "Claim: …" that it answers. An agency's dateline is no part of it.
/// </summary>
internal static partial class DenialQuotation
{
    /// <summary>Letters; of a longer speech the sentence alone is left.</summary>
    private const int Longest = 600;

    private static readonly SearchValues<char> Marks = SearchValues.Create("«»„“”\"");

    public static TextSpan Around(string text, IReadOnlyList<TextSpan> sentences, int place)
    {
        var (first, last) = Joined(text, sentences, place);
        if (first > 0 && Fact().IsMatch(sentences[first].In(text)) && Claim().IsMatch(sentences[first - 1].In(text)))
        {
            first--;
        }

        var length = sentences[last].End - sentences[first].Start;
        var quotation = length <= Longest ? new TextSpan(sentences[first].Start, length) : sentences[place];

        // «АСТАНА. КАЗИНФОРМ — » is a sentence and the beginning of the next.
        return quotation.Start <= sentences[Math.Min(1, sentences.Count - 1)].Start ? AgencyDateline.Behind(text, quotation) : quotation;
    }

    /// <summary>None of its marks is left open, nor closes what it does not open.</summary>
    public static bool IsWhole(string quotation)
    {
        var mark = quotation.AsSpan().IndexOfAny(Marks);
        return mark < 0 || (quotation[mark] is not ('»' or '”') && !LeavesOpen(quotation, isOpen: false));
    }

    private static (int First, int Last) Joined(string text, IReadOnlyList<TextSpan> sentences, int place)
    {
        var from = place;
        while (from > 0 && IsOneParagraph(from - 1))
        {
            from--;
        }

        var (first, isOpen) = (from, false);
        for (var last = from; ; last++)
        {
            first = isOpen ? first : last;
            isOpen = LeavesOpen(sentences[last].In(text), isOpen);
            if (last >= place && !isOpen)
            {
                return (first, last);
            }

            // A mark that nothing in the paragraph closes, as of an inch, joins nothing.
            if (last + 1 == sentences.Count || !IsOneParagraph(last))
            {
                return (place, place);
            }
        }

        bool IsOneParagraph(int sentence) => !text.AsSpan(sentences[sentence].End, sentences[sentence + 1].Start - sentences[sentence].End).ContainsAny('\n', '\r');
    }

    /// <summary>«НК «Степной газ» has one closing mark for both.</summary>
    private static bool LeavesOpen(string sentence, bool isOpen)
    {
        foreach (var letter in sentence)
        {
            isOpen = letter switch
            {
                '«' or '„' => true,
                '»' or '”' => false,
                '“' or '"' => !isOpen,
                _ => isOpen,
            };
        }

        return isOpen;
    }

    [GeneratedRegex(@"^\W*(fact|reality|truth|факт|правда|реальность|на самом деле|ақиқат|шындық|дерек)\s?[:—–-]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Fact();

    [GeneratedRegex(@"^\W*(claim|myth|fake|rumou?r|утверждение|миф|фейк|слух|мәлімдеме|аңыз|жалған|қауесет)\s?[:—–-]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Claim();
}
