using System.Text;
using System.Text.Unicode;

namespace KzNewsBot.Playground.Simulator.Http;

/// <summary>name=value pairs of a query string or form body. Own code because the framework hides invalid UTF-8.</summary>
internal static class UrlEncoding
{
    public static void Read(ReadOnlySpan<byte> encoded, RequestParameters parameters)
    {
        foreach (var range in encoded.Split((byte)'&'))
        {
            var pair = encoded[range];
            if (pair.Length == 0)
            {
                continue;
            }

            var split = pair.IndexOf((byte)'=');
            var name = Decode(split < 0 ? pair : pair[..split], parameters);
            parameters.Add(name, split < 0 ? "" : Decode(pair[(split + 1)..], parameters), kind: null);
        }
    }

    private static string Decode(ReadOnlySpan<byte> encoded, RequestParameters parameters)
    {
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var isEscape = encoded[i] == '%' && i + 2 < encoded.Length
                && char.IsAsciiHexDigit((char)encoded[i + 1]) && char.IsAsciiHexDigit((char)encoded[i + 2]);
            bytes[length++] = encoded[i] switch
            {
                (byte)'+' => (byte)' ',
                _ when isEscape => Convert.FromHexString(Encoding.ASCII.GetString(encoded.Slice(i + 1, 2)))[0],
                var plain => plain,
            };
            i += isEscape ? 2 : 0;
        }

        var decoded = bytes.AsSpan(0, length);
        parameters.BrokenText |= !Utf8.IsValid(decoded);
        return Encoding.UTF8.GetString(decoded);
    }
}
