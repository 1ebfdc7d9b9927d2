using KzNewsBot.Text.Dates;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Classification;

/// <summary>Says which topics an article is about or mentions, in which areas it lies, and which words say so.</summary>
internal sealed class TopicMatcher
{
    /// <summary>Part of the catalogue's fingerprint: raise it when matching changes.</summary>
    public const int Version = 9;

    /// <summary>So few words have no context: they are taken at their face value.</summary>
    private const int FewestWords = 4;

    private readonly TopicCatalogue _catalogue;
    private readonly PatternTrie _trie;
    private readonly int[][] _contexts;

    public TopicMatcher(TopicCatalogue catalogue)
    {
        _catalogue = catalogue;
        List<(string Id, TopicRules Rules)> owners =
            [.. catalogue.Topics.Select(topic => (topic.Id, topic.Rules)), .. catalogue.Areas.Select(area => (area.Id, area.Rules))];
        _trie = new PatternTrie([.. owners.Select(owner => owner.Rules)]);
        _contexts = [.. owners.Select(owner => (owner.Rules.Context?.With ?? []).Select(id => owners.FindIndex(other => other.Id == id)).Where(index => index >= 0).ToArray())];
    }

    public TopicReading Match(string title, string body, Language language)
    {
        var tallies = new TopicTally[_contexts.Length];
        for (var i = 0; i < tallies.Length; i++)
        {
            tallies[i] = new TopicTally();
        }

        var (titleAsRead, bodyAsRead) = language == Language.Kazakh && KazakhLatin.IsWritten(title, body)
            ? KazakhLatin.ToCyrillic(title, body)
            : (RespelledText.Same(title), RespelledText.Same(body));
        var lead = TopicScoring.LeadOf(bodyAsRead.Text);
        var titleWords = Scan(ArticleField.Title, titleAsRead, language, lead, tallies);
        var words = Scan(ArticleField.Body, bodyAsRead, language, lead, tallies);
        AdmitContexts(tallies, language, lonely: titleWords + words <= FewestWords);

        var found = _catalogue.Topics.Select((topic, i) => (Topic: topic, Tally: tallies[i])).Where(pair => pair.Tally.HasTerm).ToList();
        var headlined = found.Exists(pair => pair.Tally.HitsIn(HitPlace.Title) > 0);
        var topics = found.ConvertAll(pair => (pair.Topic, Hit: TopicScoring.Score(pair.Topic, pair.Tally, words, headlined)));
        return Judge(topics, tallies[_catalogue.Topics.Count..], words, language, evidence => IsName(evidence, evidence.Field == ArticleField.Title ? title : body));
    }

    private TopicReading Judge(List<(TopicDefinition Topic, TopicHit Hit)> topics, TopicTally[] areaTallies, int words, Language language, Predicate<TopicEvidence> isName)
    {
        var areas = _catalogue.Areas.Zip(areaTallies).ToLookup(pair => pair.First.Displaces.Count > 0);
        // What the headline says of an area lies there: a shooting in a night club is no leisure. A club or a film of such a name is.
        var headlined = areas[false].Where(pair => pair.Second.Evidence.Any(evidence => evidence.Field == ArticleField.Title && !isName(evidence))).Select(pair => pair.First.Id).ToHashSet(StringComparer.Ordinal);
        var about = topics.Where(pair => pair.Hit.About && !pair.Hit.Evidence.All(evidence => isName(evidence))).Select(pair => pair.Topic.Id).ToHashSet(StringComparer.Ordinal);
        var aside = areas[true].Where(pair => !areas[false].Any(other => pair.First.Displaces.Contains(other.First.Id, StringComparer.Ordinal) && (headlined.Contains(other.First.Id) || other.First.Topics.Any(about.Contains))))
            .Select(pair => (Area: pair.First, Hit: TopicScoring.ScoreAside(pair.First, pair.Second, words))).Where(pair => pair.Hit is not null).ToList();
        var displaced = aside.SelectMany(pair => pair.Area.Displaces).ToHashSet(StringComparer.Ordinal);
        var lies = areas[false].Where(pair => !displaced.Contains(pair.First.Id))
            .Select(pair => TopicScoring.ScoreArea(pair.First, pair.Second, words, topics, language)).OfType<TopicHit>().ToList();
        var scope = _catalogue.Areas.Count == 0 || (aside.Count == 0 && lies.Exists(hit => hit.About));
        // OrderBy is stable: topics with one score stay in the catalogue's order.
        return new TopicReading(
            [.. topics.Select(pair => (pair.Topic.Scoped && !scope) || (aside.Count > 0 && pair.Hit.Evidence.All(evidence => isName(evidence))) ? pair.Hit with { About = false } : pair.Hit).OrderByDescending(hit => hit.Score)],
            [.. lies, .. aside.Select(pair => pair.Hit!)]);
    }

    /// <summary>«Миротворец»: the word is all that its marks enclose, the name of a club, a film or a ship.</summary>
    private static bool IsName(TopicEvidence evidence, string text) =>
        evidence.Span.Start > 0 && evidence.Span.End < text.Length && !evidence.Span.In(text).Contains(' ', StringComparison.Ordinal) && text[evidence.Span.Start - 1] is '«' or '"' or '“' or '„' && text[evidence.Span.End] is '»' or '"' or '”' or '“';

    /// <summary>By the terms that stand on their own: a chain of contexts would make the order matter.</summary>
    private void AdmitContexts(TopicTally[] tallies, Language language, bool lonely)
    {
        bool[] found = [.. tallies.Select((tally, i) => tally.HasTerm || (IsAt(i, language) && !tally.BeginsElsewhere))];
        for (var i = 0; i < tallies.Length; i++)
        {
            if (lonely || tallies[i].HasTerm || Array.Exists(_contexts[i], with => found[with]))
            {
                tallies[i].AdmitContext();
            }
        }
    }

    /// <summary>Whether the owner of the tally is an area where a text in this language lies.</summary>
    private bool IsAt(int owner, Language language) => owner >= _catalogue.Topics.Count && _catalogue.Areas[owner - _catalogue.Topics.Count].Languages.Contains(language);

    private int Scan(ArticleField field, RespelledText read, Language language, TextLead lead, TopicTally[] tallies)
    {
        var text = read.Text;
        var words = MatchableWord.Read(text, language);
        var news = field == ArticleField.Body ? AgencyDateline.Behind(text, new TextSpan(0, text.Length)).Start : 0;
        foreach (var found in _trie.Find(words, language).OrderBy(found => found.First).ThenByDescending(found => found.Last).ThenBy(found => found.Role))
        {
            var span = new TextSpan(words[found.First].Start, words[found.Last].End - words[found.First].Start);
            if (span.Start < news)
            {
                // The city where an agency sits is none of its subjects.
                continue;
            }

            var place = field == ArticleField.Title ? HitPlace.Title : lead.PlaceOf(span.Start, found.First);
            tallies[found.Topic].Add(field, place, read.Original(span), found.Role, found.Pattern.Source);
        }

        return words.Count;
    }
}
