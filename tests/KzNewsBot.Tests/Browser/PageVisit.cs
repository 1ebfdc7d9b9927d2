using System.Collections.Concurrent;
using KzNewsBot.Playground.Simulator;
using Microsoft.Playwright;

namespace KzNewsBot.Tests.Browser;

/// <summary>One person with one browser window on the chat page. Whatever the browser complains about is kept.</summary>
internal sealed class PageVisit : IAsyncDisposable
{
    /// <summary>Milliseconds; far more than the page needs, for machines with much else to do.</summary>
    private const float Patience = 30_000;

    private static readonly LocatorAssertionsToContainTextOptions Text = new() { Timeout = Patience };
    private static readonly LocatorAssertionsToHaveTextOptions Texts = new() { Timeout = Patience };
    private static readonly LocatorAssertionsToBeVisibleOptions Shown = new() { Timeout = Patience };

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private PageVisit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Complain(message.Type is "error" or "warning" ? message.Text : null);
        page.PageError += (_, error) => Complain(error);
        page.Response += (_, response) => Complain(response.Status >= 400 ? $"{response.Status} {response.Url}" : null);
    }

    public IPage Page { get; }

    public ILocator Bubbles => Page.Locator("#log .row:not(.service)");

    /// <summary>The newest message in the open chat, whoever wrote it.</summary>
    public ILocator Newest => Bubbles.Last;

    /// <summary>Console errors, failed requests, exceptions, breaches of the content security policy.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<PageVisit> BeginAsync(Chromium chromium, TelegramSimulator telegram, int width, int height, string language = "ru", bool dark = false)
    {
        var browser = await chromium.BrowserAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = language,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            DeviceScaleFactor = 1,
        });
        context.SetDefaultTimeout(Patience);
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`));");
        var visit = new PageVisit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(telegram.Address.ToString());
        return visit;
    }

    public ILocator At(string testId) => Page.GetByTestId(testId);

    public Task WriteAsync(string text) => WriteAsync(text, "Enter");

    public async Task WriteAsync(string text, params string[] keys)
    {
        // Keys do not wait for a field that is not shown yet: they would be lost.
        await SeesAsync(At("composer"));
        await At("composer").PressSequentiallyAsync(text);
        foreach (var key in keys)
        {
            await At("composer").PressAsync(key);
        }
    }

    /// <summary>Presses the newest message's button with this caption.</summary>
    public Task PressAsync(string caption) => Newest.Locator(".key", new LocatorLocatorOptions { HasTextString = caption }).First.ClickAsync();

    public static Task SeesAsync(ILocator place, string text) => Assertions.Expect(place).ToContainTextAsync(text, Text);

    /// <summary>These places, with these words and no others.</summary>
    public static Task SeesEachAsync(ILocator places, params string[] texts) => Assertions.Expect(places).ToHaveTextAsync(texts, Texts);

    /// <summary>The newest message comes to hold these words.</summary>
    public Task ReadsAsync(string text) => SeesAsync(Newest, text);

    public static Task SeesAsync(ILocator place) => Assertions.Expect(place).ToBeVisibleAsync(Shown);

    public async Task<bool> ScrollsSidewaysAsync() =>
        await Page.EvaluateAsync<bool>("[document.documentElement, document.getElementById('log')].some((box) => box.scrollWidth > box.clientWidth)");

    /// <summary>A picture of the newest message for the README, when .ci/screenshots says where to put it.</summary>
    public async Task PictureAsync(string name, int width, int height)
    {
        if (Environment.GetEnvironmentVariable("KZNEWSBOT_SCREENSHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        await Page.SetViewportSizeAsync(width, height);
        await Newest.EvaluateAsync("(row) => row.closest('#log').scrollTo({ top: row.offsetTop - 52, behavior: 'instant' })");
        // The heading of the day hovers for a moment after scrolling.
        await Assertions.Expect(Page.Locator("#log.scrolling")).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = Patience });
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), Animations = ScreenshotAnimations.Disabled });
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Complain(string? text)
    {
        if (text is not null)
        {
            _complaints.Enqueue(text);
        }
    }
}
