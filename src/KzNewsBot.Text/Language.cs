namespace KzNewsBot.Text;

/// <summary>The languages we read and answer in; everything else is <see cref="Other"/>.</summary>
internal enum Language
{
    Other,
    Kazakh,
    Russian,
    English,
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
