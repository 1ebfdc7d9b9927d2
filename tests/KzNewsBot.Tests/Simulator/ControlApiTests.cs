using System.Net;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.ChatPage;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class ControlApiTests
{
    [Fact]
    public async Task A_person_writes_and_reads_the_conversation()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var written = await telegram.ControlAsync(HttpMethod.Post, "/chats/640/messages", """{"text":"/nato now","language":"kk"}""");
        written.Json["from"]!.GetValue<string>().ShouldBe("user");
        var update = (await telegram.GetUpdatesAsync())[0]!["message"]!;
        update["from"]!["language_code"]!.GetValue<string>().ShouldBe("kk");
        update["entities"]![0]!["type"]!.GetValue<string>().ShouldBe("bot_command");
        await telegram.CallAsync("sendMessage", """{"chat_id":640,"text":"Жауап","entities":[{"type":"bold","offset":0,"length":5}],"reply_markup":{"inline_keyboard":[[{"text":"1","callback_data":"d"}]]}}""");
        var messages = (await telegram.ControlAsync(HttpMethod.Get, "/chats/640/messages")).Json.AsArray();
        var reply = messages[1]!;
        reply["from"]!.GetValue<string>().ShouldBe("bot");
        reply["text"]!.GetValue<string>().ShouldBe("Жауап");
        reply["entities"]![0]!.ToJsonString().ShouldBe("""{"type":"bold","offset":0,"length":5}""");
        reply["replyMarkup"]!["inline_keyboard"]![0]![0]!["callback_data"]!.GetValue<string>().ShouldBe("d");
        reply["edited"]!.GetValue<bool>().ShouldBeFalse();
        var after = (await telegram.ControlAsync(HttpMethod.Get, $"/chats/640/messages?after={messages[0]!["messageId"]}")).Json.AsArray();
        after.Count.ShouldBe(1);
        var chats = (await telegram.ControlAsync(HttpMethod.Get, "/chats")).Json.AsArray();
        chats.Count.ShouldBe(2);
        chats[1]!["botStatus"]!.GetValue<string>().ShouldBe("member");
        chats[1]!["lastMessage"]!["text"]!.GetValue<string>().ShouldBe("Жауап");
    }

    [Theory]
    [InlineData("POST", "/chats/501/messages", "{}", 400)]
    [InlineData("POST", "/chats/501/messages", "{", 400)]
    [InlineData("POST", "/chats/501/messages", """{"text":" "}""", 400)]
    [InlineData("POST", "/chats/x/messages", """{"text":"x"}""", 400)]
    [InlineData("POST", "/chats/-5/messages", """{"text":"x"}""", 404)]
    [InlineData("GET", "/chats/77/messages", null, 404)]
    [InlineData("POST", "/chats", """{"type":"forum","title":"x"}""", 400)]
    [InlineData("POST", "/chats/501/actions", """{"action":"dance"}""", 400)]
    [InlineData("POST", "/chats/501/actions", """{"action":"kick"}""", 409)]
    [InlineData("POST", "/chats/501/buttons", """{"messageId":99,"data":"x"}""", 404)]
    [InlineData("POST", "/clock", """{"advance":"soon"}""", 400)]
    [InlineData("POST", "/clock", """{"to":"2020-01-01T00:00:00Z"}""", 409)]
    [InlineData("POST", "/clock", """{"advance":"-PT1H"}""", 409)]
    public async Task Mistakes_are_told_in_a_sentence(string method, string path, string? body, int status)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var answer = await telegram.ControlAsync(new HttpMethod(method), path, body);
        ((int)answer.Status).ShouldBe(status);
        answer.Json["error"]!.GetValue<string>().ShouldEndWith(".");
    }

    [Theory]
    [InlineData("POST", "/sim/reset", "Host", "evil.example", 403)]
    [InlineData("GET", "/", "Host", "127.0.0.1.evil.example", 403)]
    [InlineData("GET", "/sim/chats", "Host", "LOCALHOST:5080", 200)]
    [InlineData("GET", "/sim/chats", "Host", "[::1]:5080", 200)]
    [InlineData("POST", "/sim/reset", "Origin", "https://evil.example", 403)]
    [InlineData("POST", "/sim/reset", "Origin", "http://127.0.0.1:1", 403)]
    [InlineData("POST", "/sim/reset", "Origin", "null", 403)]
    [InlineData("POST", "/sim/reset", "Origin", "own", 200)]
    [InlineData("POST", "/sim/reset", "Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("GET", "/sim/chats", "Sec-Fetch-Site", "same-site", 403)]
    [InlineData("GET", $"/bot{LocalTelegram.Token}/sendMessage?chat_id=501&text=x", "Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("GET", "/sim/chats", "Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("GET", "/sim/chats", "Sec-Fetch-Site", "none", 200)]
    public async Task Only_our_own_page_and_programs_of_this_machine_are_let_in(string method, string path, string header, string value, int status)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.Add(header, value == "own" ? telegram.Simulator.Address.GetLeftPart(UriPartial.Authority) : value);
        ((int)(await telegram.SendAsync(request)).Status).ShouldBe(status);
    }

    [Theory]
    [InlineData("GET", "/", "navigate", 200)]
    [InlineData("GET", "/", "no-cors", 403)]
    [InlineData("POST", "/", "navigate", 403)]
    [InlineData("GET", "/sim/chats", "navigate", 403)]
    public async Task A_link_from_elsewhere_opens_the_page_alone(string method, string path, string mode, int status)
    {
        await using var telegram = await LocalTelegram.StartAsync(options => options with { ExtraEndpoints = routes => routes.MapChatPage() });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", mode);
        ((int)(await telegram.SendAsync(request)).Status).ShouldBe(status);
    }

    [Fact]
    public async Task A_blocked_person_cannot_write()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await telegram.ControlAsync(HttpMethod.Post, "/chats/501/actions", """{"action":"block"}""");
        (await telegram.ControlAsync(HttpMethod.Post, "/chats/501/messages", """{"text":"x"}""")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await telegram.ControlAsync(HttpMethod.Get, "/chats")).Json[0]!["botStatus"]!.GetValue<string>().ShouldBe("blocked");
        await telegram.ControlAsync(HttpMethod.Post, "/chats/501/actions", """{"action":"unblock"}""");
        (await telegram.ControlAsync(HttpMethod.Post, "/chats/501/messages", """{"text":"x"}""")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_clock_moves_forward()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.ControlAsync(HttpMethod.Post, "/clock", """{"advance":"PT1H"}""")).Json["now"]!.GetValue<string>().ShouldBe("2026-03-01T13:00:00.000Z");
        (await telegram.ControlAsync(HttpMethod.Post, "/clock", """{"to":"2026-03-02T08:00:00Z"}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await telegram.ControlAsync(HttpMethod.Get, "/clock")).Json["now"]!.GetValue<string>().ShouldBe("2026-03-02T08:00:00.000Z");
    }

    [Fact]
    public async Task The_transcript_has_everything_but_the_token()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await telegram.SendTextAsync("see " + LocalTelegram.Token);
        await telegram.CallAsync("sendMessage", """{"chat_id":9,"text":"x"}""");
        var answer = await telegram.ControlAsync(HttpMethod.Get, "/requests");
        answer.Body.ShouldNotContain(LocalTelegram.Token);
        var requests = answer.Json.AsArray();
        requests[0]!["method"]!.GetValue<string>().ShouldBe("sendMessage");
        requests[0]!["parameters"]!["chat_id"]!.GetValue<long>().ShouldBe(501);
        requests[0]!["status"]!.GetValue<int>().ShouldBe(200);
        requests[0]!["messageIds"]!.AsArray().Count.ShouldBe(1);
        requests[1]!["description"]!.GetValue<string>().ShouldBe("Bad Request: chat not found");
        (await telegram.ControlAsync(HttpMethod.Get, "/requests?method=getMe")).Json.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Findings_are_listed_and_forgotten()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":"x","odd":1}""");
        var finding = (await telegram.ControlAsync(HttpMethod.Get, "/findings")).Json[0]!;
        finding["path"]!.GetValue<string>().ShouldBe("odd");
        finding["chat"]!.GetValue<long>().ShouldBe(501);
        await telegram.ControlAsync(HttpMethod.Delete, "/findings");
        (await telegram.ControlAsync(HttpMethod.Get, "/findings")).Json.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Reset_forgets_the_conversation()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.ControlAsync(HttpMethod.Post, "/reset")).Status.ShouldBe(HttpStatusCode.OK);
        (await telegram.ControlAsync(HttpMethod.Get, "/chats")).Json.AsArray().ShouldBeEmpty();
        (await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":"x"}""")).ShouldRefuse(400, "Bad Request: chat not found");
    }

    [Fact]
    public async Task Pages_hear_of_everything_and_may_catch_up()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var id = await telegram.SendTextAsync("one");
        await telegram.CallAsync("editMessageText", $$"""{"chat_id":501,"message_id":{{id}},"text":"two"}""");
        await telegram.CallAsync("sendChatAction", """{"chat_id":501,"action":"typing"}""");
        await telegram.CallAsync("deleteMessage", $$"""{"chat_id":501,"message_id":{{id}}}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/sim/events", UriKind.Relative));
        request.Headers.Add("Last-Event-ID", "0");
        using var response = await telegram.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var names = new List<string>();
        while (names.LastOrDefault() is not "delete")
        {
            var line = (await reader.ReadLineAsync(TestContext.Current.CancellationToken))!;
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                names.Add(line[7..]);
            }
        }

        names.ShouldBe(["chat", "message", "message", "edit", "typing", "delete"]);
    }

    [Fact]
    public async Task A_second_start_keeps_the_menu_and_the_descriptions()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var first = await LocalTelegram.StartAsync(options => options with { StateFile = file }))
            {
                await first.CallAsync("setMyCommands", """{"commands":[{"command":"news","description":"Новости"}],"language_code":"ru"}""");
                await first.CallAsync("setMyCommands", """{"commands":[{"command":"mine","description":"d"}],"scope":{"type":"chat","chat_id":501}}""");
                await first.CallAsync("setMyName", """{"name":"News"}""");
                await first.CallAsync("setMyDescription", """{"description":"Жаңалықтар","language_code":"kk"}""");
                await first.CallAsync("setMyShortDescription", """{"short_description":"short"}""");
            }

            await using var second = await LocalTelegram.StartAsync(options => options with { StateFile = file });
            (await second.CallAsync("getMyCommands", """{"language_code":"ru"}""")).Result.ToJsonString().ShouldContain("\"news\"");
            (await second.ControlAsync(HttpMethod.Get, "/chats/501/commands?language=ru")).Json[0]!["command"]!.GetValue<string>().ShouldBe("mine");
            var bot = (await second.ControlAsync(HttpMethod.Get, "/bot?language=kk")).Json;
            bot["firstName"]!.GetValue<string>().ShouldBe("News");
            bot["description"]!.GetValue<string>().ShouldBe("Жаңалықтар");
            bot["shortDescription"]!.GetValue<string>().ShouldBe("short");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_second_start_goes_on_at_the_time_of_the_first()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            DateTimeOffset left;
            await using (var first = await LocalTelegram.StartAsync(options => options with { StateFile = file, Clock = VirtualClock.Following() }))
            {
                first.Simulator.Clock.Advance(TimeSpan.FromDays(6));
                left = first.Simulator.Clock.GetUtcNow();
            }

            await using var second = await LocalTelegram.StartAsync(options => options with { StateFile = file, Clock = VirtualClock.Following() });
            second.Simulator.Clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(left);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_state_without_a_menu_keeps_the_conversation()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await (await LocalTelegram.StartAsync(options => options with { StateFile = file })).DisposeAsync();
            var state = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!.AsObject();
            state.Remove("bot").ShouldBeTrue();
            await File.WriteAllTextAsync(file, state.ToJsonString(), TestContext.Current.CancellationToken);

            await using var second = await LocalTelegram.StartAsync(options => options with { StateFile = file });
            second.Simulator.Messages(501).Count.ShouldBe(2);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_second_start_keeps_a_discussion_group_and_a_slow_mode()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            long group;
            await using (var first = await LocalTelegram.StartAsync(options => options with { StateFile = file }))
            {
                var channel = first.Simulator.CreateChat(ChatKind.Channel, "Channel");
                group = first.Simulator.CreateChat(ChatKind.Supergroup, "Talk");
                first.Simulator.Play(channel, "link", new ActionDetails(Chat: group));
                first.Simulator.Play(group, "slowMode", new ActionDetails(Seconds: 60));
                first.Simulator.SendText(channel, "news");
            }

            await using var second = await LocalTelegram.StartAsync(options => options with { StateFile = file });
            var thread = second.Simulator.Messages(group)[^1].Id;
            second.Simulator.SendText(group, "/help", from: 900, replyTo: thread);
            var post = (await second.GetUpdatesAsync())[0]!["message"]!["reply_to_message"]!;
            post["is_automatic_forward"]!.GetValue<bool>().ShouldBeTrue();
            post["from"]!.ToJsonString().ShouldBe("""{"id":777000,"is_bot":false,"first_name":"Telegram"}""");
            var chat = (await second.CallAsync("getChat", $$"""{"chat_id":{{group}}}""")).Result;
            chat["linked_chat_id"].ShouldNotBeNull();
            chat["slow_mode_delay"]!.GetValue<int>().ShouldBe(60);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_second_start_keeps_the_conversation()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            int id;
            await using (var first = await LocalTelegram.StartAsync(options => options with { StateFile = file }))
            {
                id = await first.SendTextAsync("see gov.kz", ""","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""");
            }

            await using var second = await LocalTelegram.StartAsync(options => options with { StateFile = file });
            var kept = second.Simulator.Messages(501).Single(message => message.Id == id);
            kept.Content.Text.ShouldBe("see gov.kz");
            kept.Content.Entities.ShouldHaveSingleItem().Type.ShouldBe("url");
            second.Simulator.PressButton(501, id, "b");
            (await second.CallAsync("editMessageText", $$"""{"chat_id":501,"message_id":{{id}},"text":"new"}""")).ShouldSucceed();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
