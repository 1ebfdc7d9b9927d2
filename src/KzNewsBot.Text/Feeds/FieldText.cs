using System.Text;

namespace KzNewsBot.Text.Feeds;

/// <summary>The text of a field in the form its place needs. RSS means HTML everywhere, Atom says what it means.</summary>
internal sealed class FieldText(FieldCapture captured, string document, int end, FeedKind kind)
{
    public string Line => TitleText.FromText(captured.Text);

    /// <summary>Of an address that is broken over several lines, one; a line would have a blank at each break.</summary>
    public string Address => string.Concat(captured.Text.ReplaceLineEndings("\n").Split('\n').Select(TitleText.FromText));

    public string Title => captured.HasMarkup ? TitleText.FromHtml(Markup)
        : IsPlain ? TitleText.FromText(Unwrapped)
        : TitleText.FromHtml(Unwrapped);

    public string Html => captured.HasMarkup ? Markup
        : IsPlain || IsXhtml ? XmlCharacters.ToHtml(Unwrapped.Trim())
        : Unwrapped.Trim();

    private bool IsXhtml => captured.Type is "xhtml" or "application/xhtml+xml" || captured.Mode == "xml";

    private string Markup => InlineMarkup.ToHtml(document[captured.ContentStart..end], IsXhtml || kind == FeedKind.Atom);

    /// <summary>Atom's default is plain text; one that closes tags is HTML whose author forgot to say so.</summary>
    private bool IsPlain => captured.Type switch
    {
        null => kind == FeedKind.Atom && !captured.Text.Contains("</", StringComparison.Ordinal),
        "text" or "text/plain" => true,
        _ => false,
    };

    /// <summary>A section whose marks were escaped too: as HTML it would be a comment.</summary>
    private static string WithoutCdata(string text)
    {
        const string opening = "<![CDATA[";
        const string closing = "]]>";
        var inner = text.Trim();
        return inner.StartsWith(opening, StringComparison.Ordinal) && inner.EndsWith(closing, StringComparison.Ordinal) && inner.Length >= opening.Length + closing.Length ? inner[opening.Length..^closing.Length] : text;
    }

    private string Unwrapped
    {
        get
        {
            var isBase64 = captured.Mode == "base64"
                || (kind == FeedKind.Atom && captured.Type is { } type && type.Contains('/', StringComparison.Ordinal)
                    && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal));
            if (!isBase64)
            {
                return WithoutCdata(captured.Text);
            }

            var bytes = new byte[captured.Text.Length];
            return Convert.TryFromBase64String(captured.Text.Trim(), bytes, out var length)
                ? Encoding.UTF8.GetString(bytes, 0, length)
                : captured.Text;
        }
    }
}
