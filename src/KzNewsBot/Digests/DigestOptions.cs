using Microsoft.Extensions.Options;
using Quartz;

namespace KzNewsBot.Digests;

internal sealed class DigestOptions
{
    public const string Section = "Digests";

    /// <summary>When the tick looks for due subscribers, as a Quartz cron expression in UTC.</summary>
    public string TickCron { get; set; } = "0 * * * * ?";

    /// <summary>Stories in one digest; the rest is counted and offered behind a button.</summary>
    public int MaxStories { get; set; } = 6;

    /// <summary>Quotations under each story.</summary>
    public int QuotesPerStory { get; set; } = 2;
}

internal sealed class DigestOptionsValidator : IValidateOptions<DigestOptions>
{
    public ValidateOptionsResult Validate(string? name, DigestOptions options)
    {
        var faults = new List<string>();
        if (!CronExpression.TryParse(options.TickCron, out _))
        {
            faults.Add($"Digests:TickCron is \"{options.TickCron}\"; it must be a Quartz cron expression such as \"0 * * * * ?\" (every minute).");
        }

        if (options.MaxStories is < 1 or > 20)
        {
            faults.Add($"Digests:MaxStories is {options.MaxStories}; it must be from 1 to 20.");
        }

        if (options.QuotesPerStory is < 1 or > 4)
        {
            faults.Add($"Digests:QuotesPerStory is {options.QuotesPerStory}; it must be from 1 to 4.");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
