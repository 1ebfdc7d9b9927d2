using System.Globalization;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Control;

/// <summary>The /sim endpoints: what people, tests and the chat page do with the simulated Telegram.</summary>
internal sealed class ControlApi(SimulatedWorld world)
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var sim = endpoints.MapGroup("/sim");
        MapChats(sim);
        MapClock(sim);
        MapFaults(sim);
        MapRecords(sim);
        sim.MapGet("/events", (RequestDelegate)new EventEndpoint(world).HandleAsync);
        sim.MapPost("/inline", Handle((_, body) => new JsonObject
        {
            ["inlineQueryId"] = People.Ask(world, body.RequiredNumber("from"), body.Text("query") ?? "").Id,
        }));
        sim.MapGet("/inline/{id}", Handle((http, _) =>
            world.InlineQueries.TryGetValue(Route(http, "id"), out var query)
                ? new JsonObject { ["answered"] = query.Answer is not null, ["answer"] = query.Answer?.DeepClone() }
                : throw ControlErrorException.NotFound("There is no such inline query.")));
        sim.MapGet("/bot", Handle((http, _) => Bot(http.Request.Query["language"].ToString())));
        sim.MapGet("/files/{id}", (RequestDelegate)SendFileAsync);
        sim.MapPost("/reset", Handle((_, _) =>
        {
            world.Reset();
            return new JsonObject();
        }));
    }

    private void MapChats(RouteGroupBuilder sim)
    {
        sim.MapGet("/chats", Handle((_, _) => Array(world.Chats.Values.Select(chat => ControlJson.Chat(world, chat)))));
        sim.MapPost("/chats", Handle((_, body) => ControlJson.Chat(world, CreateChat(body))));
        sim.MapGet("/chats/{chatId}/messages", Handle((http, _) => Messages(http)));
        sim.MapPost("/chats/{chatId}/messages", Handle((http, body) => Write(http, body)));
        sim.MapPost("/chats/{chatId}/buttons", Handle((http, body) => new JsonObject
        {
            ["callbackQueryId"] = People.Press(
                world, ChatId(http), (int)body.RequiredNumber("messageId"), body.RequiredText("data"), body.Number("from")).Id,
        }));
        sim.MapPost("/chats/{chatId}/actions", Handle((http, body) => Play(http, body)));
        sim.MapGet("/chats/{chatId}/commands", Handle((http, _) => ShownCommands(http)));
    }

    private void MapClock(RouteGroupBuilder sim)
    {
        sim.MapGet("/clock", Handle((_, _) => ControlJson.Clock(world.Clock)));
        sim.MapPost("/clock", Handle(
            (_, body) =>
            {
                var step = body.Duration("advance") ?? body.Instant("to") - world.Now
                    ?? throw ControlErrorException.BadRequest("Give \"advance\", a duration, or \"to\", an instant.");
                if (step < TimeSpan.Zero)
                {
                    throw ControlErrorException.Conflict("The clock moves forward only.");
                }

                world.Clock.Advance(step);
                var clock = ControlJson.Clock(world.Clock);
                world.Events.Publish("clock", clock);
                return clock;
            },
            locked: false));
    }

    private void MapFaults(RouteGroupBuilder sim)
    {
        sim.MapGet("/faults", Handle((_, _) => Array(world.Faults.Planned.Select(ControlJson.Fault))));
        sim.MapPost("/faults", Handle((_, body) =>
        {
            var fault = FaultOrder.Read(body);
            world.Faults.Add(fault);
            return ControlJson.Fault(fault);
        }));
        sim.MapDelete("/faults", Handle((_, _) =>
        {
            world.Faults.Clear();
            return new JsonObject();
        }));
    }

    private void MapRecords(RouteGroupBuilder sim)
    {
        sim.MapGet("/findings", Handle((_, _) =>
        {
            world.ReportSlowCallbacks();
            return Array(world.Findings.All.Select(ControlJson.Finding));
        }));
        sim.MapDelete("/findings", Handle((_, _) =>
        {
            world.Findings.Clear();
            return new JsonObject();
        }));
        sim.MapGet("/requests", Handle((http, _) =>
        {
            var method = http.Request.Query["method"].ToString();
            return Array(world.Requests.All
                .Where(request => method.Length == 0 || string.Equals(request.Method, method, StringComparison.OrdinalIgnoreCase))
                .Select(ControlJson.Request));
        }));
    }

    private SimulatedChat CreateChat(ControlBody body)
    {
        var kind = body.RequiredText("type") switch
        {
            "private" => ChatKind.Private,
            "group" => ChatKind.Group,
            "supergroup" => ChatKind.Supergroup,
            "channel" => ChatKind.Channel,
            var other => throw ControlErrorException.BadRequest($"The chat type \"{other}\" is not known."),
        };
        var chat = ChatActions.Create(world, kind, body.RequiredText("title"), body.Number("id"), body.Text("language"), body.Flag("forum"), body.Number("from"));
        chat.Username = body.Text("username") ?? chat.Username;
        return chat;
    }

    private JsonArray Messages(HttpContext http)
    {
        var after = int.TryParse(http.Request.Query["after"], CultureInfo.InvariantCulture, out var number) ? number : 0;
        var chat = People.FindChat(world, ChatId(http));
        return Array(chat.Messages.Values.Where(message => message.Id > after).Select(message => ControlJson.Message(world, chat, message)));
    }

    private JsonObject Write(HttpContext http, ControlBody body)
    {
        var written = new WrittenMessage(
            body.RequiredText("text"), body.Number("from"), (int?)body.Number("thread"), (int?)body.Number("replyTo"), body.Text("language"));
        var (chat, message) = People.Write(world, ChatId(http), written);
        return ControlJson.Message(world, chat, message);
    }

    private JsonObject Play(HttpContext http, ControlBody body)
    {
        var id = ChatId(http);
        var chat = id > 0 ? People.OpenPrivateChat(world, id, language: body.Text("language")) : People.FindChat(world, id);
        var details = new ActionDetails(
            body.Number("from"), body.Text("payload"), (int?)body.Number("thread"), body.Text("name"), (int?)body.Number("seconds"), body.Number("chat"));
        return ChatActions.Play(world, chat, body.RequiredText("action"), details);
    }

    private JsonArray ShownCommands(HttpContext http)
    {
        var chat = People.FindChat(world, ChatId(http));
        var userId = long.TryParse(http.Request.Query["user"], CultureInfo.InvariantCulture, out var asked) ? asked : Math.Abs(chat.Id);
        var language = http.Request.Query["language"].ToString();
        var isAdministrator = chat.Members.GetValueOrDefault(userId) is MemberStatus.Administrator or MemberStatus.Creator;
        return Array(world.Bot.Menus.Shown(chat, userId, isAdministrator, language).Select(command => command.ToJson()));
    }

    /// <summary>As Telegram shows the bot to people of this language; whatever it didn't say in it, it says to everybody.</summary>
    private JsonObject Bot(string language)
    {
        var bot = world.Bot;
        return new JsonObject
        {
            ["id"] = bot.User.Id,
            ["username"] = bot.User.Username,
            ["firstName"] = In(bot.Names) ?? bot.User.FirstName,
            ["description"] = In(bot.Descriptions) ?? "",
            ["shortDescription"] = In(bot.ShortDescriptions) ?? "",
        };

        string? In(Dictionary<string, string> texts) => texts.GetValueOrDefault(language) ?? texts.GetValueOrDefault("");
    }

    private async Task SendFileAsync(HttpContext http)
    {
        byte[]? content;
        lock (world.Gate)
        {
            content = world.Files.GetValueOrDefault(Route(http, "id"));
        }

        await FileAnswer.WriteAsync(http, content);
    }

    private RequestDelegate Handle(Func<HttpContext, ControlBody, JsonNode> answer, bool locked = true) => async http =>
    {
        try
        {
            var body = await ControlBody.ReadAsync(http.Request, http.RequestAborted);
            await WriteAsync(http, 200, locked ? Locked(() => answer(http, body)) : answer(http, body));
        }
        catch (ControlErrorException e)
        {
            await WriteAsync(http, e.Status, new JsonObject { ["error"] = e.Message });
        }
    };

    private JsonNode Locked(Func<JsonNode> answer)
    {
        lock (world.Gate)
        {
            return answer();
        }
    }

    private static Task WriteAsync(HttpContext http, int status, JsonNode answer)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(answer.ToJsonString(), http.RequestAborted);
    }

    private static string Route(HttpContext http, string name) => http.Request.RouteValues[name]?.ToString() ?? "";

    private static long ChatId(HttpContext http) =>
        long.TryParse(Route(http, "chatId"), CultureInfo.InvariantCulture, out var id)
            ? id
            : throw ControlErrorException.BadRequest("The chat id must be an integer.");

    private static JsonArray Array(IEnumerable<JsonObject> items) => [.. items];
}
