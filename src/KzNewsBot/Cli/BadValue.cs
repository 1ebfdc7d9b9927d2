using System.Text.RegularExpressions;
using KzNewsBot.Data;
using KzNewsBot.Delivery;

namespace KzNewsBot.Cli;

/// <summary>What the libraries say of a setting's value that they can't read, in the operator's words.</summary>
internal static partial class BadValue
{
    private static readonly Type[] Enums = [typeof(TelegramMode), typeof(StorageProvider)];

    /// <summary>Null when the exception is about something else.</summary>
    public static string? Explain(InvalidOperationException exception)
    {
        if (LoggingSentence().Match(exception.Message) is { Success: true } level)
        {
            return $"Logging:LogLevel holds \"{level.Groups["value"].Value}\"; each level must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}.";
        }

        var match = BinderSentence().Match(exception.Message);
        if (!match.Success)
        {
            return null;
        }

        var type = match.Groups["type"].Value;
        var expected = type switch
        {
            "System.Int32" or "System.Int64" => "a whole number",
            "System.Boolean" => "true or false",
            _ when Array.Find(Enums, candidate => candidate.FullName == type) is { } known => $"one of {string.Join(", ", Enum.GetNames(known))}",
            _ => type,
        };
        return $"{match.Groups["key"].Value} is \"{match.Groups["value"].Value}\"; it must be {expected}.";
    }

    [GeneratedRegex("^Failed to convert configuration value '(?<value>[^']*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BinderSentence();

    [GeneratedRegex(@"^Configuration value '(?<value>[^']*)' is not supported\.", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LoggingSentence();
}
