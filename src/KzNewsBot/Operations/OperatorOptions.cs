using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>Who runs the bot.</summary>
internal sealed class OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>Chats that are told when an outlet falls silent. The person must have pressed START there before.</summary>
    public IReadOnlyList<long> Chats { get; set; } = [];
}

/// <summary>What is kept for how long.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days after which an article goes that no story on a topic quotes; 0 keeps everything.</summary>
    public int ArticleDays { get; set; } = 365;
}

internal sealed class OperatorOptionsValidator : IValidateOptions<OperatorOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorOptions options) => options.Chats.Contains(0)
        ? ValidateOptionsResult.Fail("Operator:Chats has the chat 0; expected ids of chats, such as 123456789.")
        : ValidateOptionsResult.Success;
}

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    /// <summary>Younger articles may still be joined by others of their story.</summary>
    private const int LeastDays = 30;

    public ValidateOptionsResult Validate(string? name, RetentionOptions options) => options.ArticleDays is 0 or (>= LeastDays and <= 36500)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Retention:ArticleDays is {options.ArticleDays}; it must be 0, to keep everything, or from {LeastDays} to 36500.");
}
