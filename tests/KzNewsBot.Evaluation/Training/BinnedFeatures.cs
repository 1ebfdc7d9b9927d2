namespace KzNewsBot.Evaluation.Training;

/// <summary>Features by column, each value replaced by its bin; bins hold about equally many rows.</summary>
internal sealed class BinnedFeatures
{
    public const int Bins = 64;

    private readonly float[][] thresholds;

    public BinnedFeatures(IReadOnlyList<float[]> rows)
    {
        Rows = rows.Count;
        Features = rows[0].Length;
        thresholds = new float[Features][];
        Columns = new byte[Features][];
        Parallel.For(0, Features, feature =>
        {
            float[] values = [.. rows.Select(row => row[feature])];
            thresholds[feature] = Thresholds(values);
            Columns[feature] = [.. values.Select(value => Bin(thresholds[feature], value))];
        });
    }

    public int Rows { get; }

    public int Features { get; }

    public byte[][] Columns { get; }

    /// <summary>The largest value that still belongs to a bin.</summary>
    public float Threshold(int feature, int bin) => thresholds[feature][bin];

    private static float[] Thresholds(float[] values)
    {
        var sorted = values.Order().ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(i => sorted[(int)((long)i * (sorted.Length - 1) / Bins)]).Distinct()];
    }

    private static byte Bin(float[] thresholds, float value)
    {
        var found = Array.BinarySearch(thresholds, value);
        return (byte)(found >= 0 ? found : ~found);
    }
}
