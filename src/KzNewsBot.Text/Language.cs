namespace KzNewsBot.Text;

/// <summary>The languages we read and answer in; everything else is <see cref="Other"/>.</summary>
internal enum Language
{
    Other,
    Kazakh,
    Russian,
    English,
}

/// <summary>Several languages at once.</summary>
[Flags]
internal enum LanguageSet
{
    None = 0,
    Other = 1 << Language.Other,
    Kazakh = 1 << Language.Kazakh,
    Russian = 1 << Language.Russian,
    English = 1 << Language.English,
}

internal static class LanguageSets
{
    /// <summary>The set of this language alone.</summary>
    public static LanguageSet Alone(this Language language) => (LanguageSet)(1 << (int)language);

    public static LanguageSet ToSet(this IEnumerable<Language> languages) =>
        languages.Aggregate(LanguageSet.None, (set, language) => set | language.Alone());
}

internal static class LanguageCodes
{
    /// <summary>ISO 639-1 code: kk, ru, en; "other" for the rest.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Kazakh => "kk",
        Language.Russian => "ru",
        Language.English => "en",
        _ => "other",
    };

    /// <summary>Reads a language tag such as "ru" or "kk-KZ"; unknown tags give <see cref="Language.Other"/>.</summary>
    public static Language Parse(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "kk" or "kz" => Language.Kazakh,
        "ru" => Language.Russian,
        "en" => Language.English,
        _ => Language.Other,
    };
}
