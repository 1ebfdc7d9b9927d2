using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace KzNewsBot.Delivery;

/// <summary>The only hand that writes to chats. One call, one outcome; whoever calls decides what happens next.</summary>
internal sealed class Messenger(ITelegramBotClient client, Pacer pacer, ShownStories shown)
{
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <param name="plain">Without entities and buttons, after the server refused them.</param>
    /// <param name="answered">The message it replies to, null for none; should that be gone meanwhile, it leaves without.</param>
    public Task<DeliveryOutcome> SendAsync(ChatAddress address, RenderedMessage message, bool plain, int? answered, CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
            {
                var sent = await client.SendMessage(
                    address.ChatId,
                    message.Text.Text,
                    replyParameters: answered is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null,
                    replyMarkup: plain ? null : message.ToMarkup(),
                    linkPreviewOptions: NoPreview,
                    messageThreadId: address.ThreadId == 0 ? null : address.ThreadId,
                    entities: plain ? null : message.Text.ToEntities(),
                    cancellationToken: cancellationToken);
                shown.Remember(address, message);
                return sent.Id;
            },
            cancellationToken);

    public Task<DeliveryOutcome> EditAsync(ChatAddress address, int messageId, RenderedMessage message, CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
            {
                pacer.NoteReply(address);
                await client.EditMessageText(
                    address.ChatId,
                    messageId,
                    message.Text.Text,
                    entities: message.Text.ToEntities(),
                    linkPreviewOptions: NoPreview,
                    replyMarkup: message.ToMarkup(),
                    cancellationToken: cancellationToken);
                shown.Remember(address, message);
                return messageId;
            },
            cancellationToken);

    public Task<DeliveryOutcome> AnswerPressAsync(string callbackQueryId, string? toast, CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
            {
                await client.AnswerCallbackQuery(callbackQueryId, toast, cancellationToken: cancellationToken);
                return 0;
            },
            cancellationToken);

    private static async Task<DeliveryOutcome> CallAsync(Func<Task<int>> call, CancellationToken cancellationToken)
    {
        try
        {
            return new DeliveryOutcome.Arrived(await call());
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return OutcomeClassifier.Classify(e);
        }
    }
}
