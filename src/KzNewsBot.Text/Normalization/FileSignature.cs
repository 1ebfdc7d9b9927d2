namespace KzNewsBot.Text.Normalization;

/// <summary>Recognizes content that is not text, by its first bytes or by its control characters.</summary>
internal static class FileSignature
{
    private static readonly byte[][] KnownFormats =
    [
        [.. "%PDF-"u8],
        [.. "PK\u0003\u0004"u8],
        [.. "PK\u0005\u0006"u8],
        [0x89, (byte)'P', (byte)'N', (byte)'G'],
        [0x1F, 0x8B],
        [0xFF, 0xD8, 0xFF],
        [.. "GIF8"u8],
        [.. "RIFF"u8],
        [.. "{\\rtf"u8],
        [.. "Rar!"u8],
        [.. "BZh9"u8],
        [0x37, 0x7A, 0xBC, 0xAF],
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'],
        [0x28, 0xB5, 0x2F, 0xFD],
        [0xD0, 0xCF, 0x11, 0xE0],
        [0x7F, (byte)'E', (byte)'L', (byte)'F'],
    ];

    public static bool IsKnownBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var signature in KnownFormats)
        {
            if (bytes.StartsWith(signature))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>More than one control character in fifty: no text of a newsroom looks so.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var value in bytes)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
            {
                controls++;
            }
        }

        return controls * 50 > bytes.Length;
    }
}
