using KzNewsBot.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace KzNewsBot.Tests.Browser;

/// <summary>The system's own Chromium, started once for all browser tests. Playwright's downloads are not used.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Milliseconds; the first start on a loaded machine reads the whole program from disk.</summary>
    private const float StartPatience = 120_000;

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Skips the test, and says why, where there is no Chromium; in CI there must be one.</summary>
    internal async Task<IBrowser> BrowserAsync()
    {
        if (FindProgram() is not { } program)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "Chromium is not installed (Debian: apt-get install chromium).");
            throw new InvalidOperationException("CI has no Chromium: .ci/run installs it.");
        }

        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments, Timeout = StartPatience });
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }

    private static string? FindProgram() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Prepend("/usr/bin")
        .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser"), Path.Combine(folder, "google-chrome") })
        .FirstOrDefault(File.Exists);
}
