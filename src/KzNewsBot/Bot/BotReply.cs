using KzNewsBot.Stories;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot;

/// <summary>What the bot answers, before anybody sends it.</summary>
/// <param name="Messages">In order; the first may take the place of the pressed message.</param>
/// <param name="InPlace">True to edit the pressed message instead of writing a new one.</param>
/// <param name="Toast">A short note at the pressed button.</param>
/// <param name="Language">What the chat has just chosen; null when it chose none.</param>
internal sealed record BotReply(IReadOnlyList<RenderedMessage> Messages, bool InPlace = false, string? Toast = null, Language? Language = null)
{
    public static readonly BotReply Silence = new([]);

    /// <summary>The stories that it tells, not only lists.</summary>
    public IReadOnlyList<StoryCard> Told { get; init; } = [];

    public static BotReply Say(RenderedMessage message) => new([message]);

    public static BotReply Replace(RenderedMessage message, string? toast = null) => new([message], InPlace: true, toast);

    public static BotReply Note(string toast) => new([], Toast: toast);
}

internal interface IBotCommand
{
    /// <summary>Lower-case Latin names without slash; the first one is shown in the menu.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>True when it alters what the chat gets: in groups only administrators may.</summary>
    bool ChangesSettings(CommandRequest request);

    Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken);
}

internal interface IBotPress
{
    /// <summary>The verb of the callback data.</summary>
    string Verb { get; }

    /// <summary>True when it alters what the chat gets: in groups only administrators may.</summary>
    bool ChangesSettings(PressRequest request);

    Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken);
}
