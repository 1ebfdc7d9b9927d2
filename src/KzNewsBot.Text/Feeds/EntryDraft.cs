namespace KzNewsBot.Text.Feeds;

/// <summary>An address as it stands in a document, and the xml:base around it.</summary>
internal readonly record struct RawAddress(string Text, Uri? Base);

/// <summary>An entry or feed while it is read: of several values the one of the best rank stays, of equals the first.</summary>
internal sealed class EntryDraft
{
    private readonly Dictionary<FeedField, int> ranks = [];

    public string? Title { get; set; }

    public RawAddress? Link { get; set; }

    public RawAddress? IdAsLink { get; set; }

    public string? Id { get; set; }

    public string? Summary { get; set; }

    public string? Content { get; set; }

    public string? Published { get; set; }

    public string? Date { get; set; }

    public string? Updated { get; set; }

    public string? Author { get; set; }

    public string? AuthorEmail { get; set; }

    public List<string> Categories { get; } = [];

    public List<(RawAddress Address, string? Type, string? Length)> Enclosures { get; } = [];

    public string? Language { get; set; }

    public string? SourceName { get; set; }

    public string? SourceUrl { get; set; }

    /// <summary>Whether a value of that rank replaces what is known; remembers it if so.</summary>
    public bool Takes(FeedField field, int rank)
    {
        if (ranks.TryGetValue(field, out var known) && known <= rank)
        {
            return false;
        }

        ranks[field] = rank;
        return true;
    }
}
