namespace KzNewsBot.Fetching;

/// <summary>Which declared types are worth reading. Feeds come as almost anything, so only what is surely no text is refused.</summary>
internal static class ContentTypes
{
    /// <summary>Not gzip: sitemaps are kept in it.</summary>
    private static readonly string[] Never =
        ["image/", "video/", "audio/", "font/", "application/pdf", "application/zip", "application/vnd.", "application/msword", "multipart/"];

    private static readonly string[] Pages = ["text/html", "application/xhtml+xml", "text/plain"];

    /// <param name="type">Lower case, without parameters; empty when the server names none.</param>
    public static bool MayBeText(string type, FetchKind kind) =>
        kind == FetchKind.Page
            ? type.Length == 0 || Pages.Contains(type, StringComparer.Ordinal)
            : !Array.Exists(Never, prefix => type.StartsWith(prefix, StringComparison.Ordinal));
}
