using System.Diagnostics;
using System.Globalization;

namespace KzNewsBot.Benchmarks.Harness;

/// <summary>The inner side of a measure, in a process of its own: what the measuring program holds doesn't count.</summary>
internal static class InnerProcess
{
    /// <summary>Reads each line "what=number" that the command prints.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync(
        string command, string folder, string area, string unit, string note, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(InnerProcess).Assembly.Location, command, folder])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The measuring process did not start.");
        var lines = (await process.StandardOutput.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync(cancellationToken);
        return [.. lines.Select(line => line.Split('=')).Select(pair => new Figure(area, pair[0], double.Parse(pair[1], CultureInfo.InvariantCulture), unit, note))];
    }
}
