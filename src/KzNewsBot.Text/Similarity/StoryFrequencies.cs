namespace KzNewsBot.Text.Similarity;

/// <summary>In how many articles each word, and each term that languages share, occurs.</summary>
internal sealed class StoryFrequencies
{
    public DocumentFrequencies Words { get; } = new(CommonStems.MostIdf);

    public DocumentFrequencies Common { get; } = new();

    public void Add(StoryTerms terms)
    {
        Words.Add(terms.Words.Keys);
        Common.Add(terms.Common.Keys);
    }
}
