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
        ул пр просп пер пл г им проф акад ген полк подп подполк кап лейт серж адм тов гр гос ст п пп рис табл ср напр св о обл
        р-н с пос дер д мкр стр корп кв моб изд и.о врио к.т.н д.т.н к.п.н д.п.н дж т.е т.к т.н т.ч ок прим реж гл зам
        mr mrs ms dr prof gen col lt sgt capt maj adm gov sen rep rev hon st vs vol fig e.g i.e cf brig amb sec cmdr mt approx
        jan feb mar apr jun jul aug sep sept oct nov dec
        янв фев февр апр авг сен сент окт ноя нояб дек
        ж жж қ ғ даңғ б.з б.э мыс ауд м.а
        """);

    // These may end a phrase, so a capital letter after them starts a sentence.
    private static readonly FrozenSet<string> Closing = Set(
        """
        гг млн млрд трлн тыс руб долл тг коп кг км м мм га сек мин ч др ред авт т.д т.п т.б т.с.с с.г etc co corp inc ltd jr sr ret a.m p.m
        """);

    // A measure behind a number, else the beginning of something: «30 см», «см. Приложение», «500 р.», «р. Урал», «20 тыс. т.», «т. 5».
    private static readonly FrozenSet<string> Measures = Set("см р т");

    // Before a number they begin it, else they are words or end a phrase: «тел. 112», «десять тел.», "no. 5", "said no."
    private static readonly FrozenSet<string> Numbered = Set("ч род тел сағ көш no");

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
            return !FollowsAmount(text, start);
        }

        if (folded is "им" && AnswersThem().IsMatch(text.AsSpan(Math.Max(sentenceStart, start - (2 * LongestWord))..start)))
        {
            return false;
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

        return (IsInitials(word) && !IsGivenName(word, text, start, mark)) || Opens(folded) || IsSecondHalf(text, start, folded, "екн") || IsEnumerator(word, start == sentenceStart);
    }

    /// <summary>Whether the full stop at <paramref name="mark"/> belongs to an abbreviation, whether or not a phrase may end with it.</summary>
    public static bool EndsAt(string text, int sentenceStart, int mark)
    {
        var start = WordStart(text, sentenceStart, mark);
        var word = text.AsSpan(start, mark - start);
        var folded = Letters.Fold(word);
        return !word.IsEmpty && (IsInitials(word) || Opens(folded) || Closing.Contains(folded) || Measures.Contains(folded) || Numbered.Contains(folded)
            || IsSecondHalf(text, start, folded, "дпбечкн"));
    }

    /// <summary>«Ген.-лейт.» opens as «лейт.» does.</summary>
    private static bool Opens(string word) =>
        Open.Contains(word) || (word.LastIndexOf(".-", StringComparison.Ordinal) is var cut and > 0 && Open.Contains(word[(cut + 2)..]));

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

    /// <summary>The next word, or the number behind a bracket: «тел. (7172) 50».</summary>
    private static ReadOnlySpan<char> WordAt(string text, int position, out int end)
    {
        while (position < text.Length && text[position] is ' ' or '\u00A0' or '(')
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

    /// <summary>«А», «К.К», «К.-Ж», "U.S": single capitals, and the pairs that stand for a Cyrillic one, "Sh. Mirziyoyev".</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        foreach (var part in word.SplitAny(".-\u2010\u2011"))
        {
            var letters = word[part];
            var isInitial = letters.Length == 1 ? char.IsUpper(letters[0]) : letters is "" or "Sh" or "Zh" or "Kh" or "Ch" or "Ts" or "Yu" or "Ya" or "Ye" or "Yo";
            if (!isInitial)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>«Ван И» is a whole name, which may end a sentence; «Ван И. С.» is none.</summary>
    private static bool IsGivenName(ReadOnlySpan<char> word, string text, int start, int mark) =>
        word is "И" && WangYi().IsMatch(text.AsSpan(Math.Max(0, start - "«Ван ".Length), Math.Min("«Ван ".Length, start)))
        && !(text.AsSpan(mark + 1).TrimStart() is [var next, '.', ..] && char.IsUpper(next));

    /// <summary>«в 2006 г.» closes unless nothing but the date was said; «в г. Алматы» does not.</summary>
    private static bool IsYear(string text, int start, string word) => word is "г" or "гг" && FollowsDigit(text, start);

    /// <summary>«20 т.», «20 тыс. т.», «20 тысяч т.».</summary>
    private static bool FollowsAmount(string text, int start) => FollowsDigit(text, start) || Thousands().IsMatch(text.AsSpan(0, start)[^Math.Min(start, LongestWord)..]);

    private static bool FollowsDigit(string text, int start) => PreviousEnd(text, start) is var end && end > 0 && char.IsDigit(text[end - 1]);

    /// <summary>«и т. д.», «и т. п.», «т. б.», and «т. е.», «в т. ч.» written apart.</summary>
    private static bool IsSecondHalf(string text, int start, string word, string letters) =>
        word.Length == 1 && letters.Contains(word[0], StringComparison.Ordinal)
        && PreviousEnd(text, start) is var end && end > 1 && text[end - 1] == '.' && text[end - 2] is 'т' or 'Т';

    [GeneratedRegex(@"(^|\W)Ван $", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex WangYi();

    /// <summary>A sentence that is a date so far, or who said it and a date: what it is the date of comes next.</summary>
    [GeneratedRegex(
        @"^\W*((как|по (словам|данным|информации))\b[^.!?]{0,120}, )?((в|во|с|со|к|до|по|на|от|после)\s+)?(\d{1,2}\s+)?((январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр|начал|конц|середин|лет|весн|осен|зим)\w*\s+)?\d{4}(\s?[–—-]\s?\d{4})?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        PatternLimits.Milliseconds)]
    private static partial Regex OnlyDate();

    [GeneratedRegex(@"\b(тыс|тысячи?|млн|млрд)\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Thousands();

    /// <summary>«Готовы помочь им. Казахстан направит»: them, not somebody's name.</summary>
    [GeneratedRegex(
        @"\b(не|(помо[гч]|помож|довер|сказа|ответи|отвеча|предлож|сообщи|разреш|обеща|позвол|поверил|передал|выдал|угрожа)\p{L}*)\s+$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        PatternLimits.Milliseconds)]
    private static partial Regex AnswersThem();

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
