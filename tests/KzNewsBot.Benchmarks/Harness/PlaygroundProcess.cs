using System.Diagnostics;
using System.Globalization;

namespace KzNewsBot.Benchmarks.Harness;

/// <summary>The real playground as its own process, as a newcomer starts it.</summary>
internal sealed class PlaygroundProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private PlaygroundProcess(Process process, Uri address, TimeSpan ready)
    {
        _process = process;
        Address = address;
        Ready = ready;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its "ready" line.</summary>
    public TimeSpan Ready { get; }

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<PlaygroundProcess> StartAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "KzNewsBot.Playground.dll"), "--port", "0", "--data", dataFolder])
        {
            start.ArgumentList.Add(argument);
        }

        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The playground did not start.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("The bot is ready", StringComparison.Ordinal))
            {
                var ready = Stopwatch.GetElapsedTime(began);
                var address = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("http", StringComparison.Ordinal));
                return new PlaygroundProcess(process, new Uri(address), ready);
            }
        }

        var fault = await process.StandardError.ReadToEndAsync(cancellationToken);
        process.Dispose();
        throw new InvalidOperationException($"The playground ended before it was ready: {fault}");
    }

    /// <summary>The process's own processor time so far, over all cores.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static string InMegabytes(long bytes) => (bytes / 1048576.0).ToString("N0", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
