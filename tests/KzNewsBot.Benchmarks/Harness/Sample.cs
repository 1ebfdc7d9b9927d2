namespace KzNewsBot.Benchmarks.Harness;

/// <summary>Repeated measurements of one thing. The median stands for the thing, p95 for the machine's moods.</summary>
internal sealed class Sample
{
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Median => Percentile(50);

    public void Add(double value) => _values.Add(value);

    /// <summary>By nearest rank: a value that really occurred.</summary>
    /// <param name="percent">0 exclusive to 100.</param>
    public double Percentile(double percent)
    {
        var sorted = _values.Order().ToList();
        return sorted[(int)Math.Ceiling(percent / 100 * sorted.Count) - 1];
    }

    public IEnumerable<Figure> Figures(string area, string what, string unit, params ReadOnlySpan<double> percents)
    {
        var figures = new List<Figure>();
        foreach (var percent in percents)
        {
            figures.Add(new Figure(area, $"{what}, p{percent}", Percentile(percent), unit, $"{Count} measurements"));
        }

        return figures;
    }
}
