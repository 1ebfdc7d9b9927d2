namespace KzNewsBot.Playground.Newsroom.Http;

/// <summary>What an address of an invented site answers with.</summary>
internal abstract record SiteAnswer;

/// <param name="Charset">As the outlet encodes it.</param>
/// <param name="ChangedAt">For Last-Modified.</param>
internal sealed record Document(string Text, string MediaType, string Charset, DateTimeOffset ChangedAt, int Status = 200) : SiteAnswer
{
    public bool IsXml => MediaType.EndsWith("xml", StringComparison.Ordinal);

    public bool IsJson => MediaType.EndsWith("json", StringComparison.Ordinal);
}

internal sealed record Redirect(string Url, int Status) : SiteAnswer;
