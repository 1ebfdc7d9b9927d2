using System.Text;

namespace KzNewsBot.Text.Tokens;

/// <summary>
/// Kazakh that is written in Latin letters, as Cyrillic: in the alphabets decreed in 2018 (acutes) and 2021, and in the one that
/// news sites used before. They differ in what ı, i, y and u stand for. Near enough for stems and names to be the same.
/// </summary>
internal static class KazakhLatin
{
    private const string Vowels = "аәеоөуұүыіи";
    private const string InAll = "aа bб vв gг ğғ ǵғ dд eе jж zз kк qқ lл mм nн ñң ńң oо öө óө pп rр sс tт üү úү ūұ ýу wу fф xх hх äә áә şш çч cц ïи ";

    /// <summary>By the letters that no other has; where none stands, the first.</summary>
    private static readonly (string Own, Dictionary<char, char> Letters)[] Alphabets =
    [
        ("ū", Map(InAll + "ıі iи yы uу")),
        ("ǵńáóúý", Map(InAll + "ıи iі yы uұ")),
        ("wï", Map(InAll + "ıы iі yй uұ")),
    ];

    public static bool IsWritten(string text) => Letters.AreOfLatinText(text.Count(Letters.IsLatin), text.Count(Letters.IsCyrillic));

    /// <summary>Both parts of an article in the alphabet of the whole.</summary>
    public static (string Title, string Body) ToCyrillic(string title, string body)
    {
        var letters = Alphabets.MaxBy(alphabet => Count(title, alphabet.Own) + Count(body, alphabet.Own)).Letters;
        return (Spell(title, letters), Spell(body, letters));
    }

    private static int Count(string text, string own) => text.Count(letter => own.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal));

    private static string Spell(string text, Dictionary<char, char> letters)
    {
        var cyrillic = new StringBuilder(text.Length);
        var before = ' ';
        foreach (var letter in text)
        {
            var lower = letter == 'İ' ? 'i' : char.ToLowerInvariant(letter);
            var (meant, replaced) = (before, letters.GetValueOrDefault(lower, lower)) switch
            {
                ('с', 'х') => ('ш', 1),
                ('ц', 'х') => ('ч', 1),
                ('й', 'а') => ('я', 1),
                ('й', 'у' or 'ұ') => ('ю', 1),
                (_, 'и') when Vowels.Contains(before, StringComparison.Ordinal) => ('й', 0),
                (_, var same) => (same, 0),
            };
            var upper = char.IsUpper(replaced > 0 ? cyrillic[^1] : letter);
            cyrillic.Length -= replaced;
            cyrillic.Append(upper ? char.ToUpperInvariant(meant) : meant);
            before = meant;
        }

        return cyrillic.ToString();
    }

    private static Dictionary<char, char> Map(string pairs) => pairs.Split(' ').ToDictionary(pair => pair[0], pair => pair[1]);
}
