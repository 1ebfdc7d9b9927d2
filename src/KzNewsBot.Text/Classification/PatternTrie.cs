namespace KzNewsBot.Text.Classification;

/// <summary>In order of precedence where two patterns match the same words.</summary>
internal enum PatternRole
{
    Exclusion,
    Term,
    Hint,
    Context,
    Elsewhere,
}

internal readonly record struct PatternMatch(int Topic, PatternRole Role, TopicPattern Pattern, int First, int Last);

/// <summary>All patterns of all topics as tries over words: a text is read once, whatever the number of patterns.</summary>
internal sealed class PatternTrie
{
    private readonly TrieNode _ownLanguages = new();
    private readonly TrieNode _furtherLanguages = new();

    /// <param name="rules">Matches name their owner by its place here.</param>
    public PatternTrie(IReadOnlyList<TopicRules> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            Add(i, PatternRole.Term, rules[i].Terms);
            Add(i, PatternRole.Hint, rules[i].Hints);
            Add(i, PatternRole.Exclusion, rules[i].Exclusions);
            Add(i, PatternRole.Context, rules[i].Context?.Patterns ?? []);
            Add(i, PatternRole.Elsewhere, rules[i].Elsewhere);
        }
    }

    /// <param name="language">That of the text: patterns of further languages match in such a text alone.</param>
    public List<PatternMatch> Find(IReadOnlyList<MatchableWord> words, Language language)
    {
        var matches = new List<PatternMatch>();
        for (var i = 0; i < words.Count; i++)
        {
            Descend(_ownLanguages, words, i, i, matches);
            if (language == Language.Other)
            {
                Descend(_furtherLanguages, words, i, i, matches);
            }
        }

        return matches;
    }

    private static void Descend(TrieNode node, IReadOnlyList<MatchableWord> words, int first, int current, List<PatternMatch> matches)
    {
        foreach (var (topic, role, pattern) in node.Ends)
        {
            matches.Add(new PatternMatch(topic, role, pattern, first, current - 1));
        }

        if (current >= words.Count || !node.HasChildren || node.Next(words[current]) is not { } children)
        {
            return;
        }

        foreach (var child in children)
        {
            Descend(child, words, first, current + 1, matches);
        }
    }

    private void Add(int topic, PatternRole role, IReadOnlyList<TopicPattern> patterns)
    {
        foreach (var pattern in patterns)
        {
            var root = pattern.Language == Language.Other ? _furtherLanguages : _ownLanguages;
            var node = pattern.Elements.Aggregate(root, (parent, element) => parent.Child(element, pattern.Language));
            node.Ends.Add((topic, role, pattern));
        }
    }
}
