using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>What all send methods share: where the message goes, what it answers, which keyboard it carries.</summary>
internal sealed class OutgoingMessage
{
    private const int MaximumQuote = 1024;

    private readonly ApiCall _call;
    private readonly JsonElement? _reply;
    private readonly ReplyMarkup _markup;

    private OutgoingMessage(ApiCall call, JsonElement? reply, ReplyMarkup markup)
    {
        _call = call;
        _reply = reply;
        _markup = markup;
        Chat = ChatAccess.FindOpen(call);
        Thread = ChatAccess.FindTopic(call, Chat);
        ReplyTo = FindReplied();
        ChatAccess.RefuseChannelPost(Chat);
        _markup.CheckAddresses(Chat);
    }

    public SimulatedChat Chat { get; }

    public int? Thread { get; }

    public int? ReplyTo { get; }

    /// <summary>Checks 6 to 12 of the server's order.</summary>
    public static OutgoingMessage Read(ApiCall call)
    {
        var reply = ReadReply(call);
        var markup = ReplyMarkup.Read(call);
        return new OutgoingMessage(call, reply, markup);
    }

    /// <summary>The last checks, then flood control; after it the message may be posted.</summary>
    public void PassCore(string what, params IReadOnlyList<FormattedText> contents)
    {
        ChatAccess.RefuseWithoutRightToSend(Chat, what);
        _markup.CheckByCore(Chat);
        foreach (var content in contents)
        {
            InputText.RefuseHeavyEntities(content);
        }

        ChatAccess.RefuseByCore(Chat, Thread);
        _call.PassFloodControl(Chat, contents.Count);
    }

    public SimulatedMessage Post(FormattedText content, PhotoFile? photo = null, string? mediaGroupId = null, JsonObject? linkPreview = null)
    {
        var message = _call.World.Add(Chat, new SimulatedMessage
        {
            IsFromBot = true,
            Sender = Chat.Kind == ChatKind.Channel ? null : _call.World.Bot.User,
            Content = content,
            Photo = photo,
            MediaGroupId = mediaGroupId,
            LinkPreview = linkPreview,
            Keyboard = _markup.ToKeyboard(),
            HasReplyKeyboard = _markup.IsReplyKeyboard,
            ThreadId = Thread ?? Discussions.ThreadOf(Chat, ReplyTo),
            ReplyTo = ReplyTo,
        });
        _call.MessageIds.Add(message.Id);
        Discussions.Forward(_call.World, Chat, message);
        return message;
    }

    private static JsonElement? ReadReply(ApiCall call)
    {
        if (call.Text("reply_parameters").Length == 0)
        {
            return null;
        }

        if (!call.Parameters.TryJson("reply_parameters", out var json))
        {
            throw ApiErrorException.BadRequest("can't parse reply parameters JSON object");
        }

        return json.Value.ValueKind == JsonValueKind.Object ? json : throw ApiErrorException.BadRequest("object expected as reply parameters");
    }

    private int? FindReplied()
    {
        if (_reply is not { } reply || JsonFields.Integer(reply, "message_id") is not { } asked || asked <= 0)
        {
            return null;
        }

        if (!Chat.Messages.TryGetValue((int)Math.Min(asked, int.MaxValue), out var replied))
        {
            return JsonFields.Flag(reply, "allow_sending_without_reply") ? null : throw ApiErrorException.BadRequest("message to be replied not found");
        }

        if (JsonFields.String(reply, "quote") is { Length: > 0 } quote
            && (quote.EnumerateRunes().Count() > MaximumQuote || !replied.Content.Text.Contains(quote, StringComparison.Ordinal)))
        {
            throw ApiErrorException.BadRequest("QUOTE_TEXT_INVALID");
        }

        return replied.Id;
    }
}
