namespace KzNewsBot.Text.Quotes;

/// <summary>Follows a body sentence by sentence and tells what the paragraph so far does to the next one.</summary>
internal sealed class ParagraphReader(string body)
{
    /// <summary>The words are somebody's, and the name stands in another sentence.</summary>
    private const double InsideQuotation = 0.3;

    /// <summary>"Первое." or "Во-вторых.": what follows is an item, often without a verb.</summary>
    private const double AfterEnumerator = 0.3;

    private const int EnumeratorLength = 15;

    private int _end;
    private bool _straightOpen;
    private int _guillemets;
    private int _previousLength;

    /// <summary>A factor up to 1; sentences must come in order.</summary>
    public double Read(TextSpan sentence)
    {
        if (body.AsSpan(_end, sentence.Start - _end).ContainsAny('\n', '\r'))
        {
            (_straightOpen, _guillemets, _previousLength) = (false, 0, 0);
        }

        var factor = _straightOpen || _guillemets > 0 ? InsideQuotation
            : _previousLength is > 0 and <= EnumeratorLength ? AfterEnumerator
            : 1.0;
        foreach (var c in body.AsSpan(sentence.Start, sentence.Length))
        {
            _straightOpen ^= c is '"' or '“' or '”';
            _guillemets = Math.Max(0, _guillemets + (c == '«' ? 1 : c == '»' ? -1 : 0));
        }

        (_end, _previousLength) = (sentence.End, sentence.Length);
        return factor;
    }
}
