using System.Text;

namespace KzNewsBot.Evaluation.Training;

/// <summary>
/// Writes Kazakh in the Latin alphabets that were decreed or proposed (2018 with acutes, 2021 with diaereses and macron) and in
/// the one that news sites used before, so that the model learns them from Cyrillic text.
/// </summary>
internal static class LatinKazakh
{
    private const string Cyrillic = "абвгғдежзийкқлмнңоөпрстуұүфхһыіэяюёцчшщьъә";

    private static readonly string[][] Alphabets =
    [
        Letters("a b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h y ı e ia iu io ts ch ş ş - - ä"),
        Letters("a b v g ǵ d e j z ı ı k q l m n ń o ó p r s t ý u ú f h h y i e ia iý io ts ch sh sh - - á"),
        Letters("a b v g ğ d e j z ï y k q l m n ñ o ö p r s t w u ü f x h ı i e ya yu yo c ç ş ş - - ä"),
    ];

    /// <summary>One spelling of the word in each alphabet.</summary>
    public static IEnumerable<string> Spellings(string word) => Alphabets.Select(alphabet => Spell(word, alphabet));

    private static string Spell(string word, string[] alphabet)
    {
        var latin = new StringBuilder();
        foreach (var letter in word)
        {
            var place = Cyrillic.IndexOf(letter, StringComparison.Ordinal);
            latin.Append(place < 0 ? letter.ToString() : alphabet[place]);
        }

        return latin.ToString();
    }

    private static string[] Letters(string letters) => [.. letters.Split(' ').Select(letter => letter == "-" ? "" : letter)];
}
