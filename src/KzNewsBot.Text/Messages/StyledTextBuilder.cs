using System.Text;

namespace KzNewsBot.Text.Messages;

/// <summary>Writes a message piece by piece; styles are spans, so nothing in the text needs escaping.</summary>
internal sealed class StyledTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<StyledSpan> _spans = [];

    /// <summary>UTF-16 units written so far.</summary>
    public int Length => _text.Length;

    public StyledTextBuilder Text(string text)
    {
        _text.Append(text);
        return this;
    }

    public StyledTextBuilder Bold(string text) => Styled(TextStyle.Bold, text);

    public StyledTextBuilder Italic(string text) => Styled(TextStyle.Italic, text);

    public StyledTextBuilder Code(string text) => Styled(TextStyle.Code, text);

    public StyledTextBuilder BlockQuote(string text) => Styled(TextStyle.BlockQuote, text);

    public StyledTextBuilder ExpandableBlockQuote(string text) => Styled(TextStyle.ExpandableBlockQuote, text);

    /// <summary>
    /// Anything but an absolute http or https address leaves plain text: a feed must not smuggle in tg: or javascript: links, and
    /// for one link to a host without a dot Telegram refuses the whole message.
    /// </summary>
    public StyledTextBuilder Link(string text, string? url) =>
        IsWebAddress(url) ? Styled(TextStyle.Link, text, url) : Text(text);

    /// <summary>A name that leads where we say, or nowhere, even where it looks like an address itself.</summary>
    public StyledTextBuilder Name(string name, string? url) =>
        IsWebAddress(url) ? Styled(TextStyle.Link, name, url) : Text(DisplayText.Unlinked(name));

    /// <summary>Ends the line.</summary>
    public StyledTextBuilder Line() => Text("\n");

    public StyledTextBuilder Line(string text) => Text(text).Line();

    /// <summary>Appends a finished text with its styles.</summary>
    public StyledTextBuilder Append(StyledText text)
    {
        foreach (var span in text.Spans)
        {
            _spans.Add(span with { Offset = span.Offset + Length });
        }

        return Text(text.Text);
    }

    /// <summary>Styles everything that <paramref name="write"/> writes: for styles inside styles.</summary>
    public StyledTextBuilder Within(TextStyle style, Action<StyledTextBuilder> write)
    {
        var start = Length;
        write(this);
        AddSpan(new StyledSpan(style, start, Length - start));
        return this;
    }

    public StyledText Build() => new(_text.ToString(), [.. _spans.OrderBy(span => span.Offset).ThenByDescending(span => span.Length).ThenBy(span => span.Style)]);

    private StyledTextBuilder Styled(TextStyle style, string text, string? url = null)
    {
        AddSpan(new StyledSpan(style, Length, text.Length, url));
        return Text(text);
    }

    private void AddSpan(StyledSpan span)
    {
        if (span.Length > 0)
        {
            _spans.Add(span);
        }
    }

    private static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal)
            || string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        && (address.HostNameType == UriHostNameType.IPv6 || (address.Host.Contains('.', StringComparison.Ordinal) && !address.Host.EndsWith('.')))
        && address.Port > 0;
}
