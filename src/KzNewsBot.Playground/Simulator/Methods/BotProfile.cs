using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>getMe, the bot's name and descriptions, its menu button.</summary>
internal static class BotProfile
{
    private const int MaximumName = 64;
    private const int MaximumDescription = 512;
    private const int MaximumShortDescription = 120;

    public static ApiAnswer GetMe(ApiCall call)
    {
        var json = BotApiJson.User(call.World.Bot.User);
        BotApiJson.PutFlags(json, ["can_join_groups", "supports_inline_queries"], value: true);
        BotApiJson.PutFlags(
            json,
            ["can_read_all_group_messages", "can_connect_to_business", "has_main_web_app", "has_topics_enabled", "allows_users_to_create_topics"],
            value: false);
        return ApiAnswer.Success(json);
    }

    public static ApiAnswer SetName(ApiCall call) => SetText(call, "name", MaximumName, call.World.Bot.Names);

    public static ApiAnswer SetDescription(ApiCall call) => SetText(call, "description", MaximumDescription, call.World.Bot.Descriptions);

    public static ApiAnswer SetShortDescription(ApiCall call) =>
        SetText(call, "short_description", MaximumShortDescription, call.World.Bot.ShortDescriptions);

    public static ApiAnswer GetName(ApiCall call) => GetText(call, "name", call.World.Bot.Names, call.World.Bot.User.FirstName);

    public static ApiAnswer GetDescription(ApiCall call) => GetText(call, "description", call.World.Bot.Descriptions, "");

    public static ApiAnswer GetShortDescription(ApiCall call) => GetText(call, "short_description", call.World.Bot.ShortDescriptions, "");

    public static ApiAnswer SetMenuButton(ApiCall call)
    {
        if (call.Text("chat_id").Length > 0)
        {
            ChatAccess.FindOpen(call);
        }

        if (call.Text("menu_button").Length > 0
            && (call.Json("menu_button") is not { ValueKind: JsonValueKind.Object } button
                || JsonFields.String(button, "type") is not ("commands" or "web_app" or "default")))
        {
            throw ApiErrorException.BadRequest("can't parse menu button: MenuButton has unsupported type");
        }

        return ApiAnswer.Success(JsonValue.Create(true));
    }

    public static ApiAnswer GetMenuButton(ApiCall call) => ApiAnswer.Success(new JsonObject { ["type"] = "commands" });

    private static ApiAnswer SetText(ApiCall call, string parameter, int maximum, Dictionary<string, string> texts)
    {
        var language = Commands.ReadLanguage(call);
        var text = call.Text(parameter).Trim();
        if (text.EnumerateRunes().Count() > maximum)
        {
            // The limit is documented, the core's wording is not known.
            throw ApiErrorException.BadRequest($"BOT_{parameter.ToUpperInvariant()}_INVALID");
        }

        if (text.Length == 0)
        {
            texts.Remove(language);
        }
        else
        {
            texts[language] = text;
        }

        call.World.Events.Publish("profile", []);
        return ApiAnswer.Success(JsonValue.Create(true));
    }

    private static ApiAnswer GetText(ApiCall call, string parameter, Dictionary<string, string> texts, string absent)
    {
        var text = texts.GetValueOrDefault(Commands.ReadLanguage(call)) ?? texts.GetValueOrDefault("") ?? absent;
        return ApiAnswer.Success(new JsonObject { [parameter] = text });
    }
}
