using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>What is kept for how long.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days after which an article goes that no story on a topic quotes; 0 keeps everything.</summary>
    public int ArticleDays { get; set; } = 365;
}

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    /// <summary>Younger articles may still be joined by others of their story.</summary>
    private const int LeastDays = 30;

    public ValidateOptionsResult Validate(string? name, RetentionOptions options) => options.ArticleDays is 0 or (>= LeastDays and <= 36500)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Retention:ArticleDays is {options.ArticleDays}; it must be 0, to keep everything, or from {LeastDays} to 36500.");
}
