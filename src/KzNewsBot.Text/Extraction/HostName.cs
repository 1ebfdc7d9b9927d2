using System.Text;
using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Extraction;

/// <summary>Names that are hosts at the same time, such as a paper called after its domain.</summary>
internal static partial class HostName
{
    private const string Cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі";

    private static readonly string[] LatinSpelling =
        "a b v g d e e zh z i i k l m n o p r s t u f h ts ch sh sh  y  e yu ya a g k n o u u h i".Split(' ');

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
            var index = Cyrillic.IndexOf(character, StringComparison.Ordinal);
            var letters = index >= 0 ? LatinSpelling[index] : character.ToString();
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
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex Whole();
}
