using System.Collections.Frozen;

namespace KzNewsBot.Text.Tokens;

/// <summary>
/// Nouns and surnames that Snowball takes for short participles: it cuts «Казахстан» and «Казахстана» to «казахста», but
/// «Казахстану» to «казахстан», so a search for the country would miss half of its forms.
/// </summary>
internal static class RussianLexicon
{
    private static readonly FrozenSet<string> NounsInAn =
        """
        иран ливан ереван тегеран азербайджан судан оман океан орган госорган ветеран экран ресторан караван капитан партизан туман
        граждан россиян балкан талибан титан ураган вулкан чемодан шаман обман эрдоган пашинян
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>«Токаев» alone would be «тока», its other cases «токаев».</summary>
    private static readonly string[] SurnameEnds = ["баев", "мбетов", "галиев", "шимов"];

    private static readonly FrozenSet<string> Surnames =
        """
        киев токаев жаксылыков бердибеков назарбаев мирзиеев жапаров бектенов бектанов косанов смаилов абаев аблязов алиев лавров песков медведев иванов
        нурдаулетов кошанов сагимбаев асылов тлеубердиев бердымухамедов джапаров кулиев сидоров белоусов патрушев васильев масадыков
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SurnameLookup =
        Surnames.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NounLookup =
        NounsInAn.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stem that the noun's other cases get, or null when the algorithm may decide.</summary>
    public static string? Stem(string word)
    {
        var noun = word.EndsWith("ана", StringComparison.Ordinal) || word.EndsWith("аны", StringComparison.Ordinal) || word.EndsWith("яна", StringComparison.Ordinal)
            ? word.AsSpan(0, word.Length - 1)
            : word;
        return (noun.Length > 5 && noun.EndsWith("стан", StringComparison.Ordinal)) || NounLookup.Contains(noun) ? new string(noun) : Surname(word);
    }

    private static string? Surname(string word)
    {
        var name = word.AsSpan(0, word.Length - CaseEnding(word));
        return name.Length > 3 && name[^1] == 'в' && (SurnameLookup.Contains(name) || (name.Length > 6 && EndsAsSurname(name))) ? new string(name) : null;
    }

    /// <summary>Letters of the case of a surname in -ов: -а, -у, -е, -ым, and -ом of a town.</summary>
    private static int CaseEnding(string word) => word switch
    {
        [.., 'в', 'а' or 'у' or 'е'] => 1,
        [.., 'в', 'ы' or 'о', 'м'] => 2,
        _ => 0,
    };

    private static bool EndsAsSurname(ReadOnlySpan<char> name)
    {
        foreach (var end in SurnameEnds)
        {
            if (name.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
