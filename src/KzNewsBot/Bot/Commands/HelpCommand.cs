using KzNewsBot.Bot.Views;

namespace KzNewsBot.Bot.Commands;

internal sealed class HelpCommand(HelpView view) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["help"];

    public bool ChangesSettings(CommandRequest request) => false;

    public Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(BotReply.Say(view.Render(request.Scene.Words)));
}
