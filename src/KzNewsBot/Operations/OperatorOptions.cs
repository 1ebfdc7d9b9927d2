using KzNewsBot.Data;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Operations;

/// <summary>Who runs the bot.</summary>
internal sealed class OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>Chats that are told when an outlet falls silent, what is wrong with its roads, and that the database file is damaged. The person must have pressed START there before.</summary>
    public IReadOnlyList<long> Chats { get; set; } = [];
}

internal sealed class OperatorOptionsValidator(IConfiguration configuration) : IValidateOptions<OperatorOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorOptions options) =>
        ListSetting.FaultOf(configuration, "Operator:Chats", options.Chats.Count) is { } fault ? ValidateOptionsResult.Fail(fault)
        : options.Chats.Contains(0) ? ValidateOptionsResult.Fail("Operator:Chats has the chat 0; expected ids of chats, such as 123456789.")
        : ValidateOptionsResult.Success;
}
