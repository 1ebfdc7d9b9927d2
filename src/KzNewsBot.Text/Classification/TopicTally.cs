namespace KzNewsBot.Text.Classification;

/// <summary>What was found of one topic in one article, overlaps resolved: the longest match at a place counts once.</summary>
internal sealed class TopicTally
{
    /// <summary>Enough to explain a topic; a list of thousands helps nobody.</summary>
    private const int MostEvidence = 20;

    private readonly List<TopicEvidence> _evidence = [];
    private readonly int[] _coveredTo = [0, 0];

    public bool HasTerm { get; private set; }

    public int TitleHits { get; private set; }

    public int LeadHits { get; private set; }

    public int BodyHits { get; private set; }

    public IReadOnlyList<TopicEvidence> Evidence => _evidence;

    /// <summary>Takes matches in order of their start, longest first.</summary>
    public void Add(ArticleField field, TextSpan span, int word, PatternRole role, string rule)
    {
        if (span.Start < _coveredTo[(int)field])
        {
            return;
        }

        _coveredTo[(int)field] = span.End;
        if (role == PatternRole.Exclusion)
        {
            return;
        }

        HasTerm |= role == PatternRole.Term;
        if (field == ArticleField.Title)
        {
            TitleHits++;
        }
        else
        {
            BodyHits++;
            LeadHits += word < TopicScoring.LeadWords ? 1 : 0;
        }

        if (_evidence.Count < MostEvidence)
        {
            _evidence.Add(new TopicEvidence(field, span, rule));
        }
    }
}
