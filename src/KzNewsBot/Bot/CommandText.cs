using System.Text.RegularExpressions;

namespace KzNewsBot.Bot;

/// <summary>"/nato@KzNewsBot today" taken apart.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="BotName">Whom a group's command is for; null when it names nobody.</param>
internal sealed partial record CommandText(string Name, string? BotName, string Arguments)
{
    /// <summary>Null when the text is no command.</summary>
    public static CommandText? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new CommandText(
                match.Groups["name"].Value.ToLowerInvariant(),
                match.Groups["bot"].Success ? match.Groups["bot"].Value : null,
                match.Groups["rest"].Value.Trim())
            : null;
    }

    [GeneratedRegex(@"^/(?<name>[\p{L}\p{Nd}_]{1,64})(?:@(?<bot>[A-Za-z0-9_]{1,64}))?(?:$|\s(?<rest>.*)$)", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
