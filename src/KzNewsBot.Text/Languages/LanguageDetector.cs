namespace KzNewsBot.Text.Languages;

/// <param name="Confidence">0 to 1; low for a lone word and for a mix.</param>
internal sealed record DetectedLanguage(Language Language, double Confidence);

/// <summary>
/// Tells Kazakh, Russian and English from each other and from their neighbours, by letters and function words.
/// One pass over the text; a declared language of the source should break ties for single words.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>Names in Latin letters are common in Cyrillic text, the reverse is not.</summary>
    private const int LatinOverCyrillic = 2;

    /// <summary>More letters add nothing; articles are not written in a second language after that.</summary>
    private const int MaxCharacters = 20_000;

    private const double ForeignLetterPenalty = 4;
    private const double FunctionWordWeight = 3;
    private const double MarkWeight = 1;

    public static DetectedLanguage Detect(string text)
    {
        var words = WordSample.Take(text.Length <= MaxCharacters ? text : text[..MaxCharacters]);
        if (words.Letters == 0 || words.OtherScriptLetters > words.CyrillicLetters + words.LatinLetters)
        {
            return new DetectedLanguage(Language.Other, 0);
        }

        return words.LatinLetters > LatinOverCyrillic * words.CyrillicLetters
            ? Latin(words.Latin)
            : Cyrillic(words.Cyrillic);
    }

    private static DetectedLanguage Cyrillic(List<string> words)
    {
        Language best = Language.Other;
        double bestScore = double.NegativeInfinity, rival = double.NegativeInfinity;
        foreach (var profile in LanguageProfile.Cyrillic)
        {
            var score = Score(words, profile);
            if (score > bestScore)
            {
                if (profile.Language != best || profile.Language == Language.Other)
                {
                    rival = bestScore;
                }

                (best, bestScore) = (profile.Language, score);
            }
            else if (profile.Language != best)
            {
                rival = Math.Max(rival, score);
            }
        }

        return new DetectedLanguage(best, Confidence(bestScore - rival, words.Count));
    }

    private static double Score(List<string> words, LanguageProfile profile)
    {
        int foreign = 0, marked = 0, function = 0;
        foreach (var word in words)
        {
            foreign += word.AsSpan().IndexOfAny(profile.Foreign) >= 0 ? 1 : 0;
            marked += word.AsSpan().IndexOfAny(profile.Marks) >= 0 ? 1 : 0;
            function += profile.Words.Contains(word) ? 1 : 0;
        }

        double count = words.Count;
        return (MarkWeight * Math.Min(1, marked / count / profile.MarkedShare))
            + (FunctionWordWeight * Math.Min(0.5, function / count))
            - (ForeignLetterPenalty * foreign / count);
    }

    private static DetectedLanguage Latin(List<string> words)
    {
        double count = words.Count;
        var accented = words.Count(word => !word.All(char.IsAscii)) / count;
        var english = words.Count(LatinWords.English.Contains) / count;
        var other = words.Count(LatinWords.Other.Contains) / count;
        // Bare ASCII without any function word is most often an English headline.
        var margin = (2 * (english - other)) - (3 * accented) + 0.15;
        return new DetectedLanguage(margin > 0 ? Language.English : Language.Other, Confidence(Math.Abs(margin), words.Count));
    }

    private static double Confidence(double margin, int words) =>
        Math.Round(Math.Min(1, margin * 1.5) * Math.Min(1, 0.4 + (0.15 * words)), 3);
}
