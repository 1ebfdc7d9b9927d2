using System.Buffers;

namespace KzNewsBot.Text.Tokens;

/// <summary>A word being stemmed: its letters in place, with Snowball's regions and its notion of short syllables.</summary>
internal ref struct EnglishWord
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private readonly char[] _letters;

    public EnglishWord(ReadOnlySpan<char> word)
    {
        // One spare place for the "e" that step 1b may add.
        _letters = new char[word.Length + 1];
        Length = word.Length;
        for (var i = 0; i < word.Length; i++)
        {
            // A y that starts a word or follows a vowel is a consonant; Snowball writes it in upper case meanwhile.
            var letter = word[i] is '\u2019' or '\u02BC' ? '\'' : word[i];
            _letters[i] = letter == 'y' && (i == 0 || IsVowel(_letters[i - 1])) ? 'Y' : letter;
        }
    }

    public int Length { get; private set; }

    public int Region1 { get; set; }

    public int Region2 { get; set; }

    public readonly ReadOnlySpan<char> Text => _letters.AsSpan(0, Length);

    public readonly bool EndsInDouble => Length > 1 && Text[^1] == Text[^2]
        && Text[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    /// <summary>R1 is null and the word ends in a short syllable.</summary>
    public readonly bool IsShort => Region1 >= Length && EndsInShortSyllable(Text);

    public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    public static bool EndsInShortSyllable(ReadOnlySpan<char> word)
    {
        if (word is "past")
        {
            return true;
        }

        if (word.Length < 2 || IsVowel(word[^1]) || !IsVowel(word[^2]))
        {
            return false;
        }

        return word.Length == 2 || (!IsVowel(word[^3]) && word[^1] is not ('w' or 'x' or 'Y'));
    }

    public readonly bool Ends(string ending) => Text.EndsWith(ending, StringComparison.Ordinal);

    public readonly bool HasVowelBefore(int end) => end > 0 && Text[..end].ContainsAny(Vowels);

    public bool TryCut(string ending)
    {
        var found = Ends(ending);
        Cut(found ? ending.Length : 0);
        return found;
    }

    public void Cut(int count) => Length -= count;

    public void Append(char letter) => _letters[Length++] = letter;

    public void Replace(int count, string replacement)
    {
        Cut(count);
        replacement.CopyTo(_letters.AsSpan(Length));
        Length += replacement.Length;
    }

    public readonly string ToStem()
    {
        _letters.AsSpan(0, Length).Replace('Y', 'y');
        return new string(Text);
    }
}
