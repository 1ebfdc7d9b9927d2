using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>editMessageText and editMessageReplyMarkup.</summary>
internal static class EditMessages
{
    public static ApiAnswer Text(ApiCall call)
    {
        var preview = SendMessage.ReadLinkPreview(call);
        if (call.Text("text").Length == 0 && !call.Parameters.BrokenText)
        {
            throw ApiErrorException.BadRequest("message text is empty");
        }

        var (text, entities) = InputText.Read(call, "text", "entities");
        var markup = ReplyMarkup.Read(call, inlineOnly: true);
        var (chat, message) = FindOwn(call);
        if (message.Photo is not null)
        {
            throw ApiErrorException.BadRequest("there is no text in the message to edit");
        }

        markup.CheckAddresses(chat);
        var content = SendMessage.Prepare(call, text, entities, preview);
        PassCore(call, chat, message, markup);
        if (content.CodePoints > SendMessage.MaximumCodePoints)
        {
            throw ApiErrorException.BadRequest("MESSAGE_TOO_LONG");
        }

        InputText.RefuseHeavyEntities(content);
        RefuseUnchanged(content.SameAs(message.Content), message, markup);
        call.PassFloodControl(chat, isEdit: true);
        message.Content = content;
        message.LinkPreview = preview;
        return Finish(call, chat, message, markup);
    }

    public static ApiAnswer Markup(ApiCall call)
    {
        var markup = ReplyMarkup.Read(call, inlineOnly: true);
        var (chat, message) = FindOwn(call);
        markup.CheckAddresses(chat);
        PassCore(call, chat, message, markup);
        RefuseUnchanged(sameContent: true, message, markup);
        call.PassFloodControl(chat, isEdit: true);
        return Finish(call, chat, message, markup);
    }

    private static (SimulatedChat Chat, SimulatedMessage Message) FindOwn(ApiCall call)
    {
        if (call.Text("inline_message_id").Length > 0)
        {
            throw ApiErrorException.BadRequest("MESSAGE_ID_INVALID");
        }

        if (call.Text("chat_id").Length == 0 && call.Number("message_id") == 0)
        {
            throw ApiErrorException.BadRequest("message identifier is not specified");
        }

        var chat = ChatAccess.FindOpen(call);
        if (!chat.Messages.TryGetValue((int)Math.Clamp(call.Number("message_id"), 0, int.MaxValue), out var message))
        {
            throw ApiErrorException.BadRequest("message to edit not found");
        }

        return message.IsFromBot && !message.HasReplyKeyboard && message.Service is null
            ? (chat, message)
            : throw ApiErrorException.BadRequest("message can't be edited");
    }

    private static void PassCore(ApiCall call, SimulatedChat chat, SimulatedMessage message, ReplyMarkup markup)
    {
        markup.CheckByCore(chat);
        ChatAccess.RefuseByCore(chat, message.ThreadId);
    }

    private static void RefuseUnchanged(bool sameContent, SimulatedMessage message, ReplyMarkup markup)
    {
        if (sameContent && string.Equals(message.Keyboard?.ToJsonString(), markup.ToKeyboard()?.ToJsonString(), StringComparison.Ordinal))
        {
            throw ApiErrorException.BadRequest(
                "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }
    }

    private static ApiAnswer Finish(ApiCall call, SimulatedChat chat, SimulatedMessage message, ReplyMarkup markup)
    {
        message.Keyboard = markup.ToKeyboard();
        message.EditedAt = call.World.Now;
        call.MessageIds.Add(message.Id);
        call.World.Announce(chat, message);
        return ApiAnswer.Success(BotApiJson.Message(call.World, chat, message));
    }
}
