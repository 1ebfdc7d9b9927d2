using System.Globalization;

namespace KzNewsBot.Benchmarks.Harness;

/// <summary>One measured number.</summary>
/// <param name="Note">How many runs or items stand behind it.</param>
internal sealed record Figure(string Area, string What, double Value, string Unit, string Note = "")
{
    public string Text => Value switch
    {
        >= 100 => Value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => Value.ToString("N1", CultureInfo.InvariantCulture),
        >= 0.1 or 0 => Value.ToString("N2", CultureInfo.InvariantCulture),
        _ => Value.ToString("N4", CultureInfo.InvariantCulture),
    };
}
