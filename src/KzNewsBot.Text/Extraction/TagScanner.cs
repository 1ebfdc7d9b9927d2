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
            if (char.IsAsciiLetter(next) || (next == '/' && start + 2 < html.Length && char.IsAsciiLetter(html[start + 2])))
            {
                return ReadTag(start, next == '/');
            }

            if (next is '!' or '?' or '/')
            {
                SkipDeclaration(start);
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
        var tag = $"</{Name}";
        var end = html.IndexOf(tag, at, StringComparison.OrdinalIgnoreCase);
        while (end >= 0 && end + tag.Length < html.Length && !EndsName(html[end + tag.Length]))
        {
            end = html.IndexOf(tag, end + tag.Length, StringComparison.OrdinalIgnoreCase);
        }

        EndedInsideTag = end < 0;
        at = end < 0 ? html.Length : end;
        TextStart = at;
    }

    private void SkipDeclaration(int start)
    {
        var end = html.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal) ? CommentEnd(start) : html.IndexOf('>', start) + 1;
        EndedInsideTag = end == 0;
        at = end == 0 ? html.Length : end;
        TextStart = at;
    }

    /// <summary>Behind "-->" or, as browsers take it, "--!>"; 0 without one. The dashes of the opening count: "&lt;!-->" is whole.</summary>
    private int CommentEnd(int start)
    {
        for (var dashes = start + 2; (dashes = html.IndexOf("--", dashes, StringComparison.Ordinal)) >= 0; dashes++)
        {
            var rest = html.AsSpan(dashes + 2);
            if (rest is ['>', ..])
            {
                return dashes + 3;
            }

            if (rest is ['!', '>', ..] && dashes >= start + 4)
            {
                return dashes + 4;
            }
        }

        return 0;
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

    /// <summary>The tag's ">". A quote opens a value only behind the equals sign of an attribute; elsewhere it is a slip of the template.</summary>
    private int FindClose(int from)
    {
        var i = Past(from, static character => !EndsName(character));
        while ((i = Past(i, static character => IsSpace(character) || character == '/')) < html.Length && html[i] != '>')
        {
            // An equals sign in the first place belongs to the name.
            i = Past(i + 1, static character => character != '=' && !EndsName(character));
            var equals = Past(i, IsSpace);
            if (equals < html.Length && html[equals] == '=')
            {
                i = ValueEnd(Past(equals + 1, IsSpace));
            }
        }

        return i < html.Length ? i : -1;
    }

    private int ValueEnd(int start)
    {
        if (start >= html.Length || html[start] is not ('"' or '\''))
        {
            return Past(start, static character => character != '>' && !IsSpace(character));
        }

        var quote = html.IndexOf(html[start], start + 1);
        return quote < 0 ? html.Length : quote + 1;
    }

    private int Past(int from, Func<char, bool> belongs)
    {
        while (from < html.Length && belongs(html[from]))
        {
            from++;
        }

        return from;
    }

    private static bool EndsName(char character) => character is '/' or '>' || IsSpace(character);

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f';
}
