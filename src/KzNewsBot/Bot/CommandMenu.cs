using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace KzNewsBot.Bot;

/// <summary>The list that Telegram shows behind the slash, in every language.</summary>
internal sealed partial class CommandMenu(
    [FromKeyedServices(DeliverySetup.ReadClient)] ITelegramBotClient client,
    TopicCatalogue catalogue,
    PhraseBook phrases,
    TimeProvider clock,
    ILogger<CommandMenu> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static IReadOnlyList<(string Command, Phrase Description)> Fixed { get; } =
    [
        ("topics", Phrase.CommandTopics),
        ("digest", Phrase.CommandDigest),
        ("subscribe", Phrase.CommandSubscribe),
        ("unsubscribe", Phrase.CommandUnsubscribe),
        ("settings", Phrase.CommandSettings),
        ("search", Phrase.CommandSearch),
        ("timeline", Phrase.CommandTimeline),
        ("why", Phrase.CommandWhy),
        ("sources", Phrase.CommandSources),
        ("help", Phrase.CommandHelp),
    ];

    /// <summary>A menu that can't be set is a blemish, never a reason not to start: it is tried again until it is set.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; !await TryPublishAsync(cancellationToken); wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>For a chat that chose a language: behind the slash, too, it reads that one.</summary>
    public async Task PublishAsync(long chatId, Language language, CancellationToken cancellationToken)
    {
        try
        {
            await client.SetMyCommands(CommandsIn(language), new BotCommandScopeChat { ChatId = chatId }, cancellationToken: cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogMenuFailed(e.GetType().Name, e.Message);
        }
    }

    private async Task<bool> TryPublishAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Without a language: for everybody whose Telegram speaks none of ours.
            await client.SetMyCommands(CommandsIn(Language.English), languageCode: null, cancellationToken: cancellationToken);
            await client.SetMyDescription(phrases.In(Language.English).Say(Phrase.WelcomeWhat), languageCode: null, cancellationToken);
            foreach (var language in PhraseBook.Languages)
            {
                await client.SetMyCommands(CommandsIn(language), languageCode: language.Code(), cancellationToken: cancellationToken);
                await client.SetMyDescription(phrases.In(language).Say(Phrase.WelcomeWhat), language.Code(), cancellationToken);
            }

            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogMenuFailed(e.GetType().Name, e.Message);
            return false;
        }
    }

    private BotCommand[] CommandsIn(Language language)
    {
        var words = phrases.In(language);
        return
        [
            .. catalogue.Topics.Select(topic => new BotCommand { Command = topic.Command, Description = topic.LongName(language) }),
            .. Fixed.Select(entry => new BotCommand { Command = entry.Command, Description = words.Say(entry.Description) }),
        ];
    }

    [LoggerMessage(LogLevel.Warning, "The command menu could not be set ({Kind}: {Reason}); commands work all the same")]
    private partial void LogMenuFailed(string kind, string reason);
}
