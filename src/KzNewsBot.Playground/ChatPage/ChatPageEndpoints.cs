using System.Reflection;

namespace KzNewsBot.Playground.ChatPage;

/// <summary>Serves the messenger page and its parts, which travel inside the assembly.</summary>
internal static class ChatPageEndpoints
{
    private const string Index = "index.html";

    /// <summary>The page shows what bots write, so it may load and run nothing but its own files.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static readonly Assembly Assembly = typeof(ChatPageEndpoints).Assembly;
    private static readonly string ResourcePrefix = $"{typeof(ChatPageEndpoints).Namespace}.";

    public static IEnumerable<string> FileNames => Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        .Select(name => name[ResourcePrefix.Length..])
        .Where(name => ContentTypeOf(name) is not null);

    public static IEndpointRouteBuilder MapChatPage(this IEndpointRouteBuilder routes)
    {
        foreach (var fileName in FileNames)
        {
            var path = string.Equals(fileName, Index, StringComparison.Ordinal) ? "/" : $"/{fileName}";
            routes.MapGet(path, context => SendAsync(fileName, context.Response, context.RequestAborted));
        }

        return routes;
    }

    private static async Task SendAsync(string fileName, HttpResponse response, CancellationToken cancellationToken)
    {
        await using var content = Assembly.GetManifestResourceStream(ResourcePrefix + fileName)
            ?? throw new InvalidOperationException($"The chat page lacks {fileName}.");
        response.ContentType = ContentTypeOf(fileName);
        response.ContentLength = content.Length;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        await content.CopyToAsync(response.Body, cancellationToken);
    }

    private static string? ContentTypeOf(string fileName) => Path.GetExtension(fileName) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
