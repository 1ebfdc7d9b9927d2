using System.Text;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Extraction;

/// <summary>Names that are hosts at the same time, such as a paper called after its domain.</summary>
internal static partial class HostName
{
    private static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "e", ['ж'] = "zh",
        ['з'] = "z", ['и'] = "i", ['й'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o",
        ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "h", ['ц'] = "ts",
        ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "sh", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "yu",
        ['я'] = "ya", ['ә'] = "a", ['ғ'] = "g", ['қ'] = "k", ['ң'] = "n", ['ө'] = "o", ['ұ'] = "u", ['ү'] = "u",
        ['һ'] = "h", ['і'] = "i",
    };

    /// <summary>Lower case, without scheme, "www." and path.</summary>
    public static string Normalize(string host)
    {
        var bare = host.Trim().ToLowerInvariant();
        var scheme = bare.IndexOf("://", StringComparison.Ordinal);
        bare = scheme < 0 ? bare : bare[(scheme + 3)..];
        var end = bare.AsSpan().IndexOfAny('/', '?', ':');
        bare = end < 0 ? bare : bare[..end];
        return bare.StartsWith("www.", StringComparison.Ordinal) ? bare[4..] : bare;
    }

    /// <summary>True for a whole text that is a host and nothing else.</summary>
    public static bool IsHost(string text) => text.Length is > 3 and < 100 && Whole().IsMatch(text);

    /// <summary>True when a name written in Cyrillic or Latin sounds like the host's main label.</summary>
    public static bool SoundsLike(string name, string host)
    {
        var labels = Normalize(host).Split('.');
        var spoken = Sound(name);
        return spoken.Length >= 3 && labels.Length >= 2
            && labels[..^1].Any(label => Sound(label).Equals(spoken, StringComparison.Ordinal));
    }

    /// <summary>A rough common spelling: c, q and k are one sound, doubled letters count once.</summary>
    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var character in text.ToLowerInvariant())
        {
            var letters = Latin.TryGetValue(character, out var latin) ? latin : character.ToString();
            foreach (var letter in letters.Where(char.IsAsciiLetterOrDigit))
            {
                var folded = letter switch { 'c' or 'q' => 'k', 'j' or 'y' => 'i', 'w' => 'v', _ => letter };
                if (sound.Length == 0 || sound[^1] != folded)
                {
                    sound.Append(folded);
                }
            }
        }

        return sound.ToString();
    }

    [GeneratedRegex(@"^(www\.)?([\p{L}\d][\p{L}\d-]{0,40}\.){1,3}([a-z]{2,10}|қаз|рф)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();
}
