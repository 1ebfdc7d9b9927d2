namespace KzNewsBot.Text.Extraction;

/// <summary>What the page states about its article that helps to find it among the blocks.</summary>
/// <param name="Body">The text as the structured data give it; often cut short.</param>
internal sealed record PageHints(string Title, string? Author, string? Body)
{
    public string TitleKey { get; } = TextKey.Of(Title);
}
