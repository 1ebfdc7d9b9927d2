using System.Collections.Frozen;

namespace KzNewsBot.Text.Tokens;

/// <summary>Full stops that belong to a word: initials, titles, units, "т. д.".</summary>
internal static class Abbreviations
{
    private const int LongestWord = 16;

    // Something must follow these: a name, a place, a number.
    private static readonly FrozenSet<string> Open = Set(
        """
        ул пр просп пер пл г им проф акад ген полк подп подполк кап майор лейт серж адм тов гр гос ст п пп рис табл см ср напр св о обл
        р-н с пос дер стр корп кв тел моб изд и.о врио к.т.н д.т.н к.п.н д.п.н
        mr mrs ms dr prof gen col lt sgt capt maj adm gov sen rep rev hon st no vs vol fig e.g i.e cf
        jan feb mar apr jun jul aug sep sept oct nov dec
        янв фев февр апр авг сен сент окт ноя нояб дек
        ж жж қ т ғ б.з б.э мыс ауд
        """);

    // These may end a phrase, so a capital letter after them starts a sentence.
    private static readonly FrozenSet<string> Closing = Set(
        """
        гг млн млрд трлн тыс руб долл тг коп кг км м см мм га сек мин ч др т.д т.п т.б т.с.с с.г etc co corp inc ltd jr sr a.m p.m
        """);

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
        if (Closing.Contains(folded) || IsYear(text, start, folded) || IsSecondHalf(text, start, folded))
        {
            return false;
        }

        return IsInitials(word) || Open.Contains(folded) || IsEnumerator(word, start == sentenceStart);
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

    /// <summary>«в 2006 г.» closes, «в г. Алматы» does not.</summary>
    private static bool IsYear(string text, int start, string word) =>
        word is "г" && PreviousEnd(text, start) is var end && end > 0 && char.IsDigit(text[end - 1]);

    /// <summary>«и т. д.», «и т. п.», «т. б.» written apart.</summary>
    private static bool IsSecondHalf(string text, int start, string word) =>
        word is "д" or "п" or "б" && PreviousEnd(text, start) is var end && end > 1 && text[end - 1] == '.' && text[end - 2] is 'т' or 'Т';

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
