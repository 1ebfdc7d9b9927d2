using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>
/// KZ-1048 (STRK1048-2002), the Kazakh code page: windows-1251 with Kazakh letters in place of the Serbian, Ukrainian
/// and Macedonian ones. .NET does not carry it.
/// </summary>
internal sealed class Kz1048Encoding : Encoding
{
    public static readonly Kz1048Encoding Instance = new();

    /// <summary>0x80 to 0xBF; from 0xC0 on stand А to я. 0x98 is not assigned.</summary>
    private const string UpperHalf =
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏ" + "ђ‘’“”•–—\u0098™љ›њқһџ" + "\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү" + "°±Ііөµ¶·ё№ғ»әҢңү";

    private const int FirstUpper = 0x80;
    private const int FirstLetter = 0xC0;

    private Kz1048Encoding()
    {
    }

    public override string WebName => "kz-1048";

    public override bool IsSingleByte => true;

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
        {
            bytes[byteIndex + i] = ByteOf(chars[charIndex + i]);
        }

        return charCount;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            chars[charIndex + i] = CharOf(bytes[byteIndex + i]);
        }

        return byteCount;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    private static char CharOf(byte value) => value switch
    {
        < FirstUpper => (char)value,
        < FirstLetter => UpperHalf[value - FirstUpper],
        _ => (char)('А' + value - FirstLetter),
    };

    private static byte ByteOf(char character)
    {
        if (character < FirstUpper)
        {
            return (byte)character;
        }

        if (character is >= 'А' and <= 'я')
        {
            return (byte)(FirstLetter + character - 'А');
        }

        var at = UpperHalf.IndexOf(character, StringComparison.Ordinal);
        return at < 0 ? (byte)'?' : (byte)(FirstUpper + at);
    }
}
