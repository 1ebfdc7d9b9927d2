using System.Text.RegularExpressions;

namespace KzNewsBot.Text.Quotes;

/// <summary>Follows a body sentence by sentence and tells what the paragraph so far does to the next one.</summary>
internal sealed partial class ParagraphReader(string body)
{
    /// <summary>The words are somebody's, and the name stands in another sentence.</summary>
    private const double InsideQuotation = 0.3;

    /// <summary>"Первое." or "Во-вторых.": what follows is an item, often without a verb.</summary>
    private const double AfterEnumerator = 0.3;

    private const int EnumeratorLength = 20;

    private int _end;
    private bool _straightOpen;
    private int _guillemets;
    private bool _afterEnumerator;

    /// <summary>A factor up to 1; sentences must come in order.</summary>
    public double Read(TextSpan sentence)
    {
        if (body.AsSpan(_end, sentence.Start - _end).ContainsAny('\n', '\r'))
        {
            (_straightOpen, _guillemets, _afterEnumerator) = (false, 0, false);
        }

        var factor = _straightOpen || _guillemets > 0 ? InsideQuotation
            : _afterEnumerator ? AfterEnumerator
            : 1.0;
        foreach (var c in body.AsSpan(sentence.Start, sentence.Length))
        {
            _straightOpen ^= c is '"' or '“' or '”';
            _guillemets = Math.Max(0, _guillemets + (c == '«' ? 1 : c == '»' ? -1 : 0));
        }

        _afterEnumerator = sentence.Length <= EnumeratorLength && Enumerator().IsMatch(sentence.In(body));
        _end = sentence.End;
        return factor;
    }

    /// <summary>Not any short sentence: a dateline, «Москва. 3 мая.», comes before the news itself.</summary>
    [GeneratedRegex(@"^\W*((во-|в-)?(перв|втор|трет|четв[её]рт|пят)\w+|\d+|(бірінші|екінші|үшінші|төртінші)\w*|first(ly)?|second(ly)?|third(ly)?)\W*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Enumerator();
}
