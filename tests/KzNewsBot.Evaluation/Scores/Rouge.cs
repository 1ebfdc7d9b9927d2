namespace KzNewsBot.Evaluation.Scores;

/// <summary>ROUGE (Lin 2004) without stemming or stop words, on Unicode words, since the usual tool drops Cyrillic.</summary>
internal static class Rouge
{
    /// <summary>ROUGE-N: n-grams in common, each as often as the rarer text has it.</summary>
    public static Overlap N(string candidate, string reference, int n)
    {
        var left = Grams(Words.Of(candidate), n);
        var right = Grams(Words.Of(reference), n);
        var common = left.Sum(gram => Math.Min(gram.Value, right.GetValueOrDefault(gram.Key)));
        return Overlap.Of(common, left.Values.Sum(), right.Values.Sum());
    }

    /// <summary>ROUGE-L: the longest common subsequence of words, over the whole text.</summary>
    public static Overlap L(string candidate, string reference)
    {
        var left = Words.Of(candidate);
        var right = Words.Of(reference);
        return Overlap.Of(LongestCommonSubsequence(left, right), left.Count, right.Count);
    }

    private static Dictionary<string, int> Grams(IReadOnlyList<string> words, int n) =>
        Enumerable.Range(0, Math.Max(0, words.Count - n + 1))
            .CountBy(start => string.Join(' ', words.Skip(start).Take(n)), StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    private static int LongestCommonSubsequence(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var above = new int[right.Count + 1];
        foreach (var word in left)
        {
            var diagonal = 0;
            for (var i = 1; i <= right.Count; i++)
            {
                var before = above[i];
                above[i] = word.Equals(right[i - 1], StringComparison.Ordinal) ? diagonal + 1 : Math.Max(above[i], above[i - 1]);
                diagonal = before;
            }
        }

        return above[^1];
    }
}
