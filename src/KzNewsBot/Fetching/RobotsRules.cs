using System.Globalization;
using System.Text;

namespace KzNewsBot.Fetching;

/// <summary>
/// One robots.txt as it speaks to one product (RFC 9309): the longest matching rule wins, "allow" on a tie; "*" stands
/// for anything and "$" for the end. Matching is linear in the address for each rule.
/// </summary>
internal sealed class RobotsRules
{
    public static readonly RobotsRules AllowAll = new([], null);

    private readonly List<Rule> _rules;

    private RobotsRules(List<Rule> rules, TimeSpan? crawlDelay)
    {
        // Stable, so "allow first" decides between rules of one length.
        _rules = [.. rules.OrderByDescending(rule => rule.Pattern.Length).ThenBy(rule => rule.Allows ? 0 : 1)];
        CrawlDelay = crawlDelay;
    }

    /// <summary>Not in the RFC, but many outlets ask for it; null when this one doesn't.</summary>
    public TimeSpan? CrawlDelay { get; }

    public static RobotsRules Parse(ReadOnlySpan<byte> bytes, string product)
    {
        var reader = new RobotsReader(product);
        foreach (var line in Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split(['\r', '\n']))
        {
            reader.Read(line);
        }

        return new RobotsRules(reader.Rules, reader.CrawlDelay);
    }

    public bool Allows(Uri address)
    {
        var path = RobotsPath.Normalize(address.PathAndQuery);
        return path == "/robots.txt" || (_rules.Find(rule => rule.Matches(path))?.Allows ?? true);
    }

    internal sealed record Rule(string Pattern, bool Allows)
    {
        private readonly bool _toTheEnd = Pattern.EndsWith('$');

        private readonly string[] _parts = Pattern.TrimEnd('$').Split('*');

        public bool Matches(string path)
        {
            if (!path.StartsWith(_parts[0], StringComparison.Ordinal))
            {
                return false;
            }

            var at = _parts[0].Length;
            for (var i = 1; i < _parts.Length; i++)
            {
                if (_toTheEnd && i == _parts.Length - 1)
                {
                    return path.Length - _parts[i].Length >= at && path.EndsWith(_parts[i], StringComparison.Ordinal);
                }

                var found = path.IndexOf(_parts[i], at, StringComparison.Ordinal);
                if (found < 0)
                {
                    return false;
                }

                at = found + _parts[i].Length;
            }

            return !_toTheEnd || at == path.Length;
        }
    }
}

/// <summary>Goes through the lines and keeps the groups that name the product, or those for everybody.</summary>
internal sealed class RobotsReader(string product)
{
    private readonly Group _own = new();
    private readonly Group _everybodys = new();
    private readonly List<Group> _current = [];
    private bool _naming;
    private bool _named;

    public List<RobotsRules.Rule> Rules => Chosen.Rules;

    public TimeSpan? CrawlDelay => Chosen.CrawlDelay;

    private Group Chosen => _named ? _own : _everybodys;

    public void Read(string line)
    {
        var text = line.Split('#')[0];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return;
        }

        var value = text[(colon + 1)..].Trim();
        switch (text[..colon].Trim().ToLowerInvariant())
        {
            case "user-agent":
                Name(value);
                break;
            case "allow":
                Add(value, allows: true);
                break;
            case "disallow":
                Add(value, allows: false);
                break;
            case "crawl-delay":
                _naming = false;
                // "NaN" and "-Infinity" are numbers to the parser, whatever styles it is given.
                if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) && seconds >= 0)
                {
                    _current.ForEach(group => group.CrawlDelay = TimeSpan.FromSeconds(Math.Min(seconds, 86_400)));
                }

                break;
        }
    }

    /// <summary>Names in a row share the rules that follow; a name after a rule opens another group.</summary>
    private void Name(string value)
    {
        if (!_naming)
        {
            _current.Clear();
            _naming = true;
        }

        // "KzNewsBot/1.0" names the product as well.
        var name = value.Split('/')[0].Trim();
        if (name == "*")
        {
            _current.Add(_everybodys);
        }
        else if (string.Equals(name, product, StringComparison.OrdinalIgnoreCase))
        {
            _current.Add(_own);
            _named = true;
        }
    }

    private void Add(string value, bool allows)
    {
        _naming = false;
        if (value is ['/' or '*' or '$', ..])
        {
            _current.ForEach(group => group.Rules.Add(new RobotsRules.Rule(RobotsPath.Normalize(value), allows)));
        }
    }

    private sealed class Group
    {
        public List<RobotsRules.Rule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; set; }
    }
}

/// <summary>One spelling for a path and a pattern (RFC 9309, 2.2.2): beyond ASCII escaped, escapes in capitals, no needless ones.</summary>
internal static class RobotsPath
{
    public static string Normalize(string text)
    {
        var path = new StringBuilder(text.Length);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%' && i + 2 < bytes.Length && IsHex(bytes[i + 1]) && IsHex(bytes[i + 2]))
            {
                Append(path, Convert.ToByte(((char)bytes[i + 1]).ToString() + (char)bytes[i + 2], 16), wasEscaped: true);
                i += 2;
            }
            else
            {
                Append(path, bytes[i], wasEscaped: false);
            }
        }

        return path.ToString();
    }

    private static void Append(StringBuilder path, byte value, bool wasEscaped)
    {
        var keeps = wasEscaped ? char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' : value is > 0x20 and < 0x7F;
        if (keeps)
        {
            path.Append((char)value);
        }
        else
        {
            path.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }
    }

    private static bool IsHex(byte value) => char.IsAsciiHexDigit((char)value);
}
