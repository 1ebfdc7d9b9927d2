using System.Collections.Frozen;

namespace KzNewsBot.Text.Tokens;

/// <summary>
/// Nouns that Snowball takes for short participles: it cuts «Казахстан» and «Казахстана» to «казахста», but
/// «Казахстану» to «казахстан», so a search for the country would miss half of its forms.
/// </summary>
internal static class RussianLexicon
{
    private static readonly FrozenSet<string> NounsInAn =
        """
        иран ливан ереван тегеран азербайджан судан оман океан орган госорган ветеран экран ресторан караван капитан партизан туман
        граждан россиян балкан талибан титан ураган вулкан чемодан шаман обман
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NounLookup =
        NounsInAn.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stem that the noun's other cases get, or null when the algorithm may decide.</summary>
    public static string? Stem(string word)
    {
        var noun = word.EndsWith("ана", StringComparison.Ordinal) || word.EndsWith("аны", StringComparison.Ordinal) ? word.AsSpan(0, word.Length - 1) : word;
        return (noun.Length > 5 && noun.EndsWith("стан", StringComparison.Ordinal)) || NounLookup.Contains(noun) ? new string(noun) : null;
    }
}
