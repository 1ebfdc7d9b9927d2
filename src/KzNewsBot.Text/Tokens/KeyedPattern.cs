using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Tokens;

/// <summary>
/// A pattern whose every match holds one of some keys. They are looked for first: most sentences hold none, and to learn that
/// from the pattern itself costs a hundred times as much.
/// </summary>
/// <param name="keys">In any case, of two letters at least; none when everything is to be read by the pattern.</param>
internal sealed class KeyedPattern(string pattern, RegexOptions options, params string[] keys)
{
    private readonly KeySearch? _keys = keys.Length > 0 ? new KeySearch(keys) : null;

    /// <summary>Interpreted: generated code of such patterns takes long to compile and reads no faster.</summary>
    private readonly Regex _regex = PatternLimits.Interpreted(pattern, options);

    public bool IsMatch(string sentence) => MayMatch(sentence) && _regex.IsMatch(sentence);

    public IEnumerable<Match> Matches(string sentence) => MayMatch(sentence) ? _regex.Matches(sentence) : [];

    private bool MayMatch(string sentence) => _keys is null || _keys.IndexIn(sentence) >= 0;
}
