using System.Text.RegularExpressions;
using KzNewsBot.Data;
using KzNewsBot.Delivery;

namespace KzNewsBot.Cli;

/// <summary>What the configuration binder says of a value it can't read, in the operator's words.</summary>
internal static partial class BadValue
{
    private static readonly Type[] Enums = [typeof(TelegramMode), typeof(StorageProvider)];

    /// <summary>Null when the exception is about something else.</summary>
    public static string? Explain(InvalidOperationException exception)
    {
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
}
