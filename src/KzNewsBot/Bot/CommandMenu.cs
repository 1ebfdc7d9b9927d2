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
    ILogger<CommandMenu> logger)
{
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

    /// <summary>A menu that can't be set is a blemish, never a reason not to start.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
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
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogMenuFailed(e.GetType().Name, e.Message);
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
