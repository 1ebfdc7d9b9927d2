namespace KzNewsBot.Text.Classification;

/// <summary>One position in the patterns; children are found by hash, prefixes by trying each length that occurs.</summary>
internal sealed class TrieNode
{
    private readonly Dictionary<string, Branch> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Branch> _kazakhStems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Branch> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Branch> _acronyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Branch> _prefixes = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _prefixLengths = [];

    public List<(int Topic, PatternRole Role, TopicPattern Pattern)> Ends { get; } = [];

    public bool HasChildren { get; private set; }

    public TrieNode Child(PatternElement element, Language language)
    {
        HasChildren = true;
        if (element.Kind == PatternElementKind.Prefix)
        {
            _prefixLengths.Add(element.Value.Length);
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

    public IEnumerable<TrieNode> Next(MatchableWord word)
    {
        var nodes = new List<TrieNode>();
        Collect(_stems, word.Stem, word, nodes);
        Collect(_kazakhStems, word.KazakhStem, word, nodes);
        Collect(_exact, word.Folded, word, nodes);
        if (word.Acronym is { } acronym)
        {
            Collect(_acronyms, acronym, word, nodes);
        }

        foreach (var length in _prefixLengths)
        {
            if (length <= word.Folded.Length)
            {
                Collect(_prefixes, word.Folded[..length], word, nodes);
            }
        }

        return nodes;
    }

    private static void Collect(Dictionary<string, Branch> branches, string key, MatchableWord word, List<TrieNode> nodes)
    {
        if (!branches.TryGetValue(key, out var branch))
        {
            return;
        }

        if (branch.AnyCase is { } anyCase)
        {
            nodes.Add(anyCase);
        }

        if (word.Capitalized && branch.Capitalized is { } capitalized)
        {
            nodes.Add(capitalized);
        }
    }

    private sealed class Branch
    {
        public TrieNode? AnyCase { get; set; }

        public TrieNode? Capitalized { get; set; }
    }
}
