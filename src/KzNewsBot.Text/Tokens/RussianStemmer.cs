namespace KzNewsBot.Text.Tokens;

/// <summary>
/// The Snowball Russian stemmer, written from the description at
/// https://snowballstem.org/algorithms/russian/stemmer.html. Expects a word in lower case with ё folded to е.
/// </summary>
internal static class RussianStemmer
{
    // "Group 1" endings count only after а or я; the longest ending of both groups decides, without falling back.
    private static readonly EndingTable Gerund1 = new("в", "вши", "вшись");
    private static readonly EndingTable Gerund2 = new("ив", "ивши", "ившись", "ыв", "ывши", "ывшись");
    private static readonly EndingTable Reflexive = new("ся", "сь");
    private static readonly EndingTable Adjective = new(
        "ее", "ие", "ые", "ое", "ими", "ыми", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "его", "ого", "ему", "ому",
        "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею");
    private static readonly EndingTable Participle1 = new("ем", "нн", "вш", "ющ", "щ");
    private static readonly EndingTable Participle2 = new("ивш", "ывш", "ующ");
    private static readonly EndingTable Verb1 = new(
        "ла", "на", "ете", "йте", "ли", "й", "л", "ем", "н", "ло", "но", "ет", "ют", "ны", "ть", "ешь", "нно");
    private static readonly EndingTable Verb2 = new(
        "ила", "ыла", "ена", "ейте", "уйте", "ите", "или", "ыли", "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ило", "ыло",
        "ено", "ят", "ует", "уют", "ит", "ыт", "ены", "ить", "ыть", "ишь", "ую", "ю");
    private static readonly EndingTable Noun = new(
        "а", "ев", "ов", "ие", "ье", "е", "иями", "ями", "ами", "еи", "ии", "и", "ией", "ей", "ой", "ий", "й", "иям", "ям",
        "ием", "ем", "ам", "ом", "о", "у", "ах", "иях", "ях", "ы", "ь", "ию", "ью", "ю", "ия", "ья", "я");
    private static readonly EndingTable Derivational = new("ост", "ость");
    private static readonly EndingTable Superlative = new("ейш", "ейше");

    public static string Stem(string word)
    {
        var (regionV, region2) = Regions(word);
        var stem = word.AsSpan();
        stem = stem[..^Inflection(stem, regionV)];
        if (EndsIn(stem, regionV, 'и'))
        {
            stem = stem[..^1];
        }

        stem = stem[..^Derivational.LongestIn(Region(stem, region2))];
        stem = Tidy(stem, regionV);
        return stem.Length == word.Length ? word : new string(stem);
    }

    /// <summary>RV starts after the first vowel; R2 is R1 taken twice, R1 starting after the first consonant that follows a vowel.</summary>
    private static (int RegionV, int Region2) Regions(string word)
    {
        var regionV = Next(word, 0, vowel: true);
        var region1 = Next(word, regionV, vowel: false);
        return (regionV, Next(word, Next(word, region1, vowel: true), vowel: false));
    }

    private static int Next(string word, int from, bool vowel)
    {
        for (var i = from; i < word.Length; i++)
        {
            if (IsVowel(word[i]) == vowel)
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static int Inflection(ReadOnlySpan<char> word, int regionV)
    {
        var gerund = Longest(Gerund1, Gerund2, Region(word, regionV));
        if (gerund > 0)
        {
            return gerund;
        }

        var reflexive = Reflexive.LongestIn(Region(word, regionV));
        var rest = Region(word[..^reflexive], regionV);
        var ending = Adjectival(rest);
        if (ending == 0)
        {
            ending = Longest(Verb1, Verb2, rest);
        }

        return reflexive + (ending == 0 ? Noun.LongestIn(rest) : ending);
    }

    private static int Adjectival(ReadOnlySpan<char> region)
    {
        var adjective = Adjective.LongestIn(region);
        return adjective == 0 ? 0 : adjective + Longest(Participle1, Participle2, region[..^adjective]);
    }

    private static int Longest(EndingTable afterA, EndingTable anywhere, ReadOnlySpan<char> region)
    {
        var first = afterA.LongestIn(region);
        var second = anywhere.LongestIn(region);
        if (second >= first)
        {
            return second;
        }

        return region.Length > first && region[^(first + 1)] is 'а' or 'я' ? first : 0;
    }

    private static ReadOnlySpan<char> Tidy(ReadOnlySpan<char> word, int regionV)
    {
        var superlative = Superlative.LongestIn(Region(word, regionV));
        if (superlative == 0 && EndsIn(word, regionV, 'ь'))
        {
            return word[..^1];
        }

        word = word[..^superlative];
        return Region(word, regionV).EndsWith("нн", StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static ReadOnlySpan<char> Region(ReadOnlySpan<char> word, int start) => start < word.Length ? word[start..] : [];

    private static bool EndsIn(ReadOnlySpan<char> word, int region, char letter) => word.Length > region && word[^1] == letter;

    private static bool IsVowel(char c) => c is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
