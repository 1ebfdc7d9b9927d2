using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>setMyCommands, getMyCommands, deleteMyCommands.</summary>
internal static partial class Commands
{
    private const int MaximumCommand = 32;
    private const int MaximumDescription = 256;
    private const int MaximumCount = 100;

    public static ApiAnswer Set(ApiCall call)
    {
        var commands = ReadCommands(call);
        var scope = ReadScope(call);
        var language = ReadLanguage(call);
        if (commands.Exists(command => !Name().IsMatch(command.Command)))
        {
            throw ApiErrorException.BadRequest("BOT_COMMAND_INVALID");
        }

        return commands.Count > MaximumCount
            ? throw ApiErrorException.BadRequest("BOT_COMMANDS_TOO_MUCH")
            : Store(call, scope, language, commands);
    }

    public static ApiAnswer Delete(ApiCall call) => Store(call, ReadScope(call), ReadLanguage(call), []);

    public static ApiAnswer Get(ApiCall call)
    {
        var commands = call.World.Bot.Menus.Get(ReadScope(call), ReadLanguage(call));
        return ApiAnswer.Success(new JsonArray([.. commands.Select(command => (JsonNode)command.ToJson())]));
    }

    public static string ReadLanguage(ApiCall call)
    {
        var language = call.Text("language_code");
        return language.Length == 0 || (language.Length == 2 && language.All(char.IsAsciiLetterLower))
            ? language
            : throw ApiErrorException.BadRequest("invalid language code specified");
    }

    private static ApiAnswer Store(ApiCall call, CommandScope scope, string language, List<MenuCommand> commands)
    {
        call.World.Bot.Menus.Set(scope, language, commands);
        call.World.Events.Publish("commands", []);
        return ApiAnswer.Success(JsonValue.Create(true));
    }

    private static List<MenuCommand> ReadCommands(ApiCall call)
    {
        if (call.Text("commands").Length == 0)
        {
            return [];
        }

        if (!call.Parameters.TryJson("commands", out var json))
        {
            throw ApiErrorException.BadRequest("can't parse commands JSON object");
        }

        return json.Value.ValueKind == JsonValueKind.Array
            ? [.. json.Value.EnumerateArray().Select(ReadCommand)]
            : throw ApiErrorException.BadRequest("expected an Array of BotCommand");
    }

    private static MenuCommand ReadCommand(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw ApiErrorException.BadRequest("expected an Object of type BotCommand");
        }

        var command = Field(json, "command").Trim();
        command = command.StartsWith('/') ? command[1..].Trim() : command;
        var description = Field(json, "description").Trim();
        return (command.EnumerateRunes().Count(), description.EnumerateRunes().Count()) switch
        {
            (0, _) => throw ApiErrorException.BadRequest("command must be non-empty"),
            ( > MaximumCommand, _) => throw ApiErrorException.BadRequest($"command length must not exceed {MaximumCommand}"),
            (_, 0) => throw ApiErrorException.BadRequest("command description must be non-empty"),
            (_, > MaximumDescription) => throw ApiErrorException.BadRequest($"command description length must not exceed {MaximumDescription}"),
            _ => new MenuCommand(command, description),
        };
    }

    private static string Field(JsonElement json, string name) =>
        JsonFields.String(json, name) ?? throw ApiErrorException.BadRequest($"can't parse BotCommand: Can't find field \"{name}\"");

    private static CommandScope ReadScope(ApiCall call)
    {
        if (call.Text("scope").Length == 0)
        {
            return CommandScope.Default;
        }

        if (call.Json("scope") is not { ValueKind: JsonValueKind.Object } json)
        {
            throw ApiErrorException.BadRequest("can't parse BotCommandScope: expected an Object");
        }

        var type = JsonFields.String(json, "type") ?? "";
        if (type is "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators")
        {
            return new CommandScope(type);
        }

        if (type is not ("chat" or "chat_administrators" or "chat_member"))
        {
            throw ApiErrorException.BadRequest("can't parse BotCommandScope: Unsupported type specified");
        }

        var chat = ChatAccess.Find(call.World, json.TryGetProperty("chat_id", out var id) ? id.ToString() : "");
        RefuseScope(type, chat);
        return new CommandScope(type, chat.Id, type is "chat_member" ? JsonFields.Integer(json, "user_id") ?? 0 : 0);
    }

    private static void RefuseScope(string type, SimulatedChat chat)
    {
        if (chat.Kind == ChatKind.Channel)
        {
            throw ApiErrorException.BadRequest("can't change commands in channel chats");
        }

        if (chat.IsPrivate && type is not "chat")
        {
            throw ApiErrorException.BadRequest("can't use specified scope in private chats");
        }
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.None, 10_000)]
    private static partial Regex Name();
}
