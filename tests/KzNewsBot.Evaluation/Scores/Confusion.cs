namespace KzNewsBot.Evaluation.Scores;

/// <summary>How often each true class was given each label.</summary>
internal sealed class Confusion
{
    private readonly SortedDictionary<(string Gold, string Predicted), int> _cells = [];

    public int Count { get; private set; }

    public IReadOnlyDictionary<(string Gold, string Predicted), int> Cells => _cells;

    public void Add(string gold, string predicted)
    {
        Count++;
        _cells[(gold, predicted)] = _cells.GetValueOrDefault((gold, predicted)) + 1;
    }
}
