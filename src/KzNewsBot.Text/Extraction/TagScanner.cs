namespace KzNewsBot.Text.Extraction;

/// <summary>Steps through the tags of a page in one pass, without building anything.</summary>
internal sealed class TagScanner(string html)
{
    private const int MaxNameLength = 24;

    private int at;

    public string Name { get; private set; } = "";

    /// <summary>The tag as written, for comparing equal ones.</summary>
    public string Text { get; private set; } = "";

    public bool IsEnd { get; private set; }

    public bool IsSelfClosing { get; private set; }

    /// <summary>The page stopped inside a tag, a comment or a script.</summary>
    public bool EndedInsideTag { get; private set; }

    /// <summary>Where the text after the last tag begins.</summary>
    public int TextStart { get; private set; }

    /// <summary>Reads the next tag; false at the end.</summary>
    public bool Next()
    {
        while (!EndedInsideTag && at < html.Length)
        {
            var start = html.IndexOf('<', at);
            if (start < 0 || start + 1 >= html.Length)
            {
                EndedInsideTag = start >= 0;
                at = html.Length;
                return false;
            }

            var next = html[start + 1];
            if (next is '!' or '?')
            {
                SkipDeclaration(start);
            }
            else if (char.IsAsciiLetter(next) || (next == '/' && start + 2 < html.Length && char.IsAsciiLetter(html[start + 2])))
            {
                return ReadTag(start, next == '/');
            }
            else
            {
                at = start + 1;
            }
        }

        return false;
    }

    /// <summary>Steps over the content of a script or a style, which is no markup.</summary>
    public void SkipRawText()
    {
        var end = html.IndexOf($"</{Name}", at, StringComparison.OrdinalIgnoreCase);
        EndedInsideTag = end < 0;
        at = end < 0 ? html.Length : end;
        TextStart = at;
    }

    private void SkipDeclaration(int start)
    {
        var comment = html.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal);
        var end = comment
            ? html.IndexOf("-->", start + 2, StringComparison.Ordinal)
            : html.IndexOf('>', start);
        EndedInsideTag = end < 0;
        at = end < 0 ? html.Length : end + (comment ? 3 : 1);
        TextStart = at;
    }

    private bool ReadTag(int start, bool isEnd)
    {
        var nameStart = isEnd ? start + 2 : start + 1;
        var nameEnd = nameStart;
        while (nameEnd < html.Length && nameEnd - nameStart < MaxNameLength && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] == '-'))
        {
            nameEnd++;
        }

        var close = FindClose(nameEnd);
        if (close < 0)
        {
            EndedInsideTag = true;
            at = html.Length;
            return false;
        }

        Name = html[nameStart..nameEnd].ToLowerInvariant();
        Text = html[start..Math.Min(close, start + 200)];
        IsEnd = isEnd;
        IsSelfClosing = html[close - 1] == '/';
        at = close + 1;
        TextStart = at;
        return true;
    }

    private int FindClose(int from)
    {
        for (var i = from; i < html.Length; i++)
        {
            if (html[i] == '>')
            {
                return i;
            }

            if (html[i] is '"' or '\'' && FollowsEquals(i))
            {
                i = html.IndexOf(html[i], i + 1);
                if (i < 0)
                {
                    return -1;
                }
            }
        }

        return -1;
    }

    /// <summary>A quote opens a value only behind an equals sign; elsewhere it is a slip of the template.</summary>
    private bool FollowsEquals(int at)
    {
        var before = at - 1;
        while (before > 0 && char.IsWhiteSpace(html[before]))
        {
            before--;
        }

        return html[before] == '=';
    }
}
