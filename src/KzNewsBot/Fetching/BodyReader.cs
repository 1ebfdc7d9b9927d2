using System.IO.Compression;
using KzNewsBot.Text.Normalization;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Fetching;

/// <param name="CutsOff">True: read so much and leave the rest. False: a longer body is refused.</param>
internal readonly record struct BodyLimit(int Bytes, bool CutsOff = false);

/// <summary>
/// Reads a body within its limits, first what comes over the wire, then what it unpacks to. Both are counted while
/// they grow: a bomb costs its limit and no more.
/// </summary>
internal sealed class BodyReader
{
    private const string StrictSwitch = "System.IO.Compression.UseStrictValidation";

    private readonly int _compressedLimit;

    public BodyReader(IOptions<FetchingOptions> options)
    {
        // Without it .NET takes half a gzip for a whole one, and half a feed would be remembered by its ETag.
        if (!AppContext.TryGetSwitch(StrictSwitch, out var strict) || !strict)
        {
            throw new InvalidOperationException($"{StrictSwitch} must be true in the program's runtimeconfig.json.");
        }

        _compressedLimit = options.Value.MaxCompressedKiB * 1024;
    }

    /// <exception cref="HttpIOException">The body ended before its declared end.</exception>
    /// <exception cref="InvalidDataException">Its compression is broken or ends early.</exception>
    public async Task<(ReadOnlyMemory<byte> Body, FetchOutcome.Refused? Refusal)> ReadAsync(
        HttpResponseMessage response, BodyLimit limit, CancellationToken cancellationToken)
    {
        var encodings = Encodings(response);
        if (encodings.Count > 1)
        {
            return Refuse(RefusalReason.WrongEncoding, HeaderText.Shown(string.Join(", ", encodings)));
        }

        await using var wire = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (encodings.Count == 0)
        {
            return await ReadPlainAsync(wire, response.Content.Headers.ContentLength, limit, cancellationToken);
        }

        var packed = await FillAsync(wire, _compressedLimit, cancellationToken);
        if (packed.Over)
        {
            return Refuse(RefusalReason.TooLarge, "compressed body");
        }

        await using var unpacking = Unpack(encodings[0], packed.Bytes);
        if (unpacking is null)
        {
            return Refuse(RefusalReason.WrongEncoding, HeaderText.Shown(encodings[0]));
        }

        return Within(await FillAsync(unpacking, limit.Bytes, cancellationToken), limit);
    }

    /// <summary>A file that is kept packed ("sitemap.xml.gz") unpacked within the limit; any other body as it is.</summary>
    /// <exception cref="InvalidDataException">It is broken or ends early.</exception>
    public static async Task<(ReadOnlyMemory<byte> Body, FetchOutcome.Refused? Refusal)> UnpackFileAsync(
        ReadOnlyMemory<byte> body, BodyLimit limit, CancellationToken cancellationToken)
    {
        if (body.Span is not [0x1F, 0x8B, ..])
        {
            return (body, null);
        }

        await using var unpacking = Unpack("gzip", body) ?? Stream.Null;
        return Within(await FillAsync(unpacking, limit.Bytes, cancellationToken), limit);
    }

    private static async Task<(ReadOnlyMemory<byte> Body, FetchOutcome.Refused? Refusal)> ReadPlainAsync(
        Stream wire, long? declared, BodyLimit limit, CancellationToken cancellationToken) =>
        declared > limit.Bytes && !limit.CutsOff
            ? Refuse(RefusalReason.TooLarge, "body")
            : Within(await FillAsync(wire, limit.Bytes, cancellationToken), limit);

    private static (ReadOnlyMemory<byte> Body, FetchOutcome.Refused? Refusal) Within((ReadOnlyMemory<byte> Bytes, bool Over) read, BodyLimit limit) =>
        read.Over && !limit.CutsOff ? Refuse(RefusalReason.TooLarge, "body") : (read.Bytes, null);

    private static (ReadOnlyMemory<byte> Body, FetchOutcome.Refused Refusal) Refuse(RefusalReason reason, string detail) =>
        (ReadOnlyMemory<byte>.Empty, new FetchOutcome.Refused(reason, detail));

    /// <summary>Servers that mean the charset, or nothing, have compressed nothing.</summary>
    private static List<string> Encodings(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            ? values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Select(name => name.ToLowerInvariant())
                .Where(name => name is not ("identity" or "none") && Charsets.Find(name) is null)
                .ToList()
            : [];

    private static Stream? Unpack(string encoding, ReadOnlyMemory<byte> packed)
    {
        var source = new MemoryStream(packed.ToArray(), writable: false);
        return encoding switch
        {
            _ when packed.IsEmpty => source,
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "deflate" when HasZlibHeader(packed.Span) => new ZLibStream(source, CompressionMode.Decompress),
            "deflate" => new DeflateStream(source, CompressionMode.Decompress), // what some servers mean by it
            _ => null,
        };
    }

    /// <summary>RFC 1950: method 8, and the first two bytes are a multiple of 31.</summary>
    private static bool HasZlibHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    /// <summary>At most <paramref name="limit"/> bytes, and whether there were more.</summary>
    private static async Task<(ReadOnlyMemory<byte> Bytes, bool Over)> FillAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(limit + 1, 16 * 1024)];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            if (read == 0 || length > limit)
            {
                return (buffer.AsMemory(0, Math.Min(length, limit)), length > limit);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(limit + 1, buffer.Length * 2));
            }
        }
    }
}
