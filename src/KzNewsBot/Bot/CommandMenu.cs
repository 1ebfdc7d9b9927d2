using System.Collections.Concurrent;
using System.Threading.Channels;
using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
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

    private readonly ConcurrentDictionary<long, Language> _followed = new();

    /// <summary>Nobody waits for a menu; of too many chats at once some get theirs with their next word.</summary>
    private readonly Channel<(long ChatId, Language Language)> _waiting =
        Channel.CreateBounded<(long, Language)>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

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
        ("privacy", Phrase.CommandPrivacy),
        ("help", Phrase.CommandHelp),
    ];

    /// <summary>
    /// Sets everybody's menus, then each chat's as it is heard of, for as long as the bot runs. A menu that can't be set is a
    /// blemish, never a reason not to start: it is tried again until it is set.
    /// </summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        // Commands first: without them nobody finds anything. What is set is not set again.
        var left = new Queue<Func<Task>>(
        [
            // Without a language: for everybody whose Telegram speaks none of ours.
            () => client.SetMyCommands(CommandsIn(Language.English), languageCode: null, cancellationToken: cancellationToken),
            .. PhraseBook.Languages.Select<Language, Func<Task>>(language => () => client.SetMyCommands(CommandsIn(language), languageCode: language.Code(), cancellationToken: cancellationToken)),
            () => client.SetMyDescription(phrases.In(Language.English).Say(Phrase.WelcomeWhat), languageCode: null, cancellationToken),
            .. PhraseBook.Languages.Select<Language, Func<Task>>(language => () => client.SetMyDescription(phrases.In(language).Say(Phrase.WelcomeWhat), language.Code(), cancellationToken)),
        ]);
        var wait = FirstWait;
        while (left.TryPeek(out var set))
        {
            try
            {
                await set();
                left.Dequeue();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogMenuFailed(e.GetType().Name, e.Message);
                await Task.Delay(FloodWait.AtLeast(wait, e), clock, cancellationToken);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }
        }

        await foreach (var (chatId, language) in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            await SetAsync(chatId, language, cancellationToken);
        }
    }

    /// <summary>
    /// For a chat that chose a language: behind the slash, too, it reads that one. Set once in a process's life, since topics
    /// come and go between two.
    /// </summary>
    public void Follow(long chatId, Language language)
    {
        if (!_followed.TryGetValue(chatId, out var known) || known != language)
        {
            _waiting.Writer.TryWrite((chatId, language));
        }
    }

    private async Task SetAsync(long chatId, Language language, CancellationToken cancellationToken)
    {
        if (_followed.TryGetValue(chatId, out var known) && known == language)
        {
            return;
        }

        try
        {
            await client.SetMyCommands(CommandsIn(language), new BotCommandScopeChat { ChatId = chatId }, cancellationToken: cancellationToken);
            _followed[chatId] = language;
        }
        catch (ApiRequestException e) when (e.ErrorCode is 400 or 403)
        {
            // This chat has no menu for us; the others have.
            _followed[chatId] = language;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogMenuFailed(e.GetType().Name, e.Message);
            await Task.Delay(FloodWait.AtLeast(FirstWait, e), clock, cancellationToken);
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
