using System.Text.RegularExpressions;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Hosting;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Cli;

/// <summary>A setting's value that the libraries can't read, in the operator's words.</summary>
/// <param name="Keys">Where it stands; none where the library does not say and nobody has asked.</param>
internal sealed partial record BadValue(string Sentence, IReadOnlyList<string> Keys)
{
    private static readonly Type[] Enums = [typeof(TelegramMode), typeof(StorageProvider)];

    /// <summary>Null when the exception is about something else.</summary>
    /// <param name="settings">In which to find the keys that are not said.</param>
    public static BadValue? Of(Exception exception, IConfiguration? settings = null)
    {
        if (exception is OptionsValidationException validation)
        {
            return new BadValue(string.Join('\n', validation.Failures), [.. validation.Failures.Select(KeyOf)]);
        }

        if (exception is FormatException && exception.Message.StartsWith(Roles.Fault, StringComparison.Ordinal))
        {
            return new BadValue(exception.Message, [nameof(Roles)]);
        }

        if (exception is not InvalidOperationException)
        {
            return null;
        }

        if (LoggingSentence().Match(exception.Message) is { Success: true } level)
        {
            var value = level.Groups["value"].Value;
            return new BadValue(
                $"Logging:LogLevel holds \"{value}\"; each level must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}.",
                [.. settings?.GetSection("Logging").AsEnumerable().Where(setting => setting.Value == value).Select(setting => setting.Key) ?? []]);
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
            "System.Double" => "a number",
            "System.Boolean" => "true or false",
            _ when Array.Find(Enums, candidate => candidate.FullName == type) is { } known => $"one of {string.Join(", ", Enum.GetNames(known))}",
            _ => "a value of another kind",
        };
        return new BadValue($"{match.Groups["key"].Value} is \"{match.Groups["value"].Value}\"; it must be {expected}.", [match.Groups["key"].Value]);
    }

    /// <summary>A sentence on a setting begins with its key.</summary>
    private static string KeyOf(string sentence) => sentence.Split(' ')[0];

    [GeneratedRegex("^Failed to convert configuration value '(?<value>[^']*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BinderSentence();

    [GeneratedRegex(@"^Configuration value '(?<value>[^']*)' is not supported\.", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LoggingSentence();
}
