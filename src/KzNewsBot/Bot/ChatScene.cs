using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;

namespace KzNewsBot.Bot;

internal enum ChatKind
{
    Private,
    Group,
    Channel,
}

/// <summary>Who asks, where, and how the chat wants to be answered.</summary>
/// <param name="UserId">Null for channels and anonymous administrators.</param>
internal sealed record ChatScene(ChatAddress Address, ChatKind Kind, long? UserId, SubscriberCard Card, Words Words);

/// <summary>A command as somebody wrote it.</summary>
/// <param name="Name">Lower case, without slash and bot name.</param>
/// <param name="Arguments">What followed, trimmed; empty if nothing did.</param>
internal sealed record CommandRequest(ChatScene Scene, string Name, string Arguments);

/// <summary>A pressed button.</summary>
/// <param name="Arguments">The parts after version and verb.</param>
internal sealed record PressRequest(ChatScene Scene, IReadOnlyList<string> Arguments)
{
    public string? Text(int place) => place < Arguments.Count ? Arguments[place] : null;

    /// <summary>A number of the button, null when it is missing, forged or out of range.</summary>
    public int? Number(int place) =>
        int.TryParse(Text(place), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
