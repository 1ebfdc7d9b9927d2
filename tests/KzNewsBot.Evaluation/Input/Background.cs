using KzNewsBot.Text.Extraction;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Evaluation.Input;

/// <summary>The frequencies that a bot starts with: those of the starter archive, which ships with it.</summary>
internal static class Background
{
    public static StoryFrequencies Read()
    {
        var frequencies = new StoryFrequencies();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "starter"), "*.md").Order(StringComparer.Ordinal))
        {
            var article = MarkdownExtractor.Extract(File.ReadAllText(file)) is ExtractionResult.Store store
                ? store.Article
                : throw new InputException($"{Path.GetFileName(file)} is no article.");
            frequencies.Add(StoryTerms.Of(article.Title, article.Body, article.Language));
        }

        return frequencies;
    }
}
