namespace KzNewsBot.Text.Tokens;

/// <summary>What the last letter of a stem must be for a variant of a Kazakh suffix to follow it (progressive assimilation).</summary>
internal enum After
{
    Anything,
    Vowel,
    Consonant,

    /// <summary>к қ п т с ш щ ф х ц ч һ, and б в г д, which are voiceless at the end of a word.</summary>
    Voiceless,

    /// <summary>Vowels and voiced consonants.</summary>
    Voiced,

    /// <summary>Voiced consonants, with у and и, which close a syllable.</summary>
    VoicedConsonant,
    Nasal,
    VowelOrNasal,

    /// <summary>р л й у з ж ю and и.</summary>
    Sonorant,

    /// <summary>The third person's ы or і, possibly as сы, сі.</summary>
    Possessive,
}

/// <param name="Harmonic">Whether front and back variants exist; мен, бен and пен do not change.</param>
internal sealed record KazakhEnding(string Text, After After, bool Harmonic = true);

/// <summary>
/// Nominal suffixes in the order in which a word carries them: stem, plural, possessive, case, relational -ғы.
/// Source: any descriptive grammar of Kazakh (septik, täueldik and köptik jalğaular); the first and second person
/// singular possessives are left out on purpose, since -м and -ң would eat қадам, кілем and таң.
/// </summary>
internal static class KazakhEndings
{
    public static readonly KazakhEnding[] Relational =
    [
        .. Pair("ндағы", "ндегі", After.Possessive), .. Pair("дағы", "дегі", After.Voiced), .. Pair("тағы", "тегі", After.Voiceless),
        .. Pair("нікі", "нікі", After.VowelOrNasal),
    ];

    public static readonly KazakhEnding[] Cases =
    [
        .. Pair("ның", "нің", After.VowelOrNasal), .. Pair("дың", "дің", After.Sonorant), .. Pair("тың", "тің", After.Voiceless),
        .. Pair("нда", "нде", After.Possessive), .. Pair("нан", "нен", After.Possessive),
        .. Pair("дан", "ден", After.Voiced), .. Pair("тан", "тен", After.Voiceless), .. Pair("нан", "нен", After.Nasal),
        new("мен", After.Voiced, Harmonic: false), new("бен", After.Voiced, Harmonic: false), new("пен", After.Voiceless, Harmonic: false),
        .. Pair("ға", "ге", After.Voiced), .. Pair("қа", "ке", After.Voiceless), .. Pair("на", "не", After.Possessive),
        .. Pair("ны", "ні", After.Vowel), .. Pair("ды", "ді", After.VoicedConsonant), .. Pair("ты", "ті", After.Voiceless),
        .. Pair("да", "де", After.Voiced), .. Pair("та", "те", After.Voiceless),
        new("н", After.Possessive),
    ];

    public static readonly KazakhEnding[] FirstPersonPlural =
        [.. Pair("ымыз", "іміз", After.Consonant), .. Pair("мыз", "міз", After.Vowel)];

    public static readonly KazakhEnding[] Plurals =
    [
        .. Pair("лар", "лер", After.Anything), .. Pair("дар", "дер", After.VoicedConsonant), .. Pair("тар", "тер", After.Voiceless),
    ];

    private static KazakhEnding[] Pair(string back, string front, After after) => [new(back, after), new(front, after)];
}
