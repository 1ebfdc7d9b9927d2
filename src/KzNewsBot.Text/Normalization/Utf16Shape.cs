using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>
/// Recognizes UTF-16 without a byte order mark: every second byte is the upper half of ASCII (00), Cyrillic (04) or
/// typography (20, 21).
/// </summary>
internal static class Utf16Shape
{
    private const int MaxPairs = 2048;
    private const int MinPairs = 4;

    public static Encoding? Find(ReadOnlySpan<byte> bytes)
    {
        var pairs = Math.Min(bytes.Length / 2, MaxPairs);
        int first = 0, second = 0, zeros = 0;
        for (var i = 0; i < pairs; i++)
        {
            first += IsUpperHalf(bytes[2 * i]) ? 1 : 0;
            second += IsUpperHalf(bytes[(2 * i) + 1]) ? 1 : 0;
            zeros += bytes[2 * i] == 0 || bytes[(2 * i) + 1] == 0 ? 1 : 0;
        }

        if (pairs < MinPairs || zeros == 0)
        {
            return null;
        }

        // Spaces (20) are lower halves, too; they are far from being the whole text.
        return second * 20 >= pairs * 19 && first * 2 < pairs ? Encoding.Unicode
            : first * 20 >= pairs * 19 && second * 2 < pairs ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsUpperHalf(byte value) => value is 0x00 or 0x04 or 0x20 or 0x21;
}
