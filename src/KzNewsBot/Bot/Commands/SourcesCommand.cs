using KzNewsBot.Bot.Views;
using KzNewsBot.Feeds;
using KzNewsBot.Operations;
using KzNewsBot.Sources;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/sources": whom the bot reads and who is silent; "/sources tass": one outlet, its owner and its state.</summary>
internal sealed class SourcesCommand(SourceHealth health, SourceRegistry registry, IOptions<OperatorOptions> operators) : IBotCommand
{
    private const int MostAlike = 5;

    public IReadOnlyList<string> Names { get; } = ["sources"];

    public bool ChangesSettings(CommandRequest request) => false;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var reports = await health.ReadAsync(cancellationToken);
        var asked = request.Arguments;
        if (asked.Length == 0)
        {
            return BotReply.Say(SourcesView.All(reports, await health.CountAnswersAsync(cancellationToken), request.Scene));
        }

        var wanted = registry.Find(asked.ToLowerInvariant()) ?? registry.Match(asked, asked) ?? registry.ByBeginning(asked);
        return BotReply.Say(reports.FirstOrDefault(report => report.Source == wanted) is { } report
            ? SourcesView.One(report, request.Scene, operators.Value.Chats.Contains(request.Scene.Address.ChatId))
            : SourcesView.Unknown([.. registry.Alike(asked).Where(source => reports.Any(report => report.Source == source)).Take(MostAlike)], request.Scene));
    }
}
