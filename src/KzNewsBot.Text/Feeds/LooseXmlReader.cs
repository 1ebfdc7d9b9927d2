using System.Buffers;

namespace KzNewsBot.Text.Feeds;

internal enum LooseXmlNode
{
    Start,
    End,
    Text,
    CData,
}

/// <summary>
/// Reads XML as outlets write it: bare ampersands and angle brackets are text, a missing quote ends at its tag, a cut
/// document ends where it is cut. Tags need not match; whoever reads decides. Declarations are stepped over, so that no
/// entity is ever declared and nothing is fetched. One pass, linear in the length of the text.
/// </summary>
internal sealed class LooseXmlReader(string text)
{
    /// <summary>More attributes than this are stepped over.</summary>
    private const int MaxAttributes = 64;

    private const string CDataOpening = "<![CDATA[";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/><=\"'");
    private static readonly SearchValues<char> BareValueEnds = SearchValues.Create(" \t\r\n><");
    private static readonly SearchValues<char> SubsetMarks = SearchValues.Create("\"'[]<>");

    private readonly List<(Range Name, Range Value)> attributes = [];
    private int position;

    // What was once searched for in vain is not searched for again: that keeps the reading linear.
    private bool brokenSubset;
    private bool noCommentEnds;
    private bool noInstructionEnds;

    public LooseXmlNode Node { get; private set; }

    /// <summary>Where the node begins and ends in the text, with its brackets.</summary>
    public int Start { get; private set; }

    public int End => position;

    /// <summary>The qualified name of a tag, as written.</summary>
    public ReadOnlySpan<char> Name => text.AsSpan()[name];

    /// <summary>The text of a text or CDATA node, as written.</summary>
    public ReadOnlySpan<char> Value => text.AsSpan()[value];

    public bool IsEmptyElement { get; private set; }

    /// <summary>The text ends inside a tag, a comment, a declaration or a CDATA section.</summary>
    public bool EndedInside { get; private set; }

    public bool HasHtmlDoctype { get; private set; }

    public int AttributeCount => attributes.Count;

    private Range name;
    private Range value;

    public bool Next()
    {
        while (position < text.Length)
        {
            Start = position;
            if (!IsMarkup(position))
            {
                return ReadText();
            }

            switch (text[position + 1])
            {
                case '/':
                    ReadEnd();
                    return true;
                case '?':
                    SkipInstruction();
                    break;
                case '!':
                    if (ReadDeclaration())
                    {
                        return true;
                    }

                    break;
                default:
                    if (ReadStart())
                    {
                        return true;
                    }

                    if (!EndedInside)
                    {
                        return ReadText();
                    }

                    break;
            }
        }

        return false;
    }

    public ReadOnlySpan<char> AttributeName(int index) => text.AsSpan()[attributes[index].Name];

    public string AttributeValue(int index) => XmlCharacters.Decode(text.AsSpan()[attributes[index].Value]);

    /// <summary>The decoded value of an attribute by its name without prefix, or null.</summary>
    public string? Attribute(string localName)
    {
        for (var i = 0; i < attributes.Count; i++)
        {
            var full = AttributeName(i);
            if (full[(full.LastIndexOf(':') + 1)..].Equals(localName, StringComparison.OrdinalIgnoreCase)
                && !full.StartsWith("xmlns", StringComparison.Ordinal))
            {
                return AttributeValue(i);
            }
        }

        return null;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_' || c == ':';

    private bool IsMarkup(int at)
    {
        if (text[at] != '<' || at + 1 >= text.Length)
        {
            return false;
        }

        return text[at + 1] switch
        {
            '/' => at + 2 < text.Length && IsNameStart(text[at + 2]),
            '!' => at + 2 < text.Length && (text[at + 2] is '-' or '[' || char.IsAsciiLetter(text[at + 2])),
            '?' => true,
            var c => IsNameStart(c),
        };
    }

    private bool ReadText()
    {
        var at = position + 1;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOf('<');
            at = next < 0 ? text.Length : at + next;
            if (at == text.Length || IsMarkup(at))
            {
                break;
            }

            at++;
        }

        value = position..at;
        position = at;
        Node = LooseXmlNode.Text;
        return true;
    }

    private void ReadEnd()
    {
        var from = position + 2;
        var at = EndOf(from, NameEnds);
        name = from..at;
        while (at < text.Length && text[at] is not ('>' or '<'))
        {
            at++;
        }

        EndedInside |= at == text.Length;
        position = at < text.Length && text[at] == '>' ? at + 1 : at;
        Node = LooseXmlNode.End;
    }

    /// <summary>False when it is no tag after all, or the text ends in it.</summary>
    private bool ReadStart()
    {
        var at = EndOf(position + 1, NameEnds);
        name = (position + 1)..at;
        attributes.Clear();
        IsEmptyElement = false;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '>':
                    position = at + 1;
                    Node = LooseXmlNode.Start;
                    return true;
                case '<':
                    return false;
                case '/' when at + 1 < text.Length && text[at + 1] == '>':
                    IsEmptyElement = true;
                    at++;
                    break;
                case '/' or '=' or '"' or '\'' or ' ' or '\t' or '\r' or '\n':
                    at++;
                    break;
                default:
                    at = ReadAttribute(at);
                    break;
            }
        }

        EndedInside = true;
        position = text.Length;
        return false;
    }

    private int ReadAttribute(int from)
    {
        var at = EndOf(from, NameEnds);
        var attribute = from..at;
        var equals = SkipBlanks(at);
        if (equals == text.Length || text[equals] != '=')
        {
            return at;
        }

        at = SkipBlanks(equals + 1);
        if (at == text.Length)
        {
            return at;
        }

        var given = text[at] is '"' or '\'' ? Quoted(at) : at..EndOf(at, BareValueEnds);
        if (attributes.Count < MaxAttributes)
        {
            attributes.Add((attribute, given));
        }

        var end = given.End.Value;
        return end < text.Length && text[at] is '"' or '\'' && text[end] == text[at] ? end + 1 : end;
    }

    /// <summary>A value whose quote is missing ends with its tag: a bracket closes and another opens before the next quote.</summary>
    private Range Quoted(int at)
    {
        var rest = text.AsSpan(at + 1);
        var length = rest.IndexOf(text[at]);
        if (length < 0)
        {
            // No such quote follows at all, so that this search cannot be repeated.
            return (at + 1)..EndOf(at + 1, BareValueEnds);
        }

        var inside = rest[..length];
        var opening = inside.IndexOf('<');
        var closing = opening < 0 ? -1 : inside[..opening].IndexOf('>');
        return (at + 1)..(at + 1 + (closing < 0 ? length : closing));
    }

    /// <summary>True for a CDATA section; comments and declarations are stepped over.</summary>
    private bool ReadDeclaration()
    {
        var rest = text.AsSpan(position);
        if (rest.StartsWith(CDataOpening, StringComparison.OrdinalIgnoreCase))
        {
            var from = position + CDataOpening.Length;
            var length = text.AsSpan(from).IndexOf("]]>");
            EndedInside |= length < 0;
            value = length < 0 ? from..text.Length : from..(from + length);
            position = length < 0 ? text.Length : from + length + 3;
            Node = LooseXmlNode.CData;
            return true;
        }

        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            SkipTo("-->");
            return false;
        }

        HasHtmlDoctype |= rest.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase);
        SkipDoctype();
        return false;
    }

    private void SkipDoctype()
    {
        var depth = 0;
        for (var at = position + 2; !brokenSubset && at < text.Length; at++)
        {
            at = EndOf(at, SubsetMarks);
            if (at == text.Length)
            {
                break;
            }

            var mark = text[at];
            if (mark == '>' && depth <= 0)
            {
                position = at + 1;
                return;
            }

            if (mark is '[' or ']')
            {
                depth += mark == '[' ? 1 : -1;
            }
            else if (mark is '"' or '\'' or '<')
            {
                at = SkipInSubset(at);
            }
        }

        // An internal subset that never ends: the declaration is its first line at most, and so are all later ones.
        brokenSubset = true;
        SkipTo(">");
    }

    private int SkipInSubset(int at)
    {
        var rest = text.AsSpan(at);
        if (rest[0] != '<')
        {
            var closing = rest[1..].IndexOf(rest[0]);
            return closing < 0 ? at : at + 1 + closing;
        }

        if (noCommentEnds || !rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            return at;
        }

        var comment = rest.IndexOf("-->");
        noCommentEnds = comment < 0;
        return comment < 0 ? at : at + comment + 2;
    }

    /// <summary>Instructions end with "?>"; those of a text that has no such ending end with their first bracket.</summary>
    private void SkipInstruction()
    {
        noInstructionEnds = noInstructionEnds || text.AsSpan(position).IndexOf("?>") < 0;
        SkipTo(noInstructionEnds ? ">" : "?>");
    }

    private void SkipTo(string ending)
    {
        var at = text.AsSpan(position).IndexOf(ending);
        EndedInside |= at < 0;
        position = at < 0 ? text.Length : position + at + ending.Length;
    }

    private int EndOf(int from, SearchValues<char> ends)
    {
        var length = text.AsSpan(from).IndexOfAny(ends);
        return length < 0 ? text.Length : from + length;
    }

    private int SkipBlanks(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
