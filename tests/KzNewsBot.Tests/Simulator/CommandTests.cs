namespace KzNewsBot.Tests.Simulator;

public sealed class CommandTests
{
    [Theory]
    [InlineData("\"{\"", "can't parse commands JSON object")]
    [InlineData("{}", "expected an Array of BotCommand")]
    [InlineData("""[{"command":" / ","description":"d"}]""", "command must be non-empty")]
    [InlineData("""[{"command":"a23456789012345678901234567890123","description":"d"}]""", "command length must not exceed 32")]
    [InlineData("""[{"command":"nato","description":"  "}]""", "command description must be non-empty")]
    [InlineData("""[{"command":"NATO","description":"d"}]""", "BOT_COMMAND_INVALID")]
    [InlineData("""[{"command":"нато","description":"d"}]""", "BOT_COMMAND_INVALID")]
    public async Task A_bad_list_is_refused_in_the_servers_words(string commands, string reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("setMyCommands", $$"""{"commands":{{commands}}}""")).ShouldRefuse(400, "Bad Request: " + reason);
    }

    [Fact]
    public async Task A_description_has_256_characters_and_a_list_100_commands()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        static string List(int count, int length) =>
            "{\"commands\":[" + string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"command":"c{{i}}","description":"{{new string('я', length)}}"}""")) + "]}";
        (await telegram.CallAsync("setMyCommands", List(100, 256))).ShouldSucceed();
        (await telegram.CallAsync("setMyCommands", List(1, 257))).ShouldRefuse(400, "Bad Request: command description length must not exceed 256");
        (await telegram.CallAsync("setMyCommands", List(101, 1))).ShouldRefuse(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
    }

    [Fact]
    public async Task Scopes_are_checked()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var channel = telegram.Simulator.CreateChat(KzNewsBot.Playground.Simulator.World.ChatKind.Channel, "Channel");
        string Body(string scope) => $$"""{"commands":[{"command":"a","description":"b"}],"scope":{{scope}}}""";
        (await telegram.CallAsync("setMyCommands", Body($$"""{"type":"chat","chat_id":{{channel}}}"""))).ShouldRefuse(400, "Bad Request: can't change commands in channel chats");
        (await telegram.CallAsync("setMyCommands", Body("""{"type":"chat_administrators","chat_id":501}"""))).ShouldRefuse(400, "Bad Request: can't use specified scope in private chats");
        (await telegram.CallAsync("setMyCommands", Body("""{"type":"chat","chat_id":502}"""))).ShouldRefuse(400, "Bad Request: chat not found");
        (await telegram.CallAsync("setMyCommands", """{"language_code":"rus"}""")).ShouldRefuse(400, "Bad Request: invalid language code specified");
    }

    [Fact]
    public async Task The_menu_of_a_chat_is_the_most_special_list_in_the_persons_language()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        async Task SetAsync(string name, string rest) =>
            (await telegram.CallAsync("setMyCommands", $$"""{"commands":[{"command":"/{{name}}","description":"d"}]{{rest}}}""")).ShouldSucceed();
        async Task<string> ShownAsync(string language) =>
            (await telegram.ControlAsync(HttpMethod.Get, $"/chats/501/commands?language={language}")).Json[0]!["command"]!.GetValue<string>();

        await SetAsync("plain", "");
        (await ShownAsync("kk")).ShouldBe("plain");
        await SetAsync("russian", ",\"language_code\":\"ru\"");
        (await ShownAsync("ru")).ShouldBe("russian");
        await SetAsync("private", ",\"scope\":{\"type\":\"all_private_chats\"}");
        (await ShownAsync("ru")).ShouldBe("private");
        await SetAsync("mine", ",\"scope\":{\"type\":\"chat\",\"chat_id\":501}");
        (await ShownAsync("ru")).ShouldBe("mine");
        (await telegram.CallAsync("deleteMyCommands", """{"scope":{"type":"chat","chat_id":501}}""")).ShouldSucceed();
        (await ShownAsync("en")).ShouldBe("private");
        (await telegram.CallAsync("getMyCommands", """{"language_code":"ru"}""")).Result[0]!["command"]!.GetValue<string>().ShouldBe("russian");
    }

    [Fact]
    public async Task The_bots_descriptions_have_limits()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("setMyDescription", $$"""{"description":"{{new string('ң', 512)}}"}""")).ShouldSucceed();
        ((int)(await telegram.CallAsync("setMyDescription", $$"""{"description":"{{new string('ң', 513)}}"}""")).Status).ShouldBe(400);
        (await telegram.CallAsync("setMyShortDescription", """{"short_description":"news"}""")).ShouldSucceed();
        (await telegram.ControlAsync(HttpMethod.Get, "/bot")).Json["shortDescription"]!.GetValue<string>().ShouldBe("news");
        (await telegram.CallAsync("setChatMenuButton", """{"menu_button":{"type":"commands"}}""")).ShouldSucceed();
    }
}
