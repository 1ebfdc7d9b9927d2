using KzNewsBot.Playground.Simulator.Control;
using KzNewsBot.Playground.Simulator.Faults;
using KzNewsBot.Playground.Simulator.Validation;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator;

/// <summary>The control API once more for tests in the same process.</summary>
internal sealed partial class TelegramSimulator
{
    /// <summary>A person writes; returns the message's id.</summary>
    public int SendText(long chatId, string text, long? from = null, int? thread = null, int? replyTo = null)
    {
        lock (World.Gate)
        {
            return People.Write(World, chatId, new WrittenMessage(text, from, thread, replyTo)).Message.Id;
        }
    }

    /// <summary>A person presses a button; returns the callback query's id.</summary>
    public string PressButton(long chatId, int messageId, string data, long? from = null)
    {
        lock (World.Gate)
        {
            return People.Press(World, chatId, messageId, data, from).Id;
        }
    }

    public long CreateChat(ChatKind kind, string title, long? id = null, string? language = null, bool isForum = false)
    {
        lock (World.Gate)
        {
            return ChatActions.Create(World, kind, title, id, language, isForum).Id;
        }
    }

    /// <summary>One of the actions of POST /sim/chats/{id}/actions; returns the new chat's or topic's id where there is one.</summary>
    public long Play(long chatId, string action, ActionDetails? details = null)
    {
        lock (World.Gate)
        {
            var chat = chatId > 0 ? People.OpenPrivateChat(World, chatId) : People.FindChat(World, chatId);
            var result = ChatActions.Play(World, chat, action, details ?? new ActionDetails());
            return result["migratedTo"]?.GetValue<long>() ?? result["thread"]?.GetValue<int>() ?? result["messageId"]?.GetValue<int>() ?? 0;
        }
    }

    public IReadOnlyList<SimulatedMessage> Messages(long chatId)
    {
        lock (World.Gate)
        {
            return World.Chats.TryGetValue(chatId, out var chat) ? [.. chat.Messages.Values] : [];
        }
    }

    /// <summary>As POST /sim/faults; a status with a description can play any error text.</summary>
    public void PlanFault(
        string kind,
        int count = 1,
        string? method = null,
        long? chatId = null,
        int? retryAfter = null,
        TimeSpan delay = default,
        bool afterEffect = false,
        string? description = null)
    {
        var (faultKind, status) = FaultOrder.Kind(kind);
        lock (World.Gate)
        {
            World.Faults.Add(new Fault
            {
                Kind = faultKind,
                Status = status,
                Count = count,
                Method = method,
                ChatId = chatId,
                RetryAfter = retryAfter,
                Delay = delay,
                AfterEffect = afterEffect,
                Description = description,
            });
        }
    }

    public IReadOnlyList<Finding> Findings()
    {
        lock (World.Gate)
        {
            World.ReportSlowCallbacks();
            return [.. World.Findings.All];
        }
    }

    public IReadOnlyList<LoggedRequest> Requests()
    {
        lock (World.Gate)
        {
            return [.. World.Requests.All];
        }
    }

    /// <summary>Waits, in real time, for a message of the bot after the given one that fits.</summary>
    public async Task<SimulatedMessage> WaitForBotMessageAsync(
        long chatId,
        int afterMessageId,
        Func<SimulatedMessage, bool> fits,
        CancellationToken cancellationToken)
    {
        var events = World.Events.Watch(after: null);
        try
        {
            while (true)
            {
                var found = Messages(chatId).FirstOrDefault(message => message.IsFromBot && message.Id > afterMessageId && fits(message));
                if (found is not null)
                {
                    return found;
                }

                await events.Reader.ReadAsync(cancellationToken);
            }
        }
        finally
        {
            World.Events.Leave(events);
        }
    }
}
