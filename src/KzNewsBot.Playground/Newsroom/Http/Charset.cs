using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace KzNewsBot.Playground.Newsroom.Http;

/// <summary>
/// Encodes text as old sites do: a character that the code page lacks, such as a Kazakh letter in windows-1251, becomes a
/// numeric reference, good in HTML and XML.
/// </summary>
internal sealed class Charset
{
    /// <summary>KZ-1048, which .NET does not know, is windows-1251 with these in the places of other nations' letters.</summary>
    private static readonly (byte Place, char Letter)[] Kazakh =
    [
        (0x8D, 'Қ'), (0x8E, 'Һ'), (0x9D, 'қ'), (0x9E, 'һ'), (0xA1, 'Ұ'), (0xA2, 'ұ'), (0xA3, 'Ә'), (0xA5, 'Ө'),
        (0xAA, 'Ғ'), (0xAF, 'Ү'), (0xB4, 'ө'), (0xBA, 'ғ'), (0xBC, 'ә'), (0xBD, 'Ң'), (0xBE, 'ң'), (0xBF, 'ү'),
    ];

    private static readonly ConcurrentDictionary<string, Charset> Loaded = new(StringComparer.Ordinal);

    /// <summary>Null where there is no character that it lacks.</summary>
    private readonly Dictionary<char, byte>? _bytes;

    private readonly Encoding _unicode;

    private Charset(string name)
    {
        _unicode = name == "utf-16" ? Encoding.Unicode : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        _bytes = name is "utf-8" or "utf-16" ? null : Table(name);
    }

    public static Charset Get(string name) => Loaded.GetOrAdd(name, static key => new Charset(key));

    public byte[] Encode(string text)
    {
        if (_bytes is null)
        {
            return [.. _unicode.Preamble, .. _unicode.GetBytes(text)];
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

    private static Dictionary<char, byte> Table(string codePage)
    {
        var isKazakh = codePage == "kz-1048";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(isKazakh ? "windows-1251" : codePage)
            ?? throw new ArgumentException($"There is no code page \"{codePage}\".", nameof(codePage));
        var letters = encoding.GetChars([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
        foreach (var (place, letter) in isKazakh ? Kazakh : [])
        {
            letters[place] = letter;
        }

        return letters.Select((letter, value) => (letter, value))
            .Where(pair => pair.value < 0x80 || !char.IsControl(pair.letter))
            .ToDictionary(pair => pair.letter, pair => (byte)pair.value);
    }
}
