using KzNewsBot.Bot.Views;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/privacy": what is kept of this chat, and the way to have it deleted.</summary>
internal sealed class PrivacyCommand(PrivacyView view) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["privacy"];

    public bool ChangesSettings(CommandRequest request) => false;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken) =>
        BotReply.Say(await view.RenderAsync(request.Scene.Address.ChatId, request.Scene.Words, cancellationToken));
}
