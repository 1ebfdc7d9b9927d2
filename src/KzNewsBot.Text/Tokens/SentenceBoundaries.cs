using System.Collections.Frozen;

namespace KzNewsBot.Text.Tokens;

/// <summary>Where sentences end inside one paragraph: marks, closing quotes, abbreviations, initials and numbers decide.</summary>
internal static class SentenceBoundaries
{
    // A full stop after these never ends a sentence: something must follow them.
    private static readonly FrozenSet<string> OpenAbbreviations = Set(
        """
        ул пр просп пер пл г гг им проф акад ген полк подп подполк кап майор лейт серж адм тов гр гос ст п пп рис табл см ср напр т е д
        д-р св о обл р-н с пос дер стр корп кв тел моб млн млрд трлн тыс руб долл тг коп кг км м см мм га сек мин ч экз изд
        мр mr mrs ms dr prof gen col lt sgt capt maj adm gov sen rep rev hon st jr sr no vs vol fig inc ltd co corp pvt cpl
        jan feb mar apr jun jul aug sep sept oct nov dec
        қ ж жж б т ғ бұрынғы обл ауд мыс
        """);

    // These close a phrase: a capital letter after them starts a new sentence.
    private static readonly FrozenSet<string> ClosingAbbreviations = Set(
        "гг млн млрд трлн тыс руб долл тг коп кг км м мм га сек мин ч co corp inc ltd jr sr др пр т.д т.п etc т.б с.с ж жж");

    public static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            var mark = i;
            var after = SkipClosers(text, SkipMarks(text, i, end), end);
            i = after - 1;
            if (after < end && char.IsWhiteSpace(text[after]) && StartsSentence(text, mark, after, end))
            {
                Append(text, from, after, sentences);
                from = after;
            }
        }

        Append(text, from, end, sentences);
    }

    private static int SkipMarks(string text, int i, int end)
    {
        while (i < end && text[i] is '.' or '!' or '?' or '…')
        {
            i++;
        }

        return i;
    }

    private static int SkipClosers(string text, int i, int end)
    {
        while (i < end && text[i] is '"' or '»' or '”' or '’' or '\'' or ')' or ']' or '“')
        {
            i++;
        }

        return i;
    }

    private static bool StartsSentence(string text, int mark, int after, int end)
    {
        var next = after;
        while (next < end && (char.IsWhiteSpace(text[next]) || text[next] is '"' or '«' or '“' or '„' or '(' or '[' or '‘' or '\''))
        {
            next++;
        }

        if (next >= end)
        {
            return true;
        }

        return IsOpening(text[next]) && !(text[mark] == '.' && IsAbbreviation(text, mark));
    }

    private static bool IsOpening(char c) => char.IsUpper(c) || char.IsDigit(c) || (char.IsLetter(c) && !char.IsLower(c));

    private static bool IsAbbreviation(string text, int mark)
    {
        var start = mark;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.') && mark - start < 12)
        {
            start--;
        }

        var word = text.AsSpan(start, mark - start);
        return (word.Length == 1 && char.IsUpper(word[0])) || IsListed(OpenAbbreviations, word);
    }

    private static bool IsListed(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.Contains(Letters.Fold(word)) && !ClosingAbbreviations.Contains(Letters.Fold(word));

    private static void Append(string text, int start, int end, List<TextSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end - start));
        }
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
