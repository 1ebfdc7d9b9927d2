using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>What is kept for how long.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days after which an article goes that belongs to no story on a topic; 0 keeps everything.</summary>
    public int ArticleDays { get; set; } = 365;

    /// <summary>Days after which the record of a sent digest goes, save each reader's last; 0 keeps everything.</summary>
    public int DeliveryDays { get; set; } = 90;
}

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    /// <summary>Younger articles may still be joined by others of their story, and what younger digests told may still be denied.</summary>
    private const int LeastDays = 30;

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        (string Key, int Days)[] settings = [(nameof(options.ArticleDays), options.ArticleDays), (nameof(options.DeliveryDays), options.DeliveryDays)];
        var bad = settings.Where(setting => setting.Days is not (0 or (>= LeastDays and <= 36500)))
            .Select(setting => $"Retention:{setting.Key} is {setting.Days}; it must be 0, to keep everything, or from {LeastDays} to 36500.").ToList();
        return bad.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(bad);
    }
}
