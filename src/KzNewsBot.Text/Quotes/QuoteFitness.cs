using System.Globalization;
using System.Text.RegularExpressions;
using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Quotes;

/// <summary>Whether a sentence can stand alone: complete, of readable length, not pointing at the sentence before it.</summary>
internal static partial class QuoteFitness
{
    private const int Shortest = 40;
    private const int Longest = 420;

    /// <summary>A turn of an interview or an item of a list starts with a dash, a channel's post with ⚡: no part of what was said.</summary>
    public static TextSpan WithoutSigns(string text, TextSpan sentence)
    {
        var start = sentence.Start;
        while (start < sentence.End && IsSign(text[start]) && !IsMinus(text.AsSpan(start, sentence.End - start)))
        {
            start++;
        }

        while (start > sentence.Start && start < sentence.End && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return new TextSpan(start, sentence.End - start);
    }

    /// <summary>False when the sentence must not be quoted.</summary>
    public static bool StandsAlone(string sentence) => IsWhole(sentence) && !ContextWords.LeansBack(sentence);

    /// <summary>False when it must not be quoted with the sentence before it either.</summary>
    public static bool IsWhole(string sentence) =>
        sentence.Length is >= Shortest and <= Longest && EndsAsStatement(sentence) && StartsAsSentence(sentence);

    /// <summary>A factor above 0 and up to 1, of a sentence that stands alone.</summary>
    public static double Of(string sentence, int contentStems)
    {
        var fitness = contentStems switch
        {
            < 4 => 0.5,
            < 6 or > 40 => 0.85,
            _ => 1.0,
        };
        fitness *= HasBalancedMarks(sentence) ? 1 : 0.4;
        fitness *= HasUnnamedSubject(sentence) ? 0.5 : 1;
        fitness *= FirstPerson().IsMatch(sentence) ? 0.45 : 1;
        return fitness * (AgencyTail().IsMatch(sentence) ? 0.9 : 1);
    }

    private static bool IsSign(char c) => c is '-' or '–' or '—' or '•' or '*' or '\uFE0F' or '\u200D' || char.IsSurrogate(c)
        || (c != '№' && char.GetUnicodeCategory(c) is UnicodeCategory.OtherSymbol);

    /// <summary>«-20 градусов», where an item of a list has a space: «- 20 солдат».</summary>
    private static bool IsMinus(ReadOnlySpan<char> text) => text is ['-' or '–' or '—' or '−', var next, ..] && char.IsAsciiDigit(next);

    private static bool StartsAsSentence(string sentence)
    {
        var first = sentence.AsSpan().TrimStart("\"«“„([");
        first = IsMinus(first) ? first[1..] : first;
        return first.Length > 0 && (char.IsUpper(first[0]) || char.IsDigit(first[0])) && !Furniture().IsMatch(sentence) && !BoilerplateLine.EndsInCall(sentence);
    }

    /// <summary>Headings have no full stop, questions wait for an answer, colons announce something, dots stand where a teaser was cut.</summary>
    private static bool EndsAsStatement(string sentence)
    {
        var body = sentence.AsSpan().TrimEnd("\"»”’)]");
        return body.Length > 0 && body[^1] is '.' or '!' && !body.EndsWith("...", StringComparison.Ordinal)
            && !body.TrimEnd(".!…").EndsWith("?", StringComparison.Ordinal);
    }

    private static bool HasBalancedMarks(string sentence)
    {
        var straight = 0;
        var guillemets = 0;
        var curly = 0;
        var brackets = 0;
        foreach (var c in sentence)
        {
            straight += c == '"' ? 1 : 0;
            guillemets += c == '«' ? 1 : c == '»' ? -1 : 0;
            curly += c is '“' or '”' or '„' ? 1 : 0;
            brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
        }

        return straight % 2 == 0 && guillemets == 0 && curly % 2 == 0 && brackets == 0;
    }

    [GeneratedRegex(@"^\W*(?:читайте|подпи(?:шитесь|сывайтесь|сывайся|шись)|подробн(?:ее|ости)\b|смотрите|(?:фото|видео|источник|реклама)\W*(?:[:/|–—-]|\w+[.!]?$)|напомним|ранее сообщ|read more|read also|subscribe|photo|follow us|сурет|оқи отыр|жазыл)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Furniture();

    /// <summary>«…», – сказал он: who "он" is stands in another sentence.</summary>
    public static bool IsSaidByPronoun(string sentence) => PronounSpeaker().IsMatch(sentence);

    /// <summary>«Документ вступит в силу», "The agency said": which it is stands in another sentence.</summary>
    public static bool HasUnnamedSubject(string sentence) => UnnamedSubject().IsMatch(sentence);

    [GeneratedRegex(@"^\W{0,3}((документ|стороны|встреча|группировка|груз|резолюция|агентство|ведомство|альянс|организация|контингент|аппарат|соглашение|договор|мероприятие|учени[ея]|манёвры|делегации)(,| также)? \p{Ll}+(л|ла|ло|ли|[аеиуюя]т)(ся|сь)?[ ,.]|(құжат|тараптар|агенттік|ведомство|жүк) \p{Ll}+[ ,.]|в (заявлении|сообщении|документе|письме|докладе|ведомстве|агентстве|министерстве) \p{L}+(ет|ют|ит|ят|ли|ся)\b|(мәлімдемеде|хабарламада|құжатта|ведомствода|министрлікте) \p{Ll}+|the (document|agency|move|report|exercises?|drills?|organi[sz]ation|two sides|sides|parties|group|agreement|meeting|talks|ministry|alliance|decision|statement|leaders),? (?!(of|between|in|with|on|to|by|at|that|establishing|creating|known|called|named|dubbed|chaired|hosted)\b)(?-i:\p{Ll})\p{L}*|both (?!\w+ and\b)\p{Ll}+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex UnnamedSubject();

    [GeneratedRegex(@"\b(?:сказал|отметил|добавил|заявил|подчеркнул|пояснил|рассказал|сообщил|уточнил|считает|заключил)а? (?:он|она|они)\b|(?<=[,;\u0022”»]\s)(?:he|she|they) (?:said|added|noted|stressed|explained|told)\b|\b(?:де(?:й)?ді|айтты|атап өтті|мәлімдеді|қосты|түсіндірді) ол\b(?= *(?:$|[.,!?»]))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex PronounSpeaker();

    [GeneratedRegex(@"\b(?:я|мы|нам|нас|нами|наш(?:а|е|и|его|ей|у|им|их|ими|ем)?|мне|меня|мой|моя|считаем|предлагаем|выступаем|біз|біздің|we|our|my|(?-i:I|[Uu]s))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"\b(?:переда[её]т|сообщает|пишет|хабарлайды|деп хабарлады|reports)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex AgencyTail();
}
