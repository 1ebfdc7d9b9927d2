using System.Text.RegularExpressions;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// Finds denials by their phrases. Talk about fakes in general has no denying phrase and is passed over;
/// a negated phrase («не опроверг») denies nothing. An article without such a phrase may still answer a claim that it says goes
/// around. Linear in the length of the text.
/// </summary>
internal static class DenialReader
{
    /// <summary>Shorter rests of a sentence name no claim.</summary>
    private const int ShortestClaim = 8;

    /// <summary>Sentences; what was denied "earlier" behind them is background.</summary>
    private const int Opening = 2;

    /// <summary>Sentences in which a claim is told and answered.</summary>
    private const int AnswerWithin = 6;

    /// <summary>At most one denial for each sentence, the title's first.</summary>
    public static IReadOnlyList<Denial> Read(string title, string text, Language language)
    {
        var denials = new List<Denial>();
        var deniers = DenierNames.Of(title + "\n" + text);
        Add(denials, title, inTitle: true, title, deniers, language);
        Add(denials, text, inTitle: false, title, deniers, language);
        if (denials.Count == 0 && Answer(title, text, deniers, language) is { } answer)
        {
            denials.Add(answer);
        }

        return denials;
    }

    private static Denial? Answer(string title, string text, Lazy<(string? Body, string? Country)> deniers, Language language)
    {
        var spans = SentenceSplitter.Split(text).Take(AnswerWithin).ToList();
        var headline = Cut(title);
        return RumourAnswers.Find(headline, spans.ConvertAll(span => Cut(span.In(text))), language) switch
        {
            (-1, var answer) => Found(inTitle: true, new TextSpan(0, title.Length), headline, answer, title, deniers) with { IsAnswer = true },
            (var place, var answer) => Found(inTitle: false, spans[place], Cut(spans[place].In(text)), answer, title, deniers) with { IsAnswer = true },
            null => null,
        };
    }

    private static string Cut(string sentence) => sentence.Length > DenialPhrases.LongestSentence ? sentence[..DenialPhrases.LongestSentence] : sentence;

    private static Denial Found(bool inTitle, TextSpan span, string sentence, Match phrase, string title, Lazy<(string? Body, string? Country)> deniers)
    {
        var speaker = DenierNames.Speaker(sentence);

        // «Ведомство опровергло»: the one that the headline speaks of.
        var named = speaker is not null && DenierNames.PointsBack(speaker) ? (DenierNames.IsItsService(speaker) ? DenierNames.Answering(title) : null) : speaker;
        return new Denial(inTitle, span, named ?? speaker ?? DenierNames.Find(sentence, deniers), named is not null, ClaimAfter(sentence, span, phrase.Index + phrase.Length));
    }

    private static void Add(List<Denial> denials, string part, bool inTitle, string title, Lazy<(string? Body, string? Country)> deniers, Language language)
    {
        foreach (var (span, number) in SentenceSplitter.Split(part).Select((span, number) => (span, number)))
        {
            var sentence = Cut(span.In(part));
            var phrase = DenialPhrases.Of(language).SelectMany(phrases => phrases.Matches(sentence))
                .FirstOrDefault(phrase => !DenialPhrases.IsVoid(sentence[..phrase.Index], phrase.Value, sentence[(phrase.Index + phrase.Length)..]));
            if (phrase is not null && !(number >= Opening && RumourAnswers.IsBackground(sentence)))
            {
                denials.Add(Found(inTitle, span, sentence, phrase, title, deniers));
            }
        }
    }

    private static TextSpan? ClaimAfter(string sentence, TextSpan span, int end)
    {
        var rest = sentence.AsSpan(end);
        var skipped = rest.Length - rest.TrimStart(" ,:—–-").Length;
        var length = rest[skipped..].TrimEnd(" .!?").Length;
        return length < ShortestClaim ? null : new TextSpan(span.Start + end + skipped, length);
    }
}
