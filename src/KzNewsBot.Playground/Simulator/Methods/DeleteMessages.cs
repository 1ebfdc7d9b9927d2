using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>deleteMessage and deleteMessages.</summary>
internal static class DeleteMessages
{
    private const int MaximumIds = 100;
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(48);

    public static ApiAnswer One(ApiCall call)
    {
        if (call.Text("chat_id").Length == 0 && call.Number("message_id") == 0)
        {
            throw ApiErrorException.BadRequest("message identifier is not specified");
        }

        var chat = ChatAccess.FindOpen(call);
        if (!chat.Messages.TryGetValue((int)Math.Clamp(call.Number("message_id"), 0, int.MaxValue), out var message))
        {
            throw ApiErrorException.BadRequest("message to delete not found");
        }

        Check(call.World, chat, message);
        call.MessageIds.Add(message.Id);
        call.World.Remove(chat, message.Id);
        return ApiAnswer.Success(JsonValue.Create(true));
    }

    public static ApiAnswer Many(ApiCall call)
    {
        var ids = ReadIds(call);
        var chat = ChatAccess.FindOpen(call);
        var known = ids.Where(chat.Messages.ContainsKey).ToList();
        foreach (var id in known)
        {
            Check(call.World, chat, chat.Messages[id]);
        }

        foreach (var id in known)
        {
            call.MessageIds.Add(id);
            call.World.Remove(chat, id);
        }

        return ApiAnswer.Success(JsonValue.Create(true));
    }

    private static List<int> ReadIds(ApiCall call)
    {
        if (call.Json("message_ids") is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() == 0)
        {
            throw ApiErrorException.BadRequest("message identifiers are not specified");
        }

        var ids = array.EnumerateArray()
            .Select(id => int.TryParse(id.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Distinct()
            .ToList();
        return array.GetArrayLength() <= MaximumIds ? ids : throw ApiErrorException.BadRequest("too many message identifiers specified");
    }

    private static void Check(SimulatedWorld world, SimulatedChat chat, SimulatedMessage message)
    {
        if (!chat.IsPrivate && !message.IsFromBot && !chat.BotIsAdministrator)
        {
            throw ApiErrorException.BadRequest("message can't be deleted");
        }

        if (!chat.HasOwnCounter && world.Now - message.Date > Deadline)
        {
            throw ApiErrorException.BadRequest("message can't be deleted for everyone");
        }

        if (chat.IsPrivate && chat.BotStatus == MemberStatus.Kicked)
        {
            throw ApiErrorException.Forbidden("bot was blocked by the user");
        }
    }
}
