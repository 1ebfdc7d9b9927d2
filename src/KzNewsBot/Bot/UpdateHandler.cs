using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Fetching;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KzNewsBot.Bot;

/// <summary>One update from its row in the inbox to its answer in the chat.</summary>
internal sealed partial class UpdateHandler(
    Inbox inbox,
    SceneReader scenes,
    UpdateRouter router,
    GroupRights rights,
    SubscriberBook subscribers,
    BotIdentity identity,
    ReplySender replies,
    AnsweredStories answered,
    CommandMenu menu,
    IOptions<FetchingOptions> fetching,
    TimeProvider clock,
    ILogger<UpdateHandler> logger)
{
    private const int Attempts = 3;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(5);

    /// <summary>An answer that is leaving when the bot is told to stop has so long to arrive; the host waits longer.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(15);

    /// <summary>Never throws but for cancellation: one update's trouble never stops another's.</summary>
    public async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        var attempt = 1;
        var waits = false;
        while (true)
        {
            try
            {
                await TryHandleAsync(update, cancellationToken);
                return;
            }
            catch (Exception e) when (NewsDatabase.IsAway(e))
            {
                // Nobody's fault, and no attempt; what its chat asked after it waits, so that the order is kept. Said once: a log
                // that grows each second would fill the disk that is full already.
                if (!waits)
                {
                    LogWaits(update.Id, e.Message);
                }

                waits = true;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e, update.Id, attempt);
                if (attempt == Attempts)
                {
                    await GiveUpAsync(update, cancellationToken);
                    return;
                }

                attempt++;
            }

            await Task.Delay(waits ? WhileAway : BetweenAttempts, clock, cancellationToken);
        }
    }

    private Task TryHandleAsync(Update update, CancellationToken cancellationToken) => update switch
    {
        { Message: { } message } => MessageAsync(update.Id, message, cancellationToken),
        { ChannelPost: { } post } => MessageAsync(update.Id, post, cancellationToken),
        { CallbackQuery: { } query } => PressAsync(update.Id, query, cancellationToken),
        { MyChatMember: { } member } => MembershipAsync(update.Id, member, cancellationToken),
        _ => inbox.MarkDoneAsync(update.Id, cancellationToken),
    };

    private async Task MessageAsync(long updateId, Message message, CancellationToken cancellationToken)
    {
        if (message.MigrateToChatId is { } newId)
        {
            await subscribers.MoveAsync(message.Chat.Id, newId, cancellationToken);
        }
        else if (message.MigrateFromChatId is { } oldId)
        {
            await subscribers.MoveAsync(oldId, message.Chat.Id, cancellationToken);
        }
        else if (!message.IsAutomaticForward && Written(message) is { } text)
        {
            // A channel's post that Telegram carried into its discussion group was answered in the channel.
            var scene = await PresentAsync(await scenes.ReadAsync(message, message.From, cancellationToken), message, message.From, cancellationToken);
            var reply = await AnswerAsync(scene, message, text, cancellationToken);
            await SendAsync(updateId, scene, reply, pressed: null, asked: message.Id, cancellationToken);
        }

        await FinishAsync(updateId, cancellationToken);
    }

    /// <summary>
    /// In a private chat a forwarded post's words stand below its picture, and a picture without any is answered too, an album
    /// by its captions alone. Null for what calls for no answer: elsewhere other people's pictures, and everywhere that
    /// somebody joined or pinned.
    /// </summary>
    private static string? Written(Message message) => message switch
    {
        { Text: { Length: > 0 } text } => text,
        { Chat.Type: not ChatType.Private } => null,
        { Caption: { Length: > 0 } caption } => caption,
        { MediaGroupId: not null } => null,
        {
            Type: MessageType.Photo or MessageType.Video or MessageType.Animation or MessageType.Audio or MessageType.Voice or MessageType.VideoNote
            or MessageType.Document or MessageType.Sticker or MessageType.Contact or MessageType.Location
        } => "",
        _ => null,
    };

    private async Task<BotReply> AnswerAsync(ChatScene scene, Message message, string text, CancellationToken cancellationToken)
    {
        if (CommandText.Parse(text) is not { } command)
        {
            // Other people's talk in groups is none of our business.
            return scene.Kind == ChatKind.Private ? await router.WordsAsync(scene, text, cancellationToken) : BotReply.Silence;
        }

        if (command.BotName is { } addressee && !addressee.Equals(await identity.UserNameAsync(cancellationToken), StringComparison.OrdinalIgnoreCase))
        {
            return BotReply.Silence;
        }

        var request = new CommandRequest(scene, command.Name, command.Arguments);
        if (scene.Kind != ChatKind.Private && command.BotName is null && !router.Knows(request))
        {
            // Other bots have their commands there, and a channel its readers.
            return BotReply.Silence;
        }

        if (router.ChangesSettings(request) && await RefusalAsync(scene, message, cancellationToken) is { } refusal)
        {
            return BotReply.Say(RenderedMessage.Of(new StyledTextBuilder().Text(scene.Words.Say(refusal)).Build()));
        }

        return await router.CommandAsync(request, cancellationToken);
    }

    private Task<Phrase?> RefusalAsync(ChatScene scene, Message message, CancellationToken cancellationToken) =>
        message.SenderChat is { } sender && sender.Id == message.Chat.Id ? Task.FromResult<Phrase?>(null) : rights.RefusalAsync(scene, cancellationToken);

    private async Task PressAsync(long updateId, CallbackQuery query, CancellationToken cancellationToken)
    {
        if (query is { Message: { } message, Data: { } data })
        {
            var scene = await PresentAsync(await scenes.ReadAsync(message, query.From, cancellationToken), message, query.From, cancellationToken);

            await SendAsync(updateId, scene, await PressedAsync(scene, message, data, cancellationToken), new PressedButton(query.Id, message.Id), asked: null, cancellationToken);
        }

        await FinishAsync(updateId, cancellationToken);
    }

    private async Task<BotReply> PressedAsync(ChatScene scene, Message message, string data, CancellationToken cancellationToken)
    {
        if (message.Date == default && message.Chat.IsForum)
        {
            // Of an old message Telegram tells no more than its number: it may stand in any topic of the forum.
            return BotReply.Note(scene.Words.Say(Phrase.ButtonStale));
        }

        // What a button answers in a channel is a post to all its readers, whoever of them pressed it.
        var asksRights = scene.Kind == ChatKind.Channel || router.ChangesSettings(scene, data);
        return asksRights && await rights.RefusalAsync(scene, cancellationToken) is { } refusal
            ? BotReply.Note(scene.Words.Say(refusal))
            : await router.PressAsync(scene, data, cancellationToken);
    }

    /// <summary>Whoever is heard of is there again: Telegram does not tell of every return.</summary>
    private async Task<ChatScene> PresentAsync(ChatScene scene, Message message, User? user, CancellationToken cancellationToken)
    {
        if (scene.Card.Status == SubscriberStatus.Active)
        {
            return scene;
        }

        await subscribers.SetStatusAsync(scene.Address.ChatId, SubscriberStatus.Active, cancellationToken);
        return await scenes.ReadAsync(message, user, cancellationToken);
    }

    private async Task MembershipAsync(long updateId, ChatMemberUpdated member, CancellationToken cancellationToken)
    {
        var away = member.NewChatMember is { Status: ChatMemberStatus.Kicked or ChatMemberStatus.Left } or ChatMemberRestricted { IsMember: false };
        await subscribers.SetStatusAsync(member.Chat.Id, away ? SubscriberStatus.Away : SubscriberStatus.Active, cancellationToken);
        await inbox.MarkDoneAsync(updateId, cancellationToken);
    }

    private async Task SendAsync(long updateId, ChatScene scene, BotReply reply, PressedButton? pressed, int? asked, CancellationToken cancellationToken)
    {
        if (reply.Messages.Count == 0 && pressed is null)
        {
            return;
        }

        if (!await inbox.MarkAnsweringAsync(updateId, cancellationToken))
        {
            return;
        }

        // Before it leaves, for a process that is killed meanwhile can't do so after: claims count as read in doubt, denials do not.
        var note = await NoteToldAsync(updateId, scene, [.. reply.Told.Where(story => !story.IsDenied)], instead: null);
        using var leaving = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var stop = cancellationToken.Register(() => leaving.CancelAfter(LastWord));
        // Broken off in our own code, it may have arrived; its denials are told once more then, as of what was read in part.
        var read = new ReadAnswer(reply.Messages, IsWhole: false);
        try
        {
            read = await replies.SendAsync(scene, reply, pressed, scene.Kind == ChatKind.Group ? asked : null, leaving.Token);
            if ((reply.Language ?? scene.Card.Language) is { } language && scene is { Kind: not ChatKind.Channel, Address.ThreadId: 0 })
            {
                menu.Follow(scene.Address.ChatId, language);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Part of the answer may have arrived: trying again would say it twice.
            LogAnswerBroken(e, updateId);
        }

        if (read.Parts.Count == 0 && note is not null)
        {
            await ForgetAsync(updateId, note);
        }
        else if (read is { IsWhole: true, Parts.Count: > 0 } && reply.Told.Any(story => story.IsDenied))
        {
            await NoteToldAsync(updateId, scene, reply.Told, note);
        }
    }

    /// <summary>For who subscribes to something: nobody else gets corrections. A bot that is told to stop finishes this too.</summary>
    private async Task<DeliveryRow?> NoteToldAsync(long updateId, ChatScene scene, IReadOnlyList<StoryCard> told, DeliveryRow? instead)
    {
        try
        {
            return told.Count > 0 && scene.Card.Topics.Count > 0 ? await answered.NoteAsync(scene.Card.Id, scene.Words.Language, told, instead, CancellationToken.None) : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotNoted(e, updateId);
            return null;
        }
    }

    private async Task ForgetAsync(long updateId, DeliveryRow note)
    {
        try
        {
            await answered.ForgetAsync(note, CancellationToken.None);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotNoted(e, updateId);
        }
    }

    private async Task FinishAsync(long updateId, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.MarkDoneAsync(updateId, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The answer is out; at the next start the row counts as answered.
            LogNotClosed(e, updateId);
        }
    }

    private async Task GiveUpAsync(Update update, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.MarkDeadAsync(update.Id, cancellationToken);
            if ((update.Message ?? update.ChannelPost ?? update.CallbackQuery?.Message) is { } message)
            {
                var scene = await scenes.ReadAsync(message, update.Message?.From ?? update.CallbackQuery?.From, cancellationToken);
                var apology = new StyledTextBuilder().Text(ApologyIn(scene.Words, update.Id.ToString(scene.Words.Culture))).Build();
                await replies.SendAsync(scene, BotReply.Say(RenderedMessage.Of(apology)), pressed: null, asked: null, cancellationToken);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogApologyFailed(e, update.Id);
        }
    }

    /// <summary>With the address that outlets are told too, where the operator has named one.</summary>
    private string ApologyIn(Words words, string id) => fetching.Value.Contact is { Length: > 0 } contact
        ? words.Say(Phrase.ApologyContact, ("id", id), ("contact", contact))
        : words.Say(Phrase.Apology, ("id", id));

    [LoggerMessage(LogLevel.Error, "Update {UpdateId} waits until the database is back ({Reason})")]
    private partial void LogWaits(int updateId, string reason);

    [LoggerMessage(LogLevel.Error, "Update {UpdateId} failed at attempt {Attempt}")]
    private partial void LogFailed(Exception e, long updateId, int attempt);

    [LoggerMessage(LogLevel.Error, "The answer to update {UpdateId} broke off")]
    private partial void LogAnswerBroken(Exception e, long updateId);

    [LoggerMessage(LogLevel.Error, "What the answer to update {UpdateId} told could not be noted; a denial of it may not follow")]
    private partial void LogNotNoted(Exception e, long updateId);

    [LoggerMessage(LogLevel.Error, "Update {UpdateId} was answered, but could not be closed in the inbox")]
    private partial void LogNotClosed(Exception e, long updateId);

    [LoggerMessage(LogLevel.Error, "Update {UpdateId} was given up, and not even the apology could be sent")]
    private partial void LogApologyFailed(Exception e, long updateId);
}
