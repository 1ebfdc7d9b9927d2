using System.Buffers;

namespace KzNewsBot.Text.Tokens;

/// <summary>Vowel harmony and the sound classes that decide which variant of a Kazakh suffix follows a stem.</summary>
internal static class KazakhPhonology
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аәеёиоөуұүыіэюя");

    public static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    public static bool IsVowel(char c) => c is 'а' or 'ә' or 'е' or 'ё' or 'и' or 'о' or 'ө' or 'у' or 'ұ' or 'ү' or 'ы' or 'і' or 'э' or 'ю' or 'я';

    public static bool Allows(char last, After after) => after switch
    {
        After.Vowel => IsVowel(last),
        After.Consonant => !IsVowel(last) || last is 'у' or 'и',
        After.Voiceless => IsVoiceless(last),
        After.Voiced => !IsVoiceless(last),
        After.VoicedConsonant => (!IsVoiceless(last) && !IsVowel(last)) || last is 'у' or 'и',
        After.Nasal => IsNasal(last),
        After.VowelOrNasal => IsVowel(last) || IsNasal(last),
        After.Sonorant => last is 'л' or 'р' or 'й' or 'у' or 'з' or 'ж' or 'и' or 'ь',
        After.Possessive => last is 'ы' or 'і',
        _ => true,
    };

    /// <summary>Both front, both back, or one of them neutral (у and ю go with either, as и does in loanwords: саммитке).</summary>
    public static bool Agree(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        var (first, second) = (Harmony(stem), Harmony(ending));
        return first == 0 || second == 0 || first == second;
    }

    private static int Harmony(ReadOnlySpan<char> word)
    {
        // Surnames keep the harmony of their root: Тоқаевтың, Медведевтің.
        if (word.EndsWith("ев", StringComparison.Ordinal) && HasVowel(word[..^2]))
        {
            word = word[..^2];
        }

        for (var i = word.Length - 1; i >= 0; i--)
        {
            switch (word[i])
            {
                case 'а' or 'о' or 'ұ' or 'ы' or 'я':
                    return 1;
                case 'и' when i < word.Length - 1:
                    return 0;
                case 'ә' or 'е' or 'ё' or 'ө' or 'ү' or 'і' or 'э':
                    return -1;
            }
        }

        return 0;
    }

    private static bool IsNasal(char c) => c is 'м' or 'н' or 'ң';

    private static bool IsVoiceless(char c) => c is 'п' or 'т' or 'к' or 'қ' or 'с' or 'ш' or 'щ' or 'х' or 'ф' or 'ч' or 'ц' or 'һ'
        or 'б' or 'в' or 'г' or 'д';
}
