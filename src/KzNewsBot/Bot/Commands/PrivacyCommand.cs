using KzNewsBot.Bot.Views;
using KzNewsBot.Operations;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/privacy": what is kept of this chat, and the way to have it deleted.</summary>
internal sealed class PrivacyCommand(Eraser eraser, PrivacyView view) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["privacy"];

    public bool ChangesSettings(CommandRequest request) => false;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken) =>
        BotReply.Say(view.Render(request.Scene.Card, await eraser.CountAsync(request.Scene.Address.ChatId, cancellationToken), request.Scene.Words));
}
