using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>
/// Encodings by the names that headers and pages use, read as browsers read them: Latin-1 and ASCII mean windows-1252.
/// </summary>
internal static class Charsets
{
    public static readonly Encoding Western = Page(1252);

    /// <summary>
    /// The 8-bit encodings of Russian and Kazakh. Of several that give the same text the first is taken: Russian in
    /// KZ-1048 is windows-1251, Russian in KOI8-U is KOI8-R.
    /// </summary>
    public static readonly IReadOnlyList<Encoding> Cyrillic =
        [Page(1251), Page(20866), Page(21866), Page(28595), Page(866), Kz1048Encoding.Instance];

    private static readonly Dictionary<string, Encoding> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-1"] = Western,
        ["iso8859-1"] = Western,
        ["iso_8859-1"] = Western,
        ["latin1"] = Western,
        ["l1"] = Western,
        ["latin-1"] = Western,
        ["ascii"] = Western,
        ["us-ascii"] = Western,
        ["cp1252"] = Western,
        ["x-cp1252"] = Western,
        ["cp1251"] = Cyrillic[0],
        ["cp-1251"] = Cyrillic[0],
        ["x-cp1251"] = Cyrillic[0],
        ["win-1251"] = Cyrillic[0],
        ["win1251"] = Cyrillic[0],
        ["windows1251"] = Cyrillic[0],
        ["windows-cp1251"] = Cyrillic[0],
        ["1251"] = Cyrillic[0],
        ["koi8"] = Cyrillic[1],
        ["koi"] = Cyrillic[1],
        ["koi8_r"] = Cyrillic[1],
        ["koi8r"] = Cyrillic[1],
        ["koi8-ru"] = Cyrillic[2],
        ["koi8u"] = Cyrillic[2],
        ["iso8859-5"] = Cyrillic[3],
        ["iso88595"] = Cyrillic[3],
        ["866"] = Cyrillic[4],
        ["dos-866"] = Cyrillic[4],
        ["kz-1048"] = Kz1048Encoding.Instance,
        ["kz1048"] = Kz1048Encoding.Instance,
        ["rk1048"] = Kz1048Encoding.Instance,
        ["strk1048-2002"] = Kz1048Encoding.Instance,
        ["cskz1048"] = Kz1048Encoding.Instance,
        ["utf8"] = Encoding.UTF8,
        ["utf-8"] = Encoding.UTF8,
        ["unicode-1-1-utf-8"] = Encoding.UTF8,
    };

    /// <summary>The encoding of that name, or null for none and for those in which ASCII is not ASCII.</summary>
    public static Encoding? Find(string? name)
    {
        var label = name?.Trim().Trim('"', '\'', ';').Trim();
        if (string.IsNullOrEmpty(label))
        {
            return null;
        }

        if (Names.TryGetValue(label, out var known))
        {
            return known;
        }

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
            return encoding is UnicodeEncoding || encoding.GetString("<a>"u8) is "<a>" ? encoding : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>What the language of a page cannot be told by: the server's default rather than anybody's choice.</summary>
    public static bool IsServerDefault(Encoding encoding) => encoding.CodePage is 1252 or 28591;

    private static Encoding Page(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number) ?? throw new InvalidOperationException($"There is no code page {number}.");
}
