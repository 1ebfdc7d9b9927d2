using System.Diagnostics;
using System.Text;

namespace KzNewsBot.Tests.Harness;

/// <summary>A program of ours as a process of its own, as an operator starts it.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    public const string Bot = "KzNewsBot.dll";
    public const string Playground = "KzNewsBot.Playground.dll";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private ChildProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Note(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Note(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    public bool HasEnded => _process.HasExited;

    /// <param name="settings">Configuration keys with colons; the child gets them as environment variables.</param>
    public static ChildProgram Start(string program, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Short lives: nothing is worth measuring for a second compilation.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new ChildProgram(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
    }

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string program,
        IReadOnlyDictionary<string, string?> settings,
        params string[] arguments)
    {
        await using var child = Start(program, settings, arguments);
        var exitCode = await child.EndAsync();
        return (exitCode, child.Output, child.Errors);
    }

    /// <summary>Waits for its own end; the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TimeProvider.System);
        return _process.ExitCode;
    }

    /// <summary>kill -9: no line of the program runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ctrl+C.</summary>
    public void Interrupt(string signal = "-INT")
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => Task.FromResult(holds()), what);

    /// <summary>Waits until something is so; fails at once when the program ends before.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            // Asked again: it may have come true, and the program to its end, while the first answer was on its way.
            (HasEnded && !await holds()).ShouldBeFalse($"The program ended before {what}: {Output} {Errors}");
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Patience, $"Before {what}: {Output} {Errors}");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Note(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.Append(line).Append(line is null ? "" : "\n");
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
