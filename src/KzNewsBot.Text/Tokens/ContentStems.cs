namespace KzNewsBot.Text.Tokens;

/// <summary>What a text says apart from its grammar.</summary>
internal static class ContentStems
{
    /// <summary>Stems in their order, each as often as it stands, without function words and single letters.</summary>
    /// <param name="words">So many of the text's words are read, those that are left out counted.</param>
    public static IEnumerable<string> Of(string text, Language language, int words = int.MaxValue)
    {
        foreach (var span in WordReader.Read(text))
        {
            if (words-- == 0)
            {
                yield break;
            }

            var folded = Letters.Fold(text.AsSpan(span.Start, span.Length));
            if (folded.Length > 1 && !StopWords.Contains(folded))
            {
                yield return Stemmer.Stem(folded, language);
            }
        }
    }
}
