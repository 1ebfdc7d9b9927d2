using KzNewsBot.Text.Classification;

namespace KzNewsBot.Text.Similarity;

/// <summary>The vocabulary of security news by meaning: words of each language that stand for one thing.</summary>
internal sealed class Concepts
{
    public static readonly Concepts Shared = Read();

    /// <summary>Ids of phases begin with it: they say how far an event has come, not what it is about.</summary>
    public const char PhaseMark = '!';

    /// <summary>Ids of countries but our own begin with it.</summary>
    public const char CountryMark = '+';

    private readonly string[] _ids;
    private readonly PatternTrie _trie;

    private Concepts(IReadOnlyList<(string Id, TopicRules Rules)> concepts)
    {
        _ids = [.. concepts.Select(concept => concept.Id)];
        _trie = new PatternTrie([.. concepts.Select(concept => concept.Rules)]);
    }

    /// <summary>Each place of each concept, by its first and last word; a longer match of a concept swallows its shorter ones.</summary>
    public IEnumerable<(string Concept, int First, int Last)> Find(IReadOnlyList<MatchableWord> words, Language language)
    {
        var covered = new int[_ids.Length];
        foreach (var match in _trie.Find(words, language).OrderBy(match => match.First).ThenByDescending(match => match.Last).ThenBy(match => match.Topic))
        {
            if (match.First >= covered[match.Topic])
            {
                covered[match.Topic] = match.Last + 1;
                yield return (_ids[match.Topic], match.First, match.Last);
            }
        }
    }

    private static Concepts Read() => new([.. EmbeddedData.Lines("concepts.tsv").Where(line => line[0] != '#').Select(ReadLine)]);

    private static (string Id, TopicRules Rules) ReadLine(string line)
    {
        var cells = line.Split('\t');
        var patterns = cells.Skip(1).Zip([Language.Russian, Language.Kazakh, Language.English, Language.Other])
            .SelectMany(cell => cell.First.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(source => TopicPattern.Parse(source, cell.Second)));
        return (cells[0], new TopicRules([.. patterns], [], [], Context: null, Elsewhere: []));
    }
}
