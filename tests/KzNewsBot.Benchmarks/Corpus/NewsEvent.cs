using KzNewsBot.Text;

namespace KzNewsBot.Benchmarks.Corpus;

/// <summary>Something invented that several outlets report.</summary>
/// <param name="Rare">Words only this event has, as names of villages and projects are in real news.</param>
internal sealed record NewsEvent(
    int Number,
    int Subject,
    DateTimeOffset At,
    IReadOnlyList<string> People,
    IReadOnlyList<string> Rare,
    IReadOnlyList<int> Numbers);

/// <summary>One outlet's report of an event.</summary>
internal sealed record SyntheticArticle(
    string Title,
    IReadOnlyList<string> Paragraphs,
    Language Language,
    string OutletName,
    string OutletHost,
    DateTimeOffset PublishedAt,
    string Url)
{
    public string Body => string.Join('\n', Paragraphs);
}
