using KzNewsBot.Text;

namespace KzNewsBot.Localization;

internal enum PluralCategory
{
    One,
    Few,
    Many,
    Other,
}

/// <summary>CLDR cardinal plural rules for whole numbers in our three languages.</summary>
internal static class PluralRules
{
    public static IReadOnlyList<PluralCategory> CategoriesOf(Language language) => language == Language.Russian
        ? [PluralCategory.One, PluralCategory.Few, PluralCategory.Many]
        : [PluralCategory.One, PluralCategory.Other];

    public static PluralCategory CategoryOf(Language language, int count) => language == Language.Russian
        ? Russian(Math.Abs(count))
        : count == 1 ? PluralCategory.One : PluralCategory.Other;

    private static PluralCategory Russian(int count) => (count % 10, count % 100) switch
    {
        (1, not 11) => PluralCategory.One,
        ( >= 2 and <= 4, < 12 or > 14) => PluralCategory.Few,
        _ => PluralCategory.Many,
    };
}
