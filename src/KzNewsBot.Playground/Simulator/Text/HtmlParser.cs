using System.Text;
using KzNewsBot.Playground.Simulator.Http;

namespace KzNewsBot.Playground.Simulator.Text;

/// <summary>
/// parse_mode HTML, rule for rule as core.telegram.org/bots/api#html-style and the server have it.
/// Errors name byte offsets of the UTF-8 input; entities count UTF-16 code units.
/// </summary>
internal sealed class HtmlParser
{
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly Stack<OpenTag> _open = new();
    private readonly List<TextEntity> _entities = [];
    private int _at;

    private HtmlParser(string html) => _html = html;

    private char Current => _at < _html.Length ? _html[_at] : '\0';

    public static (string Text, List<TextEntity> Entities) Parse(string html)
    {
        var parser = new HtmlParser(html);
        parser.Run();
        var text = parser._text.ToString();
        if (HtmlCharacters.HasLoneSurrogate(text))
        {
            throw Fail("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units");
        }

        return (text, HtmlTags.JoinCodeLanguages(EntityArrangement.Sort(parser._entities)));
    }

    private void Run()
    {
        while (_at < _html.Length)
        {
            if (Current is '&')
            {
                _at = HtmlCharacters.Append(_html, _at, _text);
            }
            else if (Current is not '<')
            {
                _text.Append(_html[_at++]);
            }
            else if (_at + 1 < _html.Length && _html[_at + 1] is '/')
            {
                CloseTag();
            }
            else
            {
                OpenTag();
            }
        }

        if (_open.TryPeek(out var open))
        {
            throw Fail($"Can't find end tag corresponding to start tag \"{open.Name}\"");
        }
    }

    private void OpenTag()
    {
        var begin = _at++;
        var name = ReadWhile(static c => !IsSpace(c) && c is not '>').ToLowerInvariant();
        if (Current is '\0')
        {
            throw Fail($"Unclosed start tag at byte offset {ByteOffset(begin)}");
        }

        if (!HtmlTags.IsKnown(name))
        {
            throw Fail($"Unsupported start tag \"{name}\" at byte offset {ByteOffset(begin)}");
        }

        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (ReadAttribute(name, begin) is { } attribute)
        {
            attributes.TryAdd(attribute.Name, attribute.Value);
        }

        _at++;
        if (name is "span" && attributes.GetValueOrDefault("class") is not "tg-spoiler")
        {
            throw Fail($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {ByteOffset(begin)}");
        }

        _open.Push(new OpenTag(name, attributes, _text.Length));
    }

    private (string Name, string Value)? ReadAttribute(string tag, int begin)
    {
        SkipSpaces();
        if (Current is '>')
        {
            return null;
        }

        if (Current is '\0')
        {
            throw Fail($"Unclosed start tag at byte offset {ByteOffset(begin)}");
        }

        var name = ReadWhile(static c => !IsSpace(c) && c is not ('=' or '>' or '/' or '"' or '\'')).ToLowerInvariant();
        if (name.Length == 0)
        {
            throw Fail($"Empty attribute name in the tag \"{tag}\" at byte offset {ByteOffset(begin)}");
        }

        SkipSpaces();
        if (Current is '=')
        {
            _at++;
            SkipSpaces();
            FailAtEnd(tag, begin);
            return (name, Current is '"' or '\'' ? ReadQuoted() : ReadNameToken());
        }

        FailAtEnd(tag, begin);
        return (name, "");
    }

    private string ReadQuoted()
    {
        var quote = _html[_at++];
        var value = new StringBuilder();
        while (Current != quote && _at < _html.Length)
        {
            if (Current is '&')
            {
                _at = HtmlCharacters.Append(_html, _at, value);
            }
            else
            {
                value.Append(_html[_at++]);
            }
        }

        // At the end of the input the tag stays open, which the caller reports.
        _at = Math.Min(_at + 1, _html.Length);
        return value.ToString();
    }

    private string ReadNameToken()
    {
        var begin = _at;
        var token = ReadWhile(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
        return IsSpace(Current) || Current is '>'
            ? token.ToLowerInvariant()
            : throw Fail($"Unexpected end of name token at byte offset {ByteOffset(begin)}");
    }

    private void CloseTag()
    {
        var begin = _at;
        if (!_open.TryPop(out var open))
        {
            throw Fail($"Unexpected end tag at byte offset {ByteOffset(begin)}");
        }

        _at += 2;
        var name = ReadWhile(static c => !IsSpace(c) && c is not '>').ToLowerInvariant();
        SkipSpaces();
        if (Current is not '>')
        {
            throw Fail($"Unclosed end tag at byte offset {ByteOffset(begin)}");
        }

        _at++;
        if (name.Length > 0 && !string.Equals(name, open.Name, StringComparison.Ordinal))
        {
            throw Fail($"Unmatched end tag at byte offset {ByteOffset(begin)}, expected \"</{open.Name}>\", found \"</{name}>\"");
        }

        var inner = _text.ToString(open.Start, _text.Length - open.Start);
        if (inner.Length > 0 && HtmlTags.ToEntity(open, inner) is { } entity)
        {
            _entities.Add(entity);
        }
    }

    private void FailAtEnd(string tag, int begin)
    {
        if (Current is '\0')
        {
            throw Fail($"Unclosed start tag \"{tag}\" at byte offset {ByteOffset(begin)}");
        }
    }

    private string ReadWhile(Func<char, bool> accepts)
    {
        var begin = _at;
        while (_at < _html.Length && accepts(_html[_at]))
        {
            _at++;
        }

        return _html[begin.._at];
    }

    private void SkipSpaces() => ReadWhile(IsSpace);

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\r' or '\n' or '\v' or '\f';

    private int ByteOffset(int at) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, at));

    private static ApiErrorException Fail(string reason) => ApiErrorException.BadRequest("can't parse entities: " + reason);
}
