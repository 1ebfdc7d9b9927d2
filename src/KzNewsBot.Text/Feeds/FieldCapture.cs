using System.Text;

namespace KzNewsBot.Text.Feeds;

/// <summary>Collects the text of one element until it ends.</summary>
/// <param name="depth">How many elements are open around it.</param>
internal sealed class FieldCapture(FeedField target, int rank, string rawName, int depth, Uri? xmlBase)
{
    private readonly StringBuilder text = new();
    private string? complete;
    private int sameInside;

    public FeedField Field => target;

    public int Rank => rank;

    public int Depth => depth;

    /// <summary>The xml:base in force, or null.</summary>
    public Uri? Base => xmlBase;

    /// <summary>Where the content begins in the document.</summary>
    public required int ContentStart { get; init; }

    /// <summary>The "type" attribute, lower case, or null.</summary>
    public string? Type { get; init; }

    public string? Mode { get; init; }

    public string? IsPermaLink { get; init; }

    /// <summary>An address or label given as an attribute: a source's url, a category's label.</summary>
    public string? Given { get; init; }

    /// <summary>Elements stand inside.</summary>
    public bool HasMarkup { get; private set; }

    public bool MayHoldMarkup => target is FeedField.Summary or FeedField.Content
        || (target == FeedField.Title && Type is "xhtml" or "html" or "application/xhtml+xml");

    /// <summary>All text between the tags, decoded; asked for when the field has ended.</summary>
    public string Text => complete ??= text.ToString();

    public void AppendText(ReadOnlySpan<char> raw) => XmlCharacters.AppendDecoded(text, raw);

    public void AppendCData(ReadOnlySpan<char> raw) => XmlCharacters.AppendLegal(text, raw);

    public void Open(ReadOnlySpan<char> name, bool isEmpty)
    {
        HasMarkup = true;
        if (!isEmpty && IsOwn(name))
        {
            sameInside++;
        }
    }

    /// <summary>Whether an end tag of that name is the field's own.</summary>
    public bool Closes(ReadOnlySpan<char> name) => IsOwn(name) && sameInside-- == 0;

    private bool IsOwn(ReadOnlySpan<char> name) => name.Equals(rawName, StringComparison.OrdinalIgnoreCase);
}
