using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Quotes;

/// <summary>Follows a body sentence by sentence and tells what the paragraph so far does to the next one.</summary>
internal sealed partial class ParagraphReader(string body)
{
    /// <summary>The end of somebody's words, with a name behind them that may be that of a third, or words of which it is not sure that they are anybody's.</summary>
    private const double Quoted = 0.3;

    /// <summary>What somebody said is listed after a colon: the name stands before it.</summary>
    private const double Listed = 0.3;

    /// <summary>"Первое." or "Во-вторых.": what follows is an item, often without a verb.</summary>
    private const double AfterEnumerator = 0.3;

    private const int EnumeratorLength = 20;

    /// <summary>Characters.</summary>
    private const int LongestSpeech = 3_000;

    private int _end;
    private bool _straightOpen;
    private int _guillemets;
    private bool _afterEnumerator;
    private bool _list;

    /// <summary>The sentence read last is the middle, the end or an opening of somebody's words that goes on behind it: it doesn't say, or not alone, whose they are.</summary>
    public bool IsSpeech { get; private set; }

    /// <summary>A factor up to 1; sentences must come in order.</summary>
    public double Read(TextSpan sentence)
    {
        if (body.AsSpan(_end, sentence.Start - _end).ContainsAny('\n', '\r'))
        {
            (_straightOpen, _guillemets, _afterEnumerator) = (false, _guillemets > 0 && ClosesAhead(sentence.Start) ? 1 : 0, false);
            _list = IsItem(sentence) && (_list || (_end > 0 && body[_end - 1] == ':'));
        }

        // Inside somebody's words no sentence says whose they are: as the outlet's own it would be false. A mark that nothing
        // closes, as of an inch, opens none.
        var isInside = _straightOpen || _guillemets > 0;
        var isSpeech = isInside && IsClosed(sentence.Start);
        var factor = isInside ? Attributed().IsMatch(sentence.In(body)) || !isSpeech ? Quoted : 0
            : _afterEnumerator ? AfterEnumerator
            : _list ? Listed
            : 1.0;
        foreach (var c in body.AsSpan(sentence.Start, sentence.Length))
        {
            _straightOpen ^= c is '"' or '“' or '”' or '„';
            _guillemets = Math.Max(0, _guillemets + (c == '«' ? 1 : c == '»' ? -1 : 0));
        }

        var opens = !isInside && (_straightOpen || _guillemets > 0) && body[QuoteFitness.WithoutSigns(body, sentence).Start] is '«' or '"' or '“' or '„' && IsClosed(sentence.End);
        IsSpeech = isSpeech || opens;
        _afterEnumerator = sentence.Length <= EnumeratorLength && Enumerator().IsMatch(sentence.In(body));
        _end = sentence.End;
        return opens ? 0 : factor;
    }

    private bool IsClosed(int from)
    {
        var rest = body.AsSpan(from);
        var end = rest.IndexOfAny('\n', '\r');
        var paragraph = end < 0 ? rest : rest[..end];
        return _guillemets > 0
            ? paragraph.Count('»') - paragraph.Count('«') >= _guillemets || ClosesAhead(from + paragraph.Length)
            : paragraph.ContainsAny('"', '”', '“');
    }

    /// <summary>Somebody's words run over several paragraphs: the next mark closes them.</summary>
    private bool ClosesAhead(int from)
    {
        var ahead = body.AsSpan(from, Math.Min(LongestSpeech, body.Length - from));
        var next = ahead.IndexOfAny('«', '»');
        return next >= 0 && ahead[next] == '»';
    }

    private bool IsItem(TextSpan sentence) => QuoteFitness.WithoutSigns(body, sentence).Start > sentence.Start;

    /// <summary>Behind the closing mark comes who said it.</summary>
    [GeneratedRegex("[\"»”][.,!?…]?\\s*[,–—-]?\\s*\\p{L}{2,}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Attributed();

    /// <summary>Not any short sentence: a dateline, «Москва. 3 мая.», comes before the news itself.</summary>
    [GeneratedRegex(@"^\W*((во-|в-)?(перв|втор|трет|четв[её]рт|пят)\w+|\d+|(бірінші|екінші|үшінші|төртінші)\w*|first(ly)?|second(ly)?|third(ly)?)\W*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Enumerator();
}
