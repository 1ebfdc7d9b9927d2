using System.Security.Cryptography;
using System.Text;

namespace KzNewsBot.Text.Quotes;

internal static class QuoteHash
{
    /// <summary>128 bits: no accident makes two quotes collide, and the column stays short.</summary>
    private const int Bytes = 16;

    /// <summary>The span of the text, while it still has the characters it was taken with; null otherwise.</summary>
    public static string? Read(string text, int start, int length, string hash) =>
        start + length <= text.Length && text.Substring(start, length) is var quote && Of(quote) == hash ? quote : null;

    /// <summary>First 16 bytes of the SHA-256 of the quote's UTF-8, as 32 lower-case hex digits.</summary>
    public static string Of(ReadOnlySpan<char> quote)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(quote)];
        Encoding.UTF8.GetBytes(quote, utf8);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8, hash);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }
}
