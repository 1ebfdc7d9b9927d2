using System.Collections.Frozen;

namespace KzNewsBot.Text.Tokens;

/// <summary>The closed list of endings that acronyms take, with a hyphen or without: НАТО-ның, НАТОға, CSTO's.</summary>
internal static class AcronymEndings
{
    private static readonly FrozenSet<string> Kazakh = new[]
    {
        "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "ны", "ні", "ды", "ді", "ты", "ті", "н",
        "да", "де", "та", "те", "нда", "нде", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен",
        "дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі", "нікі", "дікі", "тікі",
        "сы", "сі", "ы", "і", "сының", "сінің", "ының", "інің", "сына", "сіне", "ына", "іне", "сында", "сінде", "ында", "інде",
        "сынан", "сінен", "ынан", "інен", "сын", "сін", "ын", "ін", "сымен", "сімен", "ымен", "імен",
        "лар", "лер", "дар", "дер", "тар", "тер", "лық", "лік", "дық", "дік", "тық", "тік", "ша", "ше",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Russian = new[]
    {
        "а", "у", "е", "ом", "ы", "ов", "ам", "ами", "ах", "овский", "овская", "овское", "овские", "овских", "овского", "овской", "овским",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KazakhLookup =
        Kazakh.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RussianLookup =
        Russian.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> ending) =>
        KazakhLookup.Contains(ending) || RussianLookup.Contains(ending) || ending is "s" or "'s" or "\u2019s";
}
