namespace KzNewsBot.Fetching;

/// <summary>What is hoped to stand at an address. It chooses the Accept header, the limits and whether robots.txt is asked.</summary>
internal enum FetchKind
{
    /// <summary>A feed, sitemap or JSON list: published for polling, so robots.txt isn't asked.</summary>
    Feed,

    /// <summary>A page made for people, an article or a list of links: robots.txt decides.</summary>
    Page,

    /// <summary>robots.txt itself: read to 500 KiB, the rest ignored.</summary>
    Robots,

    /// <summary>An operator's single look at an address.</summary>
    Probe,
}

/// <summary>What a server gave us to recognise an unchanged answer by; sent back byte for byte, never interpreted.</summary>
internal sealed record Validators(string? ETag, string? LastModified)
{
    public static readonly Validators None = new(null, null);

    public bool IsEmpty => ETag is null && LastModified is null;
}

/// <param name="Address">Absolute, http or https.</param>
internal sealed record FetchRequest(Uri Address, FetchKind Kind)
{
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>For lists that answer in the language they are asked in.</summary>
    public string? AcceptLanguage { get; init; }

    /// <summary>Addresses that neither the request nor a redirect of it may lead to; null: none.</summary>
    public Func<Uri, bool>? IsBarred { get; init; }
}
