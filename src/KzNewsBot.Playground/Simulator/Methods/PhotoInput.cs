using System.Buffers.Binary;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>
/// The picture of a request: an uploaded file, a known file_id, or an address. Addresses are never fetched; hosts under
/// .invalid (RFC 2606) stand for what cannot be downloaded, .html for what is no picture.
/// </summary>
internal static class PhotoInput
{
    private const int MaximumUpload = 10 << 20;
    private const int MaximumSides = 10_000;
    private const int MaximumRatio = 20;
    private const string Attached = "attach://";

    public static PhotoFile Read(ApiCall call, string value, string fieldName)
    {
        var files = call.Parameters.Files;
        if (value.StartsWith(Attached, StringComparison.Ordinal) || value.Length == 0)
        {
            var part = value.Length == 0 ? fieldName : value[Attached.Length..];
            return files.TryGetValue(part, out var file)
                ? Upload(call.World, file.Content)
                : throw ApiErrorException.BadRequest("there is no photo in the request");
        }

        return value.Contains('.', StringComparison.Ordinal) ? FromAddress(call.World, value) : Known(call.World, value);
    }

    private static PhotoFile Upload(SimulatedWorld world, byte[] content)
    {
        if (content.Length > MaximumUpload)
        {
            throw new ApiErrorException(413, "Request Entity Too Large");
        }

        var (width, height) = ReadSize(content) ?? throw ApiErrorException.BadRequest("IMAGE_PROCESS_FAILED");
        return width + height > MaximumSides || Math.Max(width, height) > MaximumRatio * Math.Min(width, height)
            ? throw ApiErrorException.BadRequest("PHOTO_INVALID_DIMENSIONS")
            : world.StorePhoto(content, width, height, sourceUrl: null);
    }

    private static PhotoFile Known(SimulatedWorld world, string fileId)
    {
        var photo = world.Chats.Values.SelectMany(chat => chat.Messages.Values)
            .Select(message => message.Photo)
            .FirstOrDefault(photo => string.Equals(photo?.FileId, fileId, StringComparison.Ordinal));
        return photo ?? throw ApiErrorException.BadRequest("wrong remote file identifier specified: can't unserialize it");
    }

    private static PhotoFile FromAddress(SimulatedWorld world, string address)
    {
        var url = LinkCheck.Normalize(address, out var reason)
            ?? throw ApiErrorException.BadRequest("invalid file HTTP URL specified: " + reason);
        var parsed = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : throw ApiErrorException.BadRequest("wrong HTTP URL specified");
        if (parsed.Host.EndsWith(".invalid", StringComparison.Ordinal))
        {
            throw ApiErrorException.BadRequest("failed to get HTTP URL content");
        }

        return parsed.AbsolutePath.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
            ? throw ApiErrorException.BadRequest("wrong type of the web page content")
            : world.StorePhoto([], 800, 600, url);
    }

    /// <summary>Width and height from the header of a PNG or JPEG file.</summary>
    private static (int Width, int Height)? ReadSize(ReadOnlySpan<byte> content)
    {
        if (content.Length >= 24 && content[0] == 0x89 && content[1..4].SequenceEqual("PNG"u8))
        {
            return (BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]));
        }

        return content is [0xFF, 0xD8, ..] ? ReadJpegSize(content) : null;
    }

    /// <summary>Walks the segments to the start-of-frame marker (ITU-T T.81, annex B).</summary>
    private static (int Width, int Height)? ReadJpegSize(ReadOnlySpan<byte> content)
    {
        for (var at = 2; at + 9 < content.Length && content[at] == 0xFF;)
        {
            var marker = content[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
        }

        return null;
    }
}
