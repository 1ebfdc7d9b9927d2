using Microsoft.Extensions.Options;

namespace KzNewsBot.Subscriptions;

internal sealed class SubscriptionOptions
{
    public const string Section = "Subscriptions";

    /// <summary>IANA id.</summary>
    public string DefaultTimeZone { get; set; } = WallClock.DefaultZone;

    /// <summary>Local time of the digest, HH:mm.</summary>
    public string DefaultTime { get; set; } = "08:00";

    public int DefaultMinute => TimeText.Parse(DefaultTime) ?? Subscriber.DefaultMinute;
}

internal sealed class SubscriptionOptionsValidator : IValidateOptions<SubscriptionOptions>
{
    public ValidateOptionsResult Validate(string? name, SubscriptionOptions options)
    {
        var faults = new List<string>();
        if (WallClock.FindZone(options.DefaultTimeZone) != options.DefaultTimeZone)
        {
            faults.Add($"Subscriptions:DefaultTimeZone is \"{options.DefaultTimeZone}\"; it must be an IANA time zone such as \"Asia/Almaty\".");
        }

        if (TimeText.Parse(options.DefaultTime) is null)
        {
            faults.Add($"Subscriptions:DefaultTime is \"{options.DefaultTime}\"; it must be a time of day such as \"08:00\".");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
