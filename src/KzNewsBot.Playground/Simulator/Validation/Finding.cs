namespace KzNewsBot.Playground.Simulator.Validation;

/// <summary>Something the real server would let pass, but a careful bot would not send.</summary>
/// <param name="Path">The parameter, such as "reply_markup.inline_keyboard[0][1].text".</param>
internal sealed record Finding(DateTimeOffset Time, string Method, long? ChatId, string Path, string Sentence, bool IsStyle = false);

internal sealed class FindingLog
{
    private const int Capacity = 10_000;

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => _findings;

    public void Add(Finding finding)
    {
        if (_findings.Count < Capacity)
        {
            _findings.Add(finding);
        }
    }

    public void Clear() => _findings.Clear();
}
