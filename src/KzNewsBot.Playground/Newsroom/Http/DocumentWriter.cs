using System.IO.Compression;
using System.Security.Cryptography;
using KzNewsBot.Playground.Newsroom.Outlets;
using Microsoft.Net.Http.Headers;

namespace KzNewsBot.Playground.Newsroom.Http;

/// <summary>Sends a document as a well-run server does: validators, 304, gzip for those who take it.</summary>
internal static class DocumentWriter
{
    public static Task WriteAsync(HttpContext http, Outlet outlet, Document document, VisitLog.OpenVisit open)
    {
        var (request, response) = (http.Request, http.Response);
        var body = Charset.Get(document.Charset).Encode(document.Text);
        var zip = TakesGzip(request);
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = "max-age=60";
        if (document.Status == StatusCodes.Status200OK)
        {
            var tag = outlet.Validators == Validators.Date ? null : TagOf(body, outlet, zip);
            DateTimeOffset? changedAt = outlet.Validators is Validators.Date or Validators.TagAndDate ? WholeSeconds(document.ChangedAt) : null;
            var headers = response.GetTypedHeaders();
            (headers.ETag, headers.LastModified) = (tag, changedAt);
            if (IsUnchanged(request, tag, changedAt))
            {
                return WriteStatusAsync(http, StatusCodes.Status304NotModified, open);
            }
        }

        response.StatusCode = document.Status;
        response.ContentType = ContentTypeOf(document);
        if (zip)
        {
            response.Headers.ContentEncoding = "gzip";
            body = Compress(body);
        }

        return WriteBodyAsync(http, body, open);
    }

    /// <summary>An answer without a body.</summary>
    public static Task WriteStatusAsync(HttpContext http, int status, VisitLog.OpenVisit open)
    {
        http.Response.StatusCode = status;
        open.End(status);
        return Task.CompletedTask;
    }

    /// <param name="http">Its status and headers are set.</param>
    /// <param name="body">At least one byte.</param>
    public static async Task WriteBodyAsync(HttpContext http, ReadOnlyMemory<byte> body, VisitLog.OpenVisit open)
    {
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body[..^1], http.RequestAborted);
        open.End(http.Response.StatusCode);
        await http.Response.Body.WriteAsync(body[^1..], http.RequestAborted);
    }

    public static string ContentTypeOf(Document document) => $"{document.MediaType}; charset={document.Charset}";

    public static byte[] Compress(byte[] body)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
        {
            zip.Write(body);
        }

        return target.ToArray();
    }

    /// <summary>A strong tag names bytes, so the compressed ones have their own.</summary>
    private static EntityTagHeaderValue TagOf(byte[] body, Outlet outlet, bool zip)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body))[..16];
        return outlet.Validators == Validators.WeakTag
            ? new EntityTagHeaderValue($"\"{hash}\"", isWeak: true)
            : new EntityTagHeaderValue(zip ? $"\"{hash}-gz\"" : $"\"{hash}\"");
    }

    /// <summary>RFC 9110, 13.2.2: where If-None-Match is given, If-Modified-Since is not looked at.</summary>
    private static bool IsUnchanged(HttpRequest request, EntityTagHeaderValue? tag, DateTimeOffset? changedAt)
    {
        var conditions = request.GetTypedHeaders();
        return conditions.IfNoneMatch.Count > 0
            ? tag is not null && conditions.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            : changedAt <= conditions.IfModifiedSince;
    }

    private static bool TakesGzip(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding
        .Any(encoding => encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
