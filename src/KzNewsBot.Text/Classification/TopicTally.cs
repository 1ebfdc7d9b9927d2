namespace KzNewsBot.Text.Classification;

/// <summary>Where in an article a word stands, as far as it tells what the article is about.</summary>
internal enum HitPlace
{
    Title,
    FirstSentence,
    Lead,
    Rest,
}

/// <summary>What was found of one topic in one article, overlaps resolved: the longest match at a place counts once.</summary>
internal sealed class TopicTally
{
    /// <summary>Enough to explain a topic; a list of thousands helps nobody.</summary>
    private const int MostEvidence = 20;

    private readonly List<TopicEvidence> _evidence = [];
    private readonly List<(HitPlace Place, TopicEvidence Evidence)> _context = [];
    private readonly int[] _coveredTo = [0, 0];
    private readonly int[] _excludedTo = [0, 0];
    private readonly int[] _hits = new int[Enum.GetValues<HitPlace>().Length];

    public bool HasTerm { get; private set; }

    /// <summary>Whether the headline or the first sentence says that the news is not from the area.</summary>
    public bool BeginsElsewhere { get; private set; }

    public int BodyHits => _hits[(int)HitPlace.FirstSentence] + _hits[(int)HitPlace.Lead] + _hits[(int)HitPlace.Rest];

    public IReadOnlyList<TopicEvidence> Evidence => _evidence;

    public int HitsIn(HitPlace place) => _hits[(int)place];

    /// <summary>Takes matches in order of their start, longest first.</summary>
    public void Add(ArticleField field, HitPlace place, TextSpan span, PatternRole role, string rule)
    {
        if (role == PatternRole.Elsewhere)
        {
            BeginsElsewhere |= place is HitPlace.Title or HitPlace.FirstSentence;
            return;
        }

        var evidence = new TopicEvidence(field, span, rule);
        if (role == PatternRole.Context)
        {
            if (_context.Count < MostEvidence && span.Start >= _excludedTo[(int)field])
            {
                _context.Add((place, evidence));
            }

            return;
        }

        if (span.Start < _coveredTo[(int)field])
        {
            return;
        }

        _coveredTo[(int)field] = span.End;
        if (role == PatternRole.Exclusion)
        {
            _excludedTo[(int)field] = span.End;
            return;
        }

        HasTerm |= role == PatternRole.Term;
        Count(place, evidence);
    }

    /// <summary>What was said beside another topic counts as terms, each place once.</summary>
    public void AdmitContext()
    {
        HasTerm |= _context.Count > 0;
        foreach (var (place, evidence) in _context.Where(context => !_evidence.Exists(known => Overlap(known, context.Evidence))).ToList())
        {
            Count(place, evidence);
        }
    }

    private static bool Overlap(TopicEvidence one, TopicEvidence other) =>
        one.Field == other.Field && one.Span.Start < other.Span.End && other.Span.Start < one.Span.End;

    private void Count(HitPlace place, TopicEvidence evidence)
    {
        _hits[(int)place]++;
        if (_evidence.Count < MostEvidence)
        {
            _evidence.Add(evidence);
        }
    }
}
