using KzNewsBot.Text.Languages;

namespace KzNewsBot.Evaluation.Training;

/// <summary>
/// How often each letter follows each context in the texts of one language, smoothed by interpolation: Witten and Bell,
/// "The zero-frequency problem", IEEE Transactions on Information Theory 37 (4), 1991.
/// </summary>
internal sealed class LanguageCounts
{
    /// <summary>The share of a letter that was never seen: one of all letters of a script with its neighbours'.</summary>
    private const double UnseenLetter = 1.0 / 200;

    private readonly Dictionary<string, int> _grams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Total, int Kinds)> _contexts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Grams => _grams;

    public void Add(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var padded = $"{ScriptModel.Edge}{word}{ScriptModel.Edge}";
            for (var end = 1; end < padded.Length; end++)
            {
                for (var length = 1; length <= Math.Min(ScriptModel.Order, end + 1); length++)
                {
                    Add(padded.Substring(end + 1 - length, length));
                }
            }
        }
    }

    /// <summary>The probability of the last letter of the gram after the letters before it, above 0 to 1.</summary>
    public double Probability(string gram)
    {
        var shorter = gram.Length == 1 ? UnseenLetter : Probability(gram[1..]);
        return _contexts.TryGetValue(gram[..^1], out var context)
            ? (_grams.GetValueOrDefault(gram) + (context.Kinds * shorter)) / (context.Total + context.Kinds)
            : shorter;
    }

    private void Add(string gram)
    {
        var count = _grams.GetValueOrDefault(gram);
        _grams[gram] = count + 1;
        var (total, kinds) = _contexts.GetValueOrDefault(gram[..^1]);
        _contexts[gram[..^1]] = (total + 1, count == 0 ? kinds + 1 : kinds);
    }
}
