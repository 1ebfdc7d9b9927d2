using System.Collections.Frozen;

namespace KzNewsBot.Text.Tokens;

/// <summary>
/// The Snowball English stemmer (Porter2, as of Snowball 3.0), written from the description at
/// https://snowballstem.org/algorithms/english/stemmer.html. Expects a word in lower case.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["skies"] = "sky",
        ["skis"] = "ski",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Words that start so would lose too much: general, community, emergency, international, organization.
    private static readonly string[] Region1Prefixes =
        ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "inter", "organ"];

    private static readonly EndingTable Step2 = new(
        "tional", "enci", "anci", "abli", "entli", "izer", "ization", "ational", "ation", "ator", "alism", "aliti", "alli",
        "fulness", "ousli", "ousness", "iveness", "iviti", "biliti", "bli", "ogist", "ogi", "fulli", "lessli", "li");

    private static readonly EndingTable Step3 = new(
        "tional", "ational", "alize", "icate", "iciti", "ical", "ful", "ness", "ative");

    private static readonly EndingTable Step4 = new(
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti", "ous", "ive",
        "ize", "ion");

    public static string Stem(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var exception))
        {
            return exception;
        }

        // The longest ending rewritten in place is never shorter than what replaces it, save one added "e".
        var letters = new EnglishWord(word.StartsWith('\'') ? word.AsSpan(1) : word);
        (letters.Region1, letters.Region2) = Regions(letters.Text);
        StripPossessive(ref letters);
        StripPlural(ref letters);
        if (letters.Text is not ("proceed" or "exceed" or "succeed"))
        {
            StripPast(ref letters);
            SoftenY(ref letters);
            ReplaceSuffix2(ref letters);
            ReplaceSuffix3(ref letters);
            StripSuffix4(ref letters);
            StripFinal(ref letters);
        }

        return letters.ToStem();
    }

    private static (int Region1, int Region2) Regions(ReadOnlySpan<char> word)
    {
        var region1 = -1;
        foreach (var prefix in Region1Prefixes)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal))
            {
                region1 = prefix.Length;
            }
        }

        region1 = region1 < 0 ? AfterVowelConsonant(word, 0) : region1;
        return (region1, AfterVowelConsonant(word, region1));
    }

    private static int AfterVowelConsonant(ReadOnlySpan<char> word, int start)
    {
        for (var i = start + 1; i < word.Length; i++)
        {
            if (EnglishWord.IsVowel(word[i - 1]) && !EnglishWord.IsVowel(word[i]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static void StripPossessive(ref EnglishWord word)
    {
        if (!word.TryCut("'s'") && !word.TryCut("'s"))
        {
            word.TryCut("'");
        }
    }

    private static void StripPlural(ref EnglishWord word)
    {
        if (word.Ends("sses"))
        {
            word.Cut(2);
        }
        else if (word.Ends("ied") || word.Ends("ies"))
        {
            word.Cut(word.Length > 4 ? 2 : 1);
        }
        else if (word.Ends("s") && !word.Ends("us") && !word.Ends("ss") && word.Length > 2 && word.HasVowelBefore(word.Length - 2))
        {
            word.Cut(1);
        }
    }

    private static void StripPast(ref EnglishWord word)
    {
        if (word.Ends("eed") || word.Ends("eedly"))
        {
            var ending = word.Ends("eed") ? 3 : 5;
            if (word.Length - ending >= word.Region1)
            {
                word.Cut(ending - 2);
            }

            return;
        }

        var length = word.Ends("ingly") ? 5 : word.Ends("edly") ? 4 : word.Ends("ing") ? 3 : word.Ends("ed") ? 2 : 0;
        if (length == 0 || (word.Ends("ing") && IsIngException(ref word)) || !word.HasVowelBefore(word.Length - length))
        {
            return;
        }

        word.Cut(length);
        RestoreShortStem(ref word);
    }

    private static bool IsIngException(ref EnglishWord word)
    {
        var rest = word.Text[..^3];
        if (rest.Length == 2 && rest[1] == 'y' && !EnglishWord.IsVowel(rest[0]))
        {
            word.Replace(4, "ie");
            return true;
        }

        return rest is "inn" or "out" or "cann" or "herr" or "earr" or "even";
    }

    private static void RestoreShortStem(ref EnglishWord word)
    {
        if (word.Ends("at") || word.Ends("bl") || word.Ends("iz"))
        {
            word.Append('e');
        }
        else if (word.EndsInDouble)
        {
            if (word.Length != 3 || word.Text[0] is not ('a' or 'e' or 'o'))
            {
                word.Cut(1);
            }
        }
        else if (word.IsShort)
        {
            word.Append('e');
        }
    }

    private static void SoftenY(ref EnglishWord word)
    {
        if (word.Length > 2 && word.Text[^1] is 'y' or 'Y' && !EnglishWord.IsVowel(word.Text[^2]))
        {
            word.Replace(1, "i");
        }
    }

    private static void ReplaceSuffix2(ref EnglishWord word)
    {
        var length = Step2.LongestIn(word.Text);
        if (length == 0 || word.Length - length < word.Region1)
        {
            return;
        }

        var before = length < word.Length ? word.Text[^(length + 1)] : ' ';
        switch (word.Text[^length..])
        {
            case "ogi" when before != 'l':
            case "li" when !"cdeghkmnrt".Contains(before, StringComparison.Ordinal):
                return;
            case "li":
                word.Cut(2);
                return;
        }

        word.Replace(length, word.Text[^length..] switch
        {
            "tional" => "tion",
            "enci" => "ence",
            "anci" => "ance",
            "abli" => "able",
            "entli" => "ent",
            "izer" or "ization" => "ize",
            "ational" or "ation" or "ator" => "ate",
            "alism" or "aliti" or "alli" => "al",
            "fulness" or "fulli" => "ful",
            "ousli" or "ousness" => "ous",
            "iveness" or "iviti" => "ive",
            "biliti" or "bli" => "ble",
            "lessli" => "less",
            _ => "og",
        });
    }

    private static void ReplaceSuffix3(ref EnglishWord word)
    {
        var length = Step3.LongestIn(word.Text);
        var start = word.Length - length;
        if (length == 0 || start < word.Region1)
        {
            return;
        }

        switch (word.Text[start..])
        {
            case "ative" when start >= word.Region2:
            case "ful" or "ness":
                word.Cut(length);
                break;
            case "tional":
                word.Replace(length, "tion");
                break;
            case "ational":
                word.Replace(length, "ate");
                break;
            case "alize":
                word.Replace(length, "al");
                break;
            case "icate" or "iciti" or "ical":
                word.Replace(length, "ic");
                break;
        }
    }

    private static void StripSuffix4(ref EnglishWord word)
    {
        var length = Step4.LongestIn(word.Text);
        var start = word.Length - length;
        if (length > 0 && start >= word.Region2
            && (word.Text[start..] is not "ion" || (start > 0 && word.Text[start - 1] is 's' or 't')))
        {
            word.Cut(length);
        }
    }

    private static void StripFinal(ref EnglishWord word)
    {
        var last = word.Length - 1;
        var cut = word.Ends("e")
            ? last >= word.Region2 || (last >= word.Region1 && !EnglishWord.EndsInShortSyllable(word.Text[..last]))
            : word.Ends("ll") && last >= word.Region2;
        if (cut)
        {
            word.Cut(1);
        }
    }
}
