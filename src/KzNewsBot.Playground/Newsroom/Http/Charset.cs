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
    private static readonly ConcurrentDictionary<string, Charset> Loaded = new(StringComparer.Ordinal);

    /// <summary>Null means UTF-8.</summary>
    private readonly Dictionary<char, byte>? _bytes;

    private Charset(string name) => _bytes = name == "utf-8" ? null : Table(name);

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

    private static Dictionary<char, byte> Table(string codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)
            ?? throw new ArgumentException($"There is no code page \"{codePage}\".", nameof(codePage));
        var letters = encoding.GetChars([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
        return letters.Select((letter, value) => (letter, value))
            .Where(pair => pair.value < 0x80 || !char.IsControl(pair.letter))
            .ToDictionary(pair => pair.letter, pair => (byte)pair.value);
    }
}
