using System.Net;
using System.Text.RegularExpressions;
using KzNewsBot.Data;
using KzNewsBot.Text;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Fetching;

internal sealed partial class FetchingOptions
{
    public const string Section = "Fetching";

    /// <summary>How an outlet can reach the operator: an https address or an e-mail address, sent in the User-Agent, and told to a reader whom the bot could not answer. Empty: none.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Seconds for one request with all its redirects, headers and body; waiting for a turn does not count.</summary>
    public int TotalSeconds { get; set; } = 20;

    /// <summary>Seconds from the request to the end of the answer's headers.</summary>
    public int HeaderSeconds { get; set; } = 10;

    /// <summary>Seconds to find the name and to connect.</summary>
    public int ConnectSeconds { get; set; } = 5;

    /// <summary>KiB of a body after decompression.</summary>
    public int MaxBodyKiB { get; set; } = 5120;

    /// <summary>KiB of a compressed body on the wire.</summary>
    public int MaxCompressedKiB { get; set; } = 1024;

    public int MaxRedirects { get; set; } = 5;

    /// <summary>Requests under way at once over all hosts; to one host there is never more than one.</summary>
    public int MaxParallel { get; set; } = 16;

    /// <summary>Milliseconds between the end of a request and the next one to the same host.</summary>
    public int SpacingMilliseconds { get; set; } = 1000;

    /// <summary>The longest Crawl-delay of a robots.txt that is obeyed, in seconds.</summary>
    public int MaxCrawlDelaySeconds { get; set; } = 30;

    /// <summary>Minutes a host is left alone after a 429 or 503 that doesn't say how long.</summary>
    public int PauseMinutes { get; set; } = 15;

    /// <summary>Failures within ten minutes after which a host counts as down.</summary>
    public int BreakerFailures { get; set; } = 5;

    /// <summary>Minutes a host that is down is left alone.</summary>
    public int BreakerMinutes { get; set; } = 5;

    /// <summary>Ports allowed beside 80 and 443.</summary>
    public IList<int> ExtraPorts { get; set; } = [];

    /// <summary>"host" or "host:port" that may be asked although its address isn't public: a local newsroom, tests.</summary>
    public IList<string> AllowHosts { get; set; } = [];

    public static bool LooksLikeContact(string contact) => ContactPattern().IsMatch(contact);

    public static bool LooksLikeHost(string entry) => HostPattern().IsMatch(entry);

    // No blank and no parenthesis: either would end the comment it stands in.
    [GeneratedRegex(@"^(https?://[!-'*-~]{3,200}|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{3,190})$", RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex ContactPattern();

    [GeneratedRegex(@"^([A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?$", RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    private static partial Regex HostPattern();
}

internal sealed class FetchingOptionsValidator(IConfiguration configuration) : IValidateOptions<FetchingOptions>
{
    public ValidateOptionsResult Validate(string? name, FetchingOptions options)
    {
        List<string> faults =
        [
            .. new[]
            {
                ListSetting.FaultOf(configuration, "Fetching:ExtraPorts", options.ExtraPorts.Count),
                ListSetting.FaultOf(configuration, "Fetching:AllowHosts", options.AllowHosts.Count),
            }.OfType<string>(),
        ];
        Check(nameof(options.TotalSeconds), options.TotalSeconds, 1, 300);
        Check(nameof(options.HeaderSeconds), options.HeaderSeconds, 1, 60);
        Check(nameof(options.ConnectSeconds), options.ConnectSeconds, 1, 60);
        Check(nameof(options.MaxBodyKiB), options.MaxBodyKiB, 16, 65536);
        Check(nameof(options.MaxCompressedKiB), options.MaxCompressedKiB, 16, 65536);
        Check(nameof(options.MaxRedirects), options.MaxRedirects, 0, 10);
        Check(nameof(options.MaxParallel), options.MaxParallel, 1, 256);
        Check(nameof(options.SpacingMilliseconds), options.SpacingMilliseconds, 0, 60_000);
        Check(nameof(options.MaxCrawlDelaySeconds), options.MaxCrawlDelaySeconds, 0, 600);
        Check(nameof(options.PauseMinutes), options.PauseMinutes, 1, 1440);
        Check(nameof(options.BreakerFailures), options.BreakerFailures, 2, 100);
        Check(nameof(options.BreakerMinutes), options.BreakerMinutes, 1, 1440);
        foreach (var port in options.ExtraPorts)
        {
            Check(nameof(options.ExtraPorts), port, 1, IPEndPoint.MaxPort);
        }

        if (options.Contact.Length > 0 && !FetchingOptions.LooksLikeContact(options.Contact))
        {
            faults.Add($"Fetching:Contact is \"{options.Contact}\"; it must be empty, an http(s) address or an e-mail address.");
        }

        faults.AddRange(options.AllowHosts.Where(entry => !FetchingOptions.LooksLikeHost(entry))
            .Select(entry => $"Fetching:AllowHosts holds \"{entry}\"; each must be a host or host:port such as \"127.0.0.1:8080\"."));
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Check(string key, int value, int low, int high)
        {
            if (value < low || value > high)
            {
                faults.Add($"Fetching:{key} is {value}; it must be from {low} to {high}.");
            }
        }
    }
}
