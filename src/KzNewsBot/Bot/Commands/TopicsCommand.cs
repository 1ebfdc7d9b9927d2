using KzNewsBot.Bot.Views;

namespace KzNewsBot.Bot.Commands;

internal sealed class TopicsCommand(SettingsView view) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["topics"];

    public bool ChangesSettings(CommandRequest request) => false;

    public Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(BotReply.Say(view.Topics(request.Scene.Card, request.Scene.Words)));
}
