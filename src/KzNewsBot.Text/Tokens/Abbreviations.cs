using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Tokens;

/// <summary>Full stops that belong to a word: initials, titles, units, "т. д.".</summary>
internal static partial class Abbreviations
{
    private const int LongestWord = 16;

    // Something must follow these: a name, a place, a number.
    private static readonly FrozenSet<string> Open = Set(
        """
        ул пр просп пер пл г им проф акад ген полк подп подполк кап майор лейт серж адм тов гр гос ст п пп рис табл см ср напр св о обл
        р-н с пос дер д мкр стр корп кв тел моб изд и.о врио к.т.н д.т.н к.п.н д.п.н дж т.е т.к т.н т.ч ок прим реж
        mr mrs ms dr prof gen col lt sgt capt maj adm gov sen rep rev hon st no vs vol fig e.g i.e cf brig amb sec cmdr mt approx
        jan feb mar apr jun jul aug sep sept oct nov dec
        янв фев февр апр авг сен сент окт ноя нояб дек
        ж жж қ т ғ б.з б.э мыс ауд м.а
        """);

    // These may end a phrase, so a capital letter after them starts a sentence.
    private static readonly FrozenSet<string> Closing = Set(
        """
        гг млн млрд трлн тыс руб долл тг коп кг км м мм га сек мин ч др т.д т.п т.б т.с.с с.г etc co corp inc ltd jr sr a.m p.m
        """);

    // A measure behind a number, else the beginning of something: «30 см», «см. Приложение», «500 р.», «р. Урал».
    private static readonly FrozenSet<string> Measures = Set("см р");

    // Before a number they begin it.
    private static readonly FrozenSet<string> Numbered = Set("ч род сағ көш");

    // «15 млн долл. США», «50 руб. РФ».
    private static readonly FrozenSet<string> Amounts = Set("млн млрд трлн тыс руб долл коп мин сек");

    private static readonly FrozenSet<string> Lands = Set("сша рф рк кнр ақш қр қхр");

    private static readonly FrozenSet<string> AfterHour = Set(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
        november december est edt et pst pdt pt gmt utc cet cest msk bst local
        """);

    private static readonly FrozenSet<string> Companies = Set("ltd inc llc plc limited");

    /// <summary>Whether the full stop at <paramref name="mark"/> cannot end a sentence.</summary>
    public static bool HoldsOn(string text, int sentenceStart, int mark)
    {
        var start = WordStart(text, sentenceStart, mark);
        var word = text.AsSpan(start, mark - start);
        if (word.IsEmpty)
        {
            return false;
        }

        var folded = Letters.Fold(word);
        if (Measures.Contains(folded))
        {
            return !FollowsDigit(text, start);
        }

        if (IsYear(text, start, folded))
        {
            return OnlyDate().IsMatch(text[sentenceStart..start]);
        }

        if (Continues(folded, text, mark + 1))
        {
            return true;
        }

        if (Closing.Contains(folded) || IsSecondHalf(text, start, folded, "дпб"))
        {
            return IsSecondHalf(text, start, folded, "ч");
        }

        return IsInitials(word) || Open.Contains(folded) || IsSecondHalf(text, start, folded, "екн") || IsEnumerator(word, start == sentenceStart);
    }

    /// <summary>Whether what follows belongs to the abbreviation: a number, a country of a currency, the day of an hour.</summary>
    private static bool Continues(string word, string text, int after)
    {
        var next = Letters.Fold(WordAt(text, after, out var end));
        if (next.Length == 0)
        {
            return false;
        }

        if (char.IsDigit(next[0]))
        {
            return Numbered.Contains(word) || (Amounts.Contains(word) && Amounts.Contains(Letters.Fold(WordAt(text, end, out _))));
        }

        return word switch
        {
            "a.m" or "p.m" => AfterHour.Contains(next),
            "co" or "corp" => Companies.Contains(next),
            _ => Amounts.Contains(word) && Lands.Contains(next),
        };
    }

    private static ReadOnlySpan<char> WordAt(string text, int position, out int end)
    {
        while (position < text.Length && text[position] is ' ' or '\u00A0')
        {
            position++;
        }

        end = position;
        while (end < text.Length && end - position < LongestWord && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(position, end - position);
    }

    private static int WordStart(string text, int sentenceStart, int mark)
    {
        var start = mark;
        while (start > sentenceStart && mark - start < LongestWord && IsInner(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static bool IsInner(char c) => char.IsLetterOrDigit(c) || c == '.' || Letters.IsHyphen(c);

    /// <summary>«А», «К.К», «К.-Ж», "U.S": single capitals.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            letters = c == '.' || Letters.IsHyphen(c) ? 0 : letters + 1;
            if (letters > 1 || (letters == 1 && !char.IsUpper(c)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>«в 2006 г.» closes unless nothing but the date was said; «в г. Алматы» does not.</summary>
    private static bool IsYear(string text, int start, string word) => word is "г" or "гг" && FollowsDigit(text, start);

    private static bool FollowsDigit(string text, int start) => PreviousEnd(text, start) is var end && end > 0 && char.IsDigit(text[end - 1]);

    /// <summary>«и т. д.», «и т. п.», «т. б.», and «т. е.», «в т. ч.» written apart.</summary>
    private static bool IsSecondHalf(string text, int start, string word, string letters) =>
        word.Length == 1 && letters.Contains(word[0], StringComparison.Ordinal)
        && PreviousEnd(text, start) is var end && end > 1 && text[end - 1] == '.' && text[end - 2] is 'т' or 'Т';

    /// <summary>A sentence that is a date so far, or who said it and a date: what it is the date of comes next.</summary>
    [GeneratedRegex(
        @"^\W*((как|по (словам|данным|информации))\b[^.!?]{0,120}, )?((в|во|с|со|к|до|по|на|от|после)\s+)?(\d{1,2}\s+)?((январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр|начал|конц|середин|лет|весн|осен|зим)\w*\s+)?\d{4}(\s?[–—-]\s?\d{4})?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex OnlyDate();

    private static int PreviousEnd(string text, int position)
    {
        while (position > 0 && char.IsWhiteSpace(text[position - 1]))
        {
            position--;
        }

        return position;
    }

    /// <summary>«1. Утвердить план»: the number of an item.</summary>
    private static bool IsEnumerator(ReadOnlySpan<char> word, bool startsSentence) =>
        startsSentence && word.Length <= 2 && char.IsDigit(word[0]) && char.IsDigit(word[^1]);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
