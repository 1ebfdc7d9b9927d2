using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace KzNewsBot.Playground.Newsroom.Http;

/// <summary>
/// Encodes text as old sites do: a character that the code page lacks becomes a numeric reference, good in HTML and XML.
/// </summary>
internal sealed class Charset
{
    private static readonly ConcurrentDictionary<string, Charset> Loaded = new(StringComparer.Ordinal);

    /// <summary>
    /// Where KZ-1048, the Kazakh code page of STRK1048-2002, differs from windows-1251
    /// (https://www.unicode.org/Public/MAPPINGS/VENDORS/MISC/KZ1048.TXT). The framework does not know it.
    /// </summary>
    private static readonly (byte Value, char Letter)[] Kazakh =
    [
        (0x8D, 'Қ'), (0x8E, 'Һ'), (0x9D, 'қ'), (0x9E, 'һ'), (0xA1, 'Ұ'), (0xA2, 'ұ'), (0xA3, 'Ә'), (0xA5, 'Ө'),
        (0xAA, 'Ғ'), (0xAF, 'Ү'), (0xB4, 'ө'), (0xBA, 'ғ'), (0xBC, 'ә'), (0xBD, 'Ң'), (0xBE, 'ң'), (0xBF, 'ү'),
    ];

    /// <summary>Null means UTF-8.</summary>
    private readonly Dictionary<char, byte>? _bytes;

    private Charset(string name) => _bytes = name switch
    {
        "utf-8" => null,
        "kz-1048" => Table("windows-1251", Kazakh),
        _ => Table(name, []),
    };

    public static Charset Get(string name) => Loaded.GetOrAdd(name, static key => new Charset(key));

    public byte[] Encode(string text)
    {
        if (_bytes is null)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bytes = new List<byte>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && _bytes.TryGetValue((char)rune.Value, out var value))
            {
                bytes.Add(value);
            }
            else
            {
                bytes.AddRange(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};")));
            }
        }

        return [.. bytes];
    }

    private static Dictionary<char, byte> Table(string codePage, IEnumerable<(byte Value, char Letter)> changes)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)
            ?? throw new ArgumentException($"There is no code page \"{codePage}\".", nameof(codePage));
        var letters = encoding.GetChars([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
        foreach (var (value, letter) in changes)
        {
            letters[value] = letter;
        }

        return letters.Select((letter, value) => (letter, value))
            .Where(pair => pair.value < 0x80 || !char.IsControl(pair.letter))
            .ToDictionary(pair => pair.letter, pair => (byte)pair.value);
    }
}
