using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Denials;

/// <summary>
/// Finds denials by their phrases. Talk about fakes in general has no denying phrase and is passed over;
/// a negated phrase («не опроверг») denies nothing. Linear in the length of the text.
/// </summary>
internal static class DenialReader
{
    /// <summary>Shorter rests of a sentence name no claim.</summary>
    private const int ShortestClaim = 8;

    /// <summary>At most one denial for each sentence, the title's first.</summary>
    public static IReadOnlyList<Denial> Read(string title, string text, Language language)
    {
        var denials = new List<Denial>();
        var deniers = DenierNames.Of(title + "\n" + text);
        Add(denials, title, inTitle: true, deniers, language);
        Add(denials, text, inTitle: false, deniers, language);
        return denials;
    }

    private static void Add(List<Denial> denials, string part, bool inTitle, Lazy<(string? Body, string? Country)> deniers, Language language)
    {
        foreach (var span in SentenceSplitter.Split(part))
        {
            var whole = span.In(part);
            var sentence = whole.Length > DenialPhrases.LongestSentence ? whole[..DenialPhrases.LongestSentence] : whole;
            foreach (var phrase in DenialPhrases.Of(language).SelectMany(phrases => phrases.Matches(sentence)))
            {
                var end = phrase.Index + phrase.Length;
                if (!DenialPhrases.IsVoid(sentence[..phrase.Index], phrase.Value, sentence[end..]))
                {
                    var speaker = DenierNames.Speaker(sentence);
                    denials.Add(new Denial(inTitle, span, speaker ?? DenierNames.Find(sentence, deniers), speaker is not null && !DenierNames.PointsBack(speaker), ClaimAfter(whole, span, end)));
                    break;
                }
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
