namespace KzNewsBot.Text.Extraction;

/// <summary>A block's characters, counted.</summary>
/// <param name="Bars">Marks that menus and share rows put between words.</param>
/// <param name="IsPhrase">Opens like a line around an article.</param>
internal readonly record struct BlockShape(
    int Words, int Letters, int Capitals, int Digits, int Commas, int Stops, int Quotes, int Bars, bool IsPhrase)
{
    public static BlockShape Of(string text)
    {
        var (words, letters, capitals, digits, commas, stops, quotes, bars) = (0, 0, 0, 0, 0, 0, 0, 0);
        var inside = false;
        foreach (var character in text)
        {
            var isWord = char.IsLetterOrDigit(character);
            words += isWord && !inside ? 1 : 0;
            inside = isWord;
            letters += char.IsLetter(character) ? 1 : 0;
            capitals += char.IsUpper(character) ? 1 : 0;
            digits += char.IsDigit(character) ? 1 : 0;
            commas += character is ',' or '،' ? 1 : 0;
            stops += character is '.' or '!' or '?' ? 1 : 0;
            quotes += character is '"' or '“' or '”' or '«' or '»' ? 1 : 0;
            bars += character is '|' or '•' or '·' or '›' or '/' ? 1 : 0;
        }

        return new BlockShape(words, letters, capitals, digits, commas, stops, quotes, bars, BoilerplatePhrases.Opens(text));
    }
}
