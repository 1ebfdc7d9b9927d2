using Microsoft.Extensions.Options;

namespace KzNewsBot.Feeds;

internal sealed class FeedsOptions
{
    public const string Section = "Feeds";

    /// <summary>Shortest time between two polls of a road, minutes.</summary>
    public int FloorMinutes { get; set; } = 10;

    /// <summary>Longest time between two polls of a road, minutes.</summary>
    public int CeilingMinutes { get; set; } = 360;

    /// <summary>Roads, and pages, on their way at once over all hosts; each host gets one request at a time.</summary>
    public int Parallel { get; set; } = 8;

    /// <summary>Newest entries taken from one poll.</summary>
    public int MaxEntries { get; set; } = 50;

    /// <summary>Newest entries read of an outlet we have never polled; older ones are only remembered.</summary>
    public int FirstEntries { get; set; } = 20;

    /// <summary>An entry dated longer ago than this when first seen is no news, days.</summary>
    public int NewsDays { get; set; } = 7;

    /// <summary>A road that has brought nothing newer for so long counts as broken, days.</summary>
    public int StaleDays { get; set; } = 30;

    /// <summary>Days after which an entry its road has dropped is forgotten.</summary>
    public int ForgetDays { get; set; } = 60;
}

internal sealed class FeedsOptionsValidator : IValidateOptions<FeedsOptions>
{
    public ValidateOptionsResult Validate(string? name, FeedsOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.FloorMinutes), options.FloorMinutes, 1, 1440);
        Check(nameof(options.CeilingMinutes), options.CeilingMinutes, 1, 10080);
        Check(nameof(options.Parallel), options.Parallel, 1, 64);
        Check(nameof(options.MaxEntries), options.MaxEntries, 1, 1000);
        Check(nameof(options.FirstEntries), options.FirstEntries, 0, 1000);
        Check(nameof(options.NewsDays), options.NewsDays, 1, 365);
        Check(nameof(options.StaleDays), options.StaleDays, 1, 365);
        Check(nameof(options.ForgetDays), options.ForgetDays, 30, 3650);
        if (options.FloorMinutes > options.CeilingMinutes)
        {
            faults.Add($"Feeds:FloorMinutes is {options.FloorMinutes}; it must not be above Feeds:CeilingMinutes ({options.CeilingMinutes}).");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Check(string key, int value, int low, int high)
        {
            if (value < low || value > high)
            {
                faults.Add($"Feeds:{key} is {value}; it must be from {low} to {high}.");
            }
        }
    }
}
