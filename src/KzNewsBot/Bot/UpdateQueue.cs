using KzNewsBot.Data;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KzNewsBot.Bot;

/// <summary>
/// Updates of one chat are handled one after another, those of different chats side by side: a chat that Telegram makes
/// wait, or one that floods us, holds up nobody else. What stands in the inbox and nobody here has in hand (its process
/// died, the database was away) is looked for each minute. What was there at two ends of the program is handled before all
/// else and one at a time, each to its end or for twenty seconds: so it is known which of them the program dies of.
/// </summary>
internal sealed partial class UpdateQueue(UpdateHandler handler, Inbox inbox, TimeProvider clock, ILogger<UpdateQueue> logger) : BackgroundService
{
    /// <summary>More are on their way only for chats that wait for Telegram, and those wait here as well.</summary>
    private const int MostAtOnce = 32;

    /// <summary>A group may be slowed down by its owner, and one person may own hundreds: they never hold all places.</summary>
    private const int MostGroups = MostAtOnce / 2;

    /// <summary>Questions of one chat; nobody reads more answers than that, and whoever asks on is dropped.</summary>
    private const int MostWaiting = 50;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(1);

    /// <summary>That a suspect has to itself: a handler that the program dies of does so at once.</summary>
    private static readonly TimeSpan LongestAlone = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Chat> _chats = [];
    private readonly HashSet<long> _inHand = [];
    private readonly List<long> _dropped = [];
    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private readonly SemaphoreSlim _groupPlaces = new(MostGroups);
    private readonly List<Task> _alone = [];
    private IReadOnlyList<Update> _suspects = [];
    private CancellationToken? _running;

    /// <summary>Does nothing with one that is in hand already.</summary>
    public void Enqueue(Update update)
    {
        lock (_gate)
        {
            if (!_inHand.Add(update.Id))
            {
                return;
            }

            var id = ChatOf(update);
            if (!_chats.TryGetValue(id, out var chat))
            {
                _chats[id] = chat = new Chat();
            }

            if (IsQuestion(update) && ++chat.Questions > MostWaiting)
            {
                chat.Questions--;
                _dropped.Add(update.Id);
                return;
            }

            chat.Waiting.Enqueue(update);
            Run(id, chat);
        }
    }

    /// <summary>What a crash left is queued before anybody may store new updates, so that it comes first.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var recovered = await inbox.RecoverAsync(cancellationToken);
        _suspects = recovered.Suspects;
        lock (_gate)
        {
            _inHand.UnionWith(_suspects.Select(suspect => (long)suspect.Id));
        }

        foreach (var update in recovered.Others)
        {
            Enqueue(update);
        }

        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _places.Dispose();
        _groupPlaces.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var suspect in _suspects)
        {
            // One that only waits, for Telegram or for a table that can't be read, kills nobody: the others are let in beside it.
            _alone.Add(HandleAloneAsync(suspect, stoppingToken));
            await Task.WhenAny(_alone[^1], Task.Delay(LongestAlone, clock, stoppingToken));
        }

        lock (_gate)
        {
            _running = stoppingToken;
            foreach (var (id, chat) in _chats)
            {
                Run(id, chat);
            }
        }

        try
        {
            while (true)
            {
                await Task.Delay(LookInterval, clock, stoppingToken);
                await LookAsync(stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll([.. Works(), .. _alone]);
        }
    }

    /// <summary>A stop in order leaves no suspects: what it could not answer was not begun, or stopped for it.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await inbox.NoteStoppedAsync(cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException || NewsDatabase.IsAway(e))
        {
            // They are suspects then, and answered one by one.
        }
        catch (Exception e)
        {
            LogNotStopped(e);
        }
    }

    private async Task HandleAloneAsync(Update update, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.NoteBegunAsync(update.Id, cancellationToken);
            try
            {
                await handler.HandleAsync(update, cancellationToken);
            }
            finally
            {
                await inbox.NoteSurvivedAsync(update.Id, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotCounted(e, update.Id);
        }
        finally
        {
            // Unanswered yet, it is looked for like the rest.
            lock (_gate)
            {
                _inHand.Remove(update.Id);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CloseDroppedAsync(cancellationToken);
            foreach (var update in await inbox.LeftAsync(cancellationToken))
            {
                Enqueue(update);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!NewsDatabase.IsAway(e))
            {
                LogLookFailed(e);
            }
        }
    }

    private async Task CloseDroppedAsync(CancellationToken cancellationToken)
    {
        long[] dropped;
        lock (_gate)
        {
            dropped = [.. _dropped];
        }

        if (dropped.Length == 0)
        {
            return;
        }

        LogDropped(dropped.Length);
        foreach (var id in dropped)
        {
            await inbox.MarkDoneAsync(id, cancellationToken);
        }

        lock (_gate)
        {
            _dropped.RemoveRange(0, dropped.Length);
            _inHand.ExceptWith(dropped);
        }
    }

    /// <summary>Called inside the gate.</summary>
    private void Run(long id, Chat chat)
    {
        if (_running is { } token && chat.Work.IsCompleted)
        {
            chat.Work = Task.Run(() => WorkAsync(id, chat, token), CancellationToken.None);
        }
    }

    private async Task WorkAsync(long id, Chat chat, CancellationToken cancellationToken)
    {
        while (Next(id, chat) is { } update)
        {
            try
            {
                await (id < 0 ? HandleGroupsAsync(update, cancellationToken) : HandleAsync(update, cancellationToken));
            }
            catch (OperationCanceledException)
            {
                // The bot stops; what waits stands in the inbox.
                return;
            }

            lock (_gate)
            {
                _inHand.Remove(update.Id);
            }
        }
    }

    private async Task HandleGroupsAsync(Update update, CancellationToken cancellationToken)
    {
        await _groupPlaces.WaitAsync(cancellationToken);
        try
        {
            await HandleAsync(update, cancellationToken);
        }
        finally
        {
            _groupPlaces.Release();
        }
    }

    private async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            await handler.HandleAsync(update, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    private Update? Next(long id, Chat chat)
    {
        lock (_gate)
        {
            if (chat.Waiting.TryDequeue(out var update))
            {
                chat.Questions -= IsQuestion(update) ? 1 : 0;
                return update;
            }

            // Whoever comes now finds no chat, and begins a new one.
            _chats.Remove(id);
            return null;
        }
    }

    private List<Task> Works()
    {
        lock (_gate)
        {
            return [.. _chats.Values.Select(chat => chat.Work)];
        }
    }

    /// <summary>A group's talk, a move and who comes and goes cost no answer, and the last two must not be missed.</summary>
    private static bool IsQuestion(Update update) =>
        update.CallbackQuery is not null
        || ((update.Message ?? update.ChannelPost)?.Text is { Length: > 0 } text && (text[0] == '/' || update.Message?.Chat.Type == ChatType.Private));

    private static long ChatOf(Update update) =>
        update.Message?.Chat.Id ?? update.CallbackQuery?.Message?.Chat.Id ?? update.ChannelPost?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? 0;

    private sealed class Chat
    {
        public Queue<Update> Waiting { get; } = new();

        /// <summary>How many of them ask for an answer.</summary>
        public int Questions { get; set; }

        public Task Work { get; set; } = Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} updates of chats that flood the bot were dropped")]
    private partial void LogDropped(int count);

    [LoggerMessage(LogLevel.Error, "It could not be written down that update {UpdateId} was begun alone, or that the program outlived it")]
    private partial void LogNotCounted(Exception e, long updateId);

    [LoggerMessage(LogLevel.Error, "It could not be written down that the program was told to stop; what it left unanswered is handled one by one at the next start")]
    private partial void LogNotStopped(Exception e);

    [LoggerMessage(LogLevel.Error, "Updates left in the inbox could not be looked for; tried again shortly")]
    private partial void LogLookFailed(Exception e);
}
