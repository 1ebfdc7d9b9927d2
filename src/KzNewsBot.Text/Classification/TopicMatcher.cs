namespace KzNewsBot.Text.Classification;

/// <summary>Says which topics an article is about or mentions, and which words say so.</summary>
internal sealed class TopicMatcher(TopicCatalogue catalogue)
{
    /// <summary>Part of the catalogue's fingerprint: raise it when matching changes.</summary>
    public const int Version = 1;

    private readonly PatternTrie _trie = new(catalogue.Topics);

    public IReadOnlyList<TopicHit> Match(string title, string body, Language language)
    {
        var tallies = new TopicTally[catalogue.Topics.Count];
        for (var i = 0; i < tallies.Length; i++)
        {
            tallies[i] = new TopicTally();
        }

        var titleWords = Scan(ArticleField.Title, title, language, tallies);
        var bodyWords = Scan(ArticleField.Body, body, language, tallies);
        var hits = new List<TopicHit>();
        for (var i = 0; i < tallies.Length; i++)
        {
            if (tallies[i].HasTerm)
            {
                hits.Add(TopicScoring.Score(catalogue.Topics[i].Id, tallies[i], titleWords, bodyWords));
            }
        }

        // List.Sort is unstable; topics with one score stay in the catalogue's order.
        return [.. hits.OrderByDescending(hit => hit.Score)];
    }

    private int Scan(ArticleField field, string text, Language language, TopicTally[] tallies)
    {
        var words = MatchableWord.Read(text, language);
        foreach (var found in _trie.Find(words).OrderBy(found => found.First).ThenByDescending(found => found.Last).ThenBy(found => found.Role))
        {
            var span = new TextSpan(words[found.First].Start, words[found.Last].End - words[found.First].Start);
            tallies[found.Topic].Add(field, span, found.First, found.Role, found.Pattern.Source);
        }

        return words.Count;
    }
}
