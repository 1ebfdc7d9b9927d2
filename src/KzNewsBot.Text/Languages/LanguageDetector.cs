using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Languages;

/// <param name="Confidence">0 to 1; low for a lone word that several languages share.</param>
internal sealed record DetectedLanguage(Language Language, double Confidence)
{
    private const double Sure = 0.5;

    /// <summary>What the page or the outlet says of itself, where the words leave it open.</summary>
    /// <param name="declared">Null or <see cref="Language.Other"/> when nothing of use is said.</param>
    public Language Or(Language? declared) => Confidence < Sure && declared is { } said and not Language.Other ? said : Language;
}

/// <summary>
/// Tells Kazakh, Russian and English from each other and from their neighbours by the likelihood of their letters
/// (<see cref="LanguageModel"/>). A declared language of the source should break ties for single words.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>More letters add nothing: the headline and the first paragraphs decide.</summary>
    private const int MaxCharacters = 3_000;

    /// <summary>
    /// How much likelier a text is Kazakh, Russian or English before its first letter is read, in nats: the sources are
    /// chosen, and a word that two languages share is most often one of ours. A sentence outweighs it.
    /// </summary>
    private const double Prior = 6;

    /// <summary>Nats of advantage over the next language at which the confidence is 0.63.</summary>
    private const double ConfidenceScale = 6;

    /// <summary>So many words of Kazakh rarely come without one of its own letters: then it takes a clear lead, in nats.</summary>
    private const int WordsWithOwnLetters = 3;

    private const double LeadWithoutOwnLetters = 4;

    public static DetectedLanguage Detect(string text) => Detect(text, LanguageModel.Shipped);

    public static DetectedLanguage Detect(string text, LanguageModel model)
    {
        var words = WordSample.Take(text.Length <= MaxCharacters ? text : text[..MaxCharacters]);
        if (words.Letters == 0 || words.OtherScriptLetters > words.CyrillicLetters + words.LatinLetters)
        {
            return new DetectedLanguage(Language.Other, 0);
        }

        return Letters.AreOfLatinText(words.LatinLetters, words.CyrillicLetters)
            ? Likeliest(words.Latin, model.Latin)
            : Likeliest(words.Cyrillic, model.Cyrillic);
    }

    private static DetectedLanguage Likeliest(List<string> words, ScriptModel model)
    {
        Span<double> best = stackalloc double[Enum.GetValues<Language>().Length];
        best.Fill(double.NegativeInfinity);
        var likelihoods = model.LogLikelihoods(words);
        for (var i = 0; i < likelihoods.Length; i++)
        {
            var language = model.Languages[i];
            var score = likelihoods[i] + (language == Language.Other ? 0 : Prior);
            best[(int)language] = Math.Max(best[(int)language], score);
        }

        var (likeliest, lead) = Leader(best);
        if ((Language)likeliest == Language.Kazakh && lead < LeadWithoutOwnLetters && words.Count >= WordsWithOwnLetters && !words.Exists(HasKazakhLetter))
        {
            // No surer than it was of Kazakh: what the outlet says of itself still counts.
            best[likeliest] = double.NegativeInfinity;
            (likeliest, var next) = Leader(best);
            lead = Math.Min(lead, next);
        }

        if ((Language)likeliest == Language.English && FunctionWords.SpeakAgainstEnglish(words))
        {
            return new DetectedLanguage(Language.Other, 0);
        }

        return new DetectedLanguage((Language)likeliest, Math.Round(1 - Math.Exp(-lead / ConfidenceScale), 3));
    }

    /// <summary>The likeliest language and its lead over the next.</summary>
    private static (int Likeliest, double Lead) Leader(ReadOnlySpan<double> scores)
    {
        var likeliest = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            likeliest = scores[i] > scores[likeliest] ? i : likeliest;
        }

        var rival = double.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
        {
            rival = i == likeliest ? rival : Math.Max(rival, scores[i]);
        }

        return (likeliest, scores[likeliest] - rival);
    }

    private static bool HasKazakhLetter(string word) => word.AsSpan().ContainsAny(Letters.KazakhOnly);
}
