using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;

namespace KzNewsBot.Playground.Simulator.Http;

/// <summary>Reads parameters from the query string and from a form, multipart or JSON body.</summary>
internal static class RequestReader
{
    private const int MaximumParameterBytes = 1 << 20;
    private const int MaximumFiles = 50;

    /// <summary>Throws <see cref="MalformedRequestException"/> where the server answers a bare status line.</summary>
    public static async Task<RequestParameters> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new RequestParameters();
        UrlEncoding.Read(Encoding.ASCII.GetBytes(request.QueryString.Value?.TrimStart('?') ?? ""), parameters);
        if (request.Headers.ContentEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            request.Body = new GZipStream(request.Body, CompressionMode.Decompress);
        }

        var contentType = request.ContentType ?? "";
        try
        {
            if (contentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            {
                await ReadMultipartAsync(request, parameters, cancellationToken);
            }
            else if (contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            {
                ReadJson(await ReadBodyAsync(request, cancellationToken), parameters);
            }
            else if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            {
                UrlEncoding.Read(await ReadBodyAsync(request, cancellationToken), parameters);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or BadHttpRequestException)
        {
            throw new MalformedRequestException(400, e);
        }

        return parameters.Values.Sum(value => value.Key.Length + Encoding.UTF8.GetByteCount(value.Value.Text)) > MaximumParameterBytes
            ? throw new MalformedRequestException(413)
            : parameters;
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (body.Length > 2 * MaximumParameterBytes)
            {
                throw new MalformedRequestException(413);
            }
        }

        return body.ToArray();
    }

    private static void ReadJson(byte[] body, RequestParameters parameters)
    {
        if (body.Length == 0)
        {
            return;
        }

        if (!Utf8.IsValid(body))
        {
            parameters.BrokenText = true;
            body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body));
        }

        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedRequestException(400);
        }

        foreach (var property in document.RootElement.EnumerateObject())
        {
            parameters.Add(property.Name, TextOf(property.Value, parameters), property.Value.ValueKind);
        }
    }

    /// <summary>Strings are taken as they are, every other value as its JSON text: so null is the text "null".</summary>
    private static string TextOf(JsonElement value, RequestParameters parameters)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return value.GetRawText();
        }

        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair.
            parameters.BrokenText = true;
            return "";
        }
    }

    private static async Task ReadMultipartAsync(HttpRequest request, RequestParameters parameters, CancellationToken cancellationToken)
    {
        request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions
        {
            MultipartBodyLengthLimit = 52L << 20,
            ValueLengthLimit = 2 * MaximumParameterBytes,
        }));
        var form = await request.ReadFormAsync(cancellationToken);
        foreach (var field in form)
        {
            parameters.Add(field.Key, field.Value[0] ?? "", kind: null);
        }

        if (form.Files.Count > MaximumFiles)
        {
            throw new MalformedRequestException(413);
        }

        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            parameters.AddFile(file.Name, new UploadedFile(file.FileName, content.ToArray()));
        }
    }
}

/// <summary>The server answers such a request with the status line alone and closes the connection.</summary>
internal sealed class MalformedRequestException(int status, Exception? cause = null) : Exception("The request body cannot be read.", cause)
{
    public int Status => status;
}
