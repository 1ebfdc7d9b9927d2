using Microsoft.Extensions.Options;

namespace KzNewsBot.Delivery;

internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>Digest messages a second over all chats; about 30 is the most that Telegram takes.</summary>
    public int MessagesPerSecond { get; set; } = 25;

    /// <summary>Digest messages on the wire at once. What a crash can leave in doubt is at most this many.</summary>
    public int InFlight { get; set; } = 4;

    /// <summary>Seconds after which an unanswered request is given up.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Hours after its slot at which an unsent digest is too old to be news.</summary>
    public int ExpiryHours { get; set; } = 24;
}

internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.MessagesPerSecond), options.MessagesPerSecond, 1, 30);
        Check(nameof(options.InFlight), options.InFlight, 1, 200);
        Check(nameof(options.TimeoutSeconds), options.TimeoutSeconds, 5, 120);
        Check(nameof(options.ExpiryHours), options.ExpiryHours, 1, 72);
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Check(string key, int value, int low, int high)
        {
            if (value < low || value > high)
            {
                faults.Add($"Delivery:{key} is {value}; it must be from {low} to {high}.");
            }
        }
    }
}
