using System.Text;

namespace KzNewsBot.Text.Tokens;

/// <summary>
/// Kazakh that is written in Latin letters, as Cyrillic: in the alphabets decreed in 2017 (apostrophes), 2018 (acutes) and 2021, and in
/// the one that news sites used before. They differ in what ı, i, y and u stand for. Near enough for stems and names to be the same.
/// </summary>
internal static class KazakhLatin
{
    private const string Vowels = "аәеоөуұүыіи";
    private const string FullVowels = "аәеоөұү";
    private const string InAll = "aа bб vв gг ğғ ǵғ dд eе jж zз kк qқ lл mм nн ñң ńң oо öө óө pп rр sс tт üү úү ūұ ýу wу fф xх hх äә áә şш çч cц ïи ";

    /// <summary>By the letters that no other has; where none stands, the first.</summary>
    private static readonly (string Own, Dictionary<char, char> Letters)[] Alphabets =
    [
        ("ū", Map(InAll + "ıі iи yы uу")),
        ("ǵńáóúý", Map(InAll + "ıи iі yы uұ")),
        ("'’ʼ", Map(InAll + "ıи iі yы uұ ’' ʼ'")),
        ("wï", Map(InAll + "ıы iі yй uұ")),
    ];

    /// <summary>Two letters for one.</summary>
    private static readonly Dictionary<(char, char), char> Pairs =
        "схш цхч йая йую йұю а'ә г'ғ і'и н'ң о'ө с'ш ц'ч ұ'ү ы'у й'у".Split(' ').ToDictionary(pair => (pair[0], pair[1]), pair => pair[2]);

    /// <summary>Whether an article of these parts, in Kazakh, is.</summary>
    public static bool IsWritten(string title, string body) =>
        Letters.AreOfLatinText(title.Count(Letters.IsLatin) + body.Count(Letters.IsLatin), title.Count(Letters.IsCyrillic) + body.Count(Letters.IsCyrillic));

    /// <summary>Both parts of an article in the alphabet of the whole.</summary>
    public static (RespelledText Title, RespelledText Body) ToCyrillic(string title, string body)
    {
        var letters = Alphabets.MaxBy(alphabet => Count(title, alphabet.Own) + Count(body, alphabet.Own)).Letters;
        return (Spell(title, letters), Spell(body, letters));
    }

    private static int Count(string text, string own) => text.Count(letter => own.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal));

    private static RespelledText Spell(string text, Dictionary<char, char> letters)
    {
        var cyrillic = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            var lower = text[i] == 'İ' ? 'i' : char.ToLowerInvariant(text[i]);
            var letter = letters.GetValueOrDefault(lower, lower);
            var (before, last) = (Before(cyrillic, 2), Before(cyrillic, 1));
            // Азия is written Aziia, and where й begins a word it is written as и is.
            var first = last == 'и' && !char.IsLetter(before) ? 'й' : last;
            var paired = Pairs.TryGetValue((first, letter), out var meant);
            var upper = char.IsUpper(paired ? cyrillic[^1] : text[i]);
            if (paired)
            {
                cyrillic.Length--;
            }
            else
            {
                origins.Add(i);
                (before, meant) = (last, letter);
            }

            meant = meant switch
            {
                'и' when Vowels.Contains(before, StringComparison.Ordinal) => 'й',
                'ы' when FullVowels.Contains(before, StringComparison.Ordinal) => 'й',
                _ => meant,
            };
            cyrillic.Append(upper ? char.ToUpperInvariant(meant) : meant);
        }

        origins.Add(text.Length);
        return new RespelledText(cyrillic.ToString(), origins);
    }

    /// <summary>Lower case; a space before the beginning.</summary>
    private static char Before(StringBuilder text, int letters) => text.Length < letters ? ' ' : char.ToLowerInvariant(text[^letters]);

    private static Dictionary<char, char> Map(string pairs) => pairs.Split(' ').ToDictionary(pair => pair[0], pair => pair[1]);
}
