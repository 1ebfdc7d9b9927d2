using KzNewsBot.Delivery;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot;

internal sealed record PressedButton(string QueryId, int MessageId);

/// <summary>What a person may have read of an answer.</summary>
/// <param name="Parts">Those that arrived or are in doubt.</param>
internal sealed record ReadAnswer(IReadOnlyList<RenderedMessage> Parts, bool IsWhole);

/// <summary>
/// Sends answers, ahead of any broadcast. An answer whose fate is unknown is not repeated: the person asks again.
/// </summary>
internal sealed partial class ReplySender(Messenger messenger, Pacer pacer, SubscriberBook subscribers, TimeProvider clock, ILogger<ReplySender> logger)
{
    /// <summary>A person waits this long for an answer, not longer.</summary>
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(30);

    private const int Attempts = 3;

    /// <param name="asked">The message of a group that the answer refers to: there several ask at once, and some below a channel's post.</param>
    public async Task<ReadAnswer> SendAsync(ChatScene scene, BotReply reply, PressedButton? pressed, int? asked, CancellationToken cancellationToken)
    {
        if (pressed is not null)
        {
            // First of all, so that the button stops spinning whatever happens next.
            await messenger.AnswerPressAsync(pressed.QueryId, reply.Toast, cancellationToken);
        }

        var read = new List<RenderedMessage>();
        var messages = reply.Messages;
        if (pressed is not null && reply.InPlace && messages.Count > 0 && await EditAsync(scene, pressed.MessageId, messages[0], cancellationToken) is { } edited)
        {
            if (!edited)
            {
                return new ReadAnswer([], IsWhole: false);
            }

            read.Add(messages[0]);
            messages = [.. messages.Skip(1)];
        }

        var parts = messages.SelectMany(Parts).ToList();
        foreach (var part in parts)
        {
            var outcome = await SendAsync(scene, part, asked, cancellationToken);
            if (outcome is DeliveryOutcome.Arrived or DeliveryOutcome.Doubt)
            {
                read.Add(part);
            }

            if (outcome is not DeliveryOutcome.Arrived)
            {
                return new ReadAnswer(read, IsWhole: outcome is DeliveryOutcome.Doubt && part == parts[^1]);
            }

            asked = null;
        }

        return new ReadAnswer(read, IsWhole: true);
    }

    /// <summary>Whether the change may have been read; null when the old message can't be changed any more and a new one must be written.</summary>
    private async Task<bool?> EditAsync(ChatScene scene, int messageId, RenderedMessage message, CancellationToken cancellationToken)
    {
        var address = scene.Address;
        var outcome = await PatientlyAsync(address, () => messenger.EditAsync(address, messageId, message, cancellationToken), cancellationToken);
        if (outcome is DeliveryOutcome.Reject reject)
        {
            return reject.Reason.Contains("message is not modified", StringComparison.OrdinalIgnoreCase) ? true : null;
        }

        if (outcome is DeliveryOutcome.Moved)
        {
            // Some apps still show the group that became a supergroup, with buttons that speak for the old one.
            return null;
        }

        if (outcome is not DeliveryOutcome.Arrived)
        {
            LogLost(scene.Card.Id, outcome.ToString());
        }

        return outcome is DeliveryOutcome.Arrived or DeliveryOutcome.Doubt;
    }

    private async Task<DeliveryOutcome> SendAsync(ChatScene scene, RenderedMessage message, int? asked, CancellationToken cancellationToken)
    {
        var address = scene.Address;
        var outcome = await SendPatientlyAsync(address, message, plain: false, asked, cancellationToken);
        switch (outcome)
        {
            case DeliveryOutcome.Reject { OfText: true } reject:
                LogRefused(scene.Card.Id, reject.Reason);
                outcome = await SendPatientlyAsync(address, message, plain: true, asked, cancellationToken);
                break;
            case DeliveryOutcome.Moved moved:
                await subscribers.MoveAsync(address.ChatId, moved.ChatId, cancellationToken);
                outcome = await SendPatientlyAsync(address with { ChatId = moved.ChatId }, message, plain: false, asked: null, cancellationToken);
                break;
            case DeliveryOutcome.TopicLost lost:
                await (lost.Gone ? subscribers.LeaveThreadAsync(address, cancellationToken) : Task.CompletedTask);
                outcome = await SendPatientlyAsync(address with { ThreadId = 0 }, message, plain: false, asked: null, cancellationToken);
                break;
            case DeliveryOutcome.Retire:
                await subscribers.SetStatusAsync(address.ChatId, SubscriberStatus.Away, cancellationToken);
                return outcome;
        }

        if (outcome is not DeliveryOutcome.Arrived)
        {
            LogLost(scene.Card.Id, outcome.ToString());
        }

        return outcome;
    }

    private Task<DeliveryOutcome> SendPatientlyAsync(ChatAddress address, RenderedMessage message, bool plain, int? asked, CancellationToken cancellationToken)
    {
        pacer.NoteReply(address);
        return PatientlyAsync(address, () => messenger.SendAsync(address, message, plain, asked, cancellationToken), cancellationToken);
    }

    private async Task<DeliveryOutcome> PatientlyAsync(ChatAddress address, Func<Task<DeliveryOutcome>> send, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var pause = pacer.PauseOf(address);
            if (pause > MostPatience)
            {
                // Calling into a running wait prolongs it, and may end in a ban.
                return new DeliveryOutcome.Retry(pause, Flood: true, "the chat's wait isn't over");
            }

            await Task.Delay(pause, clock, cancellationToken);
            var outcome = await send();
            if (outcome is not DeliveryOutcome.Retry retry)
            {
                return outcome;
            }

            if (retry.Flood)
            {
                pacer.PauseChat(address, retry.After);
            }

            if (attempt == Attempts || retry.After > MostPatience)
            {
                return outcome;
            }

            await Task.Delay(retry.Flood ? TimeSpan.Zero : retry.After, clock, cancellationToken);
        }
    }

    private static IEnumerable<RenderedMessage> Parts(RenderedMessage message)
    {
        var parts = MessageSplitter.Split(message.Text, MessageSplitter.TelegramLimit);
        return parts.Select((part, place) => place == parts.Count - 1 ? message with { Text = part } : RenderedMessage.Of(part));
    }

    // By the number of its row, 0 for a chat without one: whose chat it is stands in no log.
    [LoggerMessage(LogLevel.Error, "Telegram refused an answer to subscriber {SubscriberId} ({Reason}); it goes out as plain text")]
    private partial void LogRefused(long subscriberId, string reason);

    [LoggerMessage(LogLevel.Warning, "An answer to subscriber {SubscriberId} has not arrived, or may not have ({Outcome}); it is not repeated")]
    private partial void LogLost(long subscriberId, string outcome);
}
