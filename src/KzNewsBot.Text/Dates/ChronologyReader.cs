using System.Buffers;
using System.Text.RegularExpressions;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Dates;

/// <summary>Finds the dated facts of a text in reading order; impossible days are passed over. Linear in the length of the text.</summary>
internal static partial class ChronologyReader
{
    /// <summary>Between «во вторник» and the date that it repeats: a comma, a bracket, "on" or «во».</summary>
    private const int WidestGap = 5;

    private const int YearLength = 4;

    /// <summary>Letters between two dates of one sentence.</summary>
    private const int WithinSentence = 300;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?\n");

    /// <summary>Without <paramref name="published"/> dates that need the day of publication are left out.</summary>
    public static IReadOnlyList<DatedFact> Read(string text, DateOnly? published)
    {
        // Dates are often kept together by a space that does not break; the length stays the same.
        var spaced = Letters.Mend(Letters.Space(text));
        var written = Written(DayMarks.Put(MonthMarks.Put(spaced)), published);
        return published is { } day
            ? [.. written.Concat(Spoken(spaced, day, written)).OrderBy(fact => fact.Span.Start)]
            : written;
    }

    private static List<DatedFact> Written(string text, DateOnly? published)
    {
        var facts = new List<DatedFact>();
        var bare = new HashSet<int>();
        foreach (var match in ChronologyPatterns.Written.Matches(text).Where(match => !BornOrMade.Tells(text, match)))
        {
            var span = new TextSpan(match.Index, match.Length);
            facts.AddRange(WrittenDates.Resolve(match, published).Select(found => new DatedFact(found.Value, found.Precision, span)));
            if (!WrittenDates.NamesYear(match))
            {
                bare.Add(match.Index);
            }
        }

        return facts.FindAll(fact => !bare.Contains(fact.Span.Start) || !Contradicted(text, fact, facts, bare));
    }

    /// <summary>
    /// A day without a year is of the publication's, unless its sentence speaks of another year, or its paragraph has just named
    /// this month of another year: then nobody knows. The eleventh of September of an attack is of no year of publication.
    /// </summary>
    private static bool Contradicted(string text, DatedFact fact, List<DatedFact> facts, HashSet<int> bare) =>
        (fact.Value.EndsWith("-09-11", StringComparison.Ordinal) && IsOfAttack(text, fact.Span))
        || facts.Exists(other => !bare.Contains(other.Span.Start)
            && !other.Value.StartsWith(fact.Value[..YearLength], StringComparison.Ordinal)
            && Between(text, fact.Span, other.Span) is { Length: <= WithinSentence } between
            && (!between.ContainsAny(SentenceEnds) || (other.Span.Start < fact.Span.Start && !between.Contains('\n') && MonthOf(other) is { } month && month == MonthOf(fact))));

    private static string? MonthOf(DatedFact fact) => fact.Value.Length >= YearLength + 3 ? fact.Value[YearLength..(YearLength + 3)] : null;

    private static bool IsOfAttack(string text, TextSpan date)
    {
        const int Beside = 12;
        var around = text.AsSpan(Math.Max(0, date.Start - Beside)..Math.Min(text.Length, date.End + Beside));
        return Attack().IsMatch(around);
    }

    /// <summary>The noun: what was attacked on a day without a year was attacked this year.</summary>
    [GeneratedRegex(@"терак(т|ты|тов|ту|тами)\b|\bатак(и|ой|а|у)?\b|\battacks?\b|лаңкест", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Attack();

    private static ReadOnlySpan<char> Between(string text, TextSpan one, TextSpan other) =>
        one.Start < other.Start ? text.AsSpan(one.End, Math.Max(0, other.Start - one.End)) : text.AsSpan(other.End, Math.Max(0, one.Start - other.End));

    /// <summary>Where a word and a written date name the same day, the written one counts.</summary>
    private static List<DatedFact> Spoken(string text, DateOnly published, List<DatedFact> written)
    {
        var facts = new List<DatedFact>();
        var next = 0;
        foreach (var match in SpokenPatterns.Any.Matches(text))
        {
            while (next < written.Count && End(written[next]) <= match.Index)
            {
                next++;
            }

            if (SpokenDates.Resolve(match, text, published) is var (value, precision)
                && !(next > 0 && Repeats(text, precision, written[next - 1], End(written[next - 1]), match.Index))
                && !(next < written.Count && Repeats(text, precision, written[next], match.Index + match.Length, written[next].Span.Start)))
            {
                facts.Add(new DatedFact(value, precision, new TextSpan(match.Index, match.Length)));
            }
        }

        return facts;
    }

    private static int End(DatedFact fact) => fact.Span.Start + fact.Span.Length;

    private static bool Repeats(string text, DatePrecision spoken, DatedFact written, int start, int end) =>
        end < start || (spoken == DatePrecision.Day && written.Precision == DatePrecision.Day && end - start <= WidestGap
            && text.AsSpan(start, end - start).Trim(" ,(–—") is "" or "on" or "в" or "во");
}
