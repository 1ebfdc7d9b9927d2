namespace KzNewsBot.Text.Classification;

/// <summary>One position in the patterns; children are found by hash, prefixes by trying each length that occurs.</summary>
internal sealed class TrieNode
{
    private readonly Dictionary<string, Branch> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Branch> _kazakhStems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Branch> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Branch> _acronyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Branch> _prefixes = new(StringComparer.Ordinal);
    /// <summary>Each once, the shortest first.</summary>
    private readonly List<int> _prefixLengths = [];

    public List<(int Topic, PatternRole Role, TopicPattern Pattern)> Ends { get; } = [];

    public bool HasChildren { get; private set; }

    public TrieNode Child(PatternElement element, Language language)
    {
        HasChildren = true;
        if (element.Kind == PatternElementKind.Prefix)
        {
            var place = _prefixLengths.BinarySearch(element.Value.Length);
            if (place < 0)
            {
                _prefixLengths.Insert(~place, element.Value.Length);
            }
        }

        var branches = element.Kind switch
        {
            PatternElementKind.Prefix => _prefixes,
            PatternElementKind.Exact => _exact,
            PatternElementKind.Acronym => _acronyms,
            _ => language == Language.Kazakh ? _kazakhStems : _stems,
        };
        if (!branches.TryGetValue(element.Value, out var branch))
        {
            branch = new Branch();
            branches.Add(element.Value, branch);
        }

        return element.Capitalized ? branch.Capitalized ??= new TrieNode() : branch.AnyCase ??= new TrieNode();
    }

    /// <summary>The nodes that the word leads to; null when there are none, which is the rule.</summary>
    public List<TrieNode>? Next(in MatchableWord word)
    {
        List<TrieNode>? nodes = null;
        Collect(_stems, word.Stem, word, ref nodes);
        Collect(_kazakhStems, word.KazakhStem, word, ref nodes);
        Collect(_exact, word.Folded, word, ref nodes);
        if (word.Acronym is { } acronym)
        {
            Collect(_acronyms, acronym, word, ref nodes);
        }

        foreach (var length in _prefixLengths)
        {
            if (length > word.Folded.Length)
            {
                break;
            }

            Collect(_prefixes, word.Folded.AsSpan(0, length), word, ref nodes);
        }

        return nodes;
    }

    private static void Collect(Dictionary<string, Branch> branches, ReadOnlySpan<char> key, in MatchableWord word, ref List<TrieNode>? nodes)
    {
        if (branches.Count == 0 || !branches.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var branch))
        {
            return;
        }

        if (branch.AnyCase is { } anyCase)
        {
            (nodes ??= []).Add(anyCase);
        }

        if (word.Capitalized && branch.Capitalized is { } capitalized)
        {
            (nodes ??= []).Add(capitalized);
        }
    }

    private sealed class Branch
    {
        public TrieNode? AnyCase { get; set; }

        public TrieNode? Capitalized { get; set; }
    }
}
