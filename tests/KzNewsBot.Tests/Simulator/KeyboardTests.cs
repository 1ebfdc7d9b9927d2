using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class KeyboardTests
{
    [Theory]
    [InlineData("{", "can't parse reply keyboard markup JSON object")]
    [InlineData("[]", "object expected as reply markup")]
    [InlineData("""{"inline_keyboard":[{"text":"a"}]}""", "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays")]
    [InlineData("""{"inline_keyboard":[[{"callback_data":"a"}]]}""", "can't parse inline keyboard button: Can't find field \"text\"")]
    [InlineData("""{"inline_keyboard":[[{"text":"a"}]]}""", "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","callback_data":""}]]}""", "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","callback_data":null}]]}""", "can't parse inline keyboard button: Field \"callback_data\" must be of type String")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","url":"http://localhost/x"}]]}""", "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","url":"ftp://kz.example"}]]}""", "inline keyboard button URL 'ftp://kz.example' is invalid: Unsupported URL protocol")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","url":"https:///x"}]]}""", "inline keyboard button URL 'https:///x' is invalid: URL host is empty")]
    [InlineData("""{"inline_keyboard":[[{"text":"a","web_app":{"url":"http://kz.example"}}]]}""", "inline keyboard button Web App URL 'http://kz.example' is invalid: Only HTTPS links are allowed")]
    public async Task A_bad_keyboard_is_refused_in_the_servers_words(string markup, string reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        using var form = new FormUrlEncodedContent([new("chat_id", "501"), new("text", "x"), new("reply_markup", markup)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/bot{LocalTelegram.Token}/sendMessage", UriKind.Relative)) { Content = form };
        (await telegram.SendAsync(request)).ShouldRefuse(400, "Bad Request: " + reason);
    }

    [Fact]
    public async Task Callback_data_may_have_64_bytes()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        string Body(string data) => $$$"""{"chat_id":501,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"{{{data}}}"}]]}}""";
        (await telegram.CallAsync("sendMessage", Body(new string('ж', 32)))).ShouldSucceed();
        (await telegram.CallAsync("sendMessage", Body(new string('ж', 32) + "x"))).ShouldRefuse(400, "Bad Request: BUTTON_DATA_INVALID");
    }

    [Fact]
    public async Task A_hundred_buttons_fit()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        string Body(int rows) => "{\"chat_id\":501,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":["
            + string.Join(',', Enumerable.Repeat("[" + string.Join(',', Enumerable.Repeat("""{"text":"a","callback_data":"b"}""", 10)) + "]", rows)) + "]}}";
        (await telegram.CallAsync("sendMessage", Body(10))).ShouldSucceed();
        (await telegram.CallAsync("sendMessage", Body(11))).ShouldRefuse(400, "Bad Request: reply markup is too long");
    }

    [Fact]
    public async Task A_long_row_is_cut_and_a_nameless_button_dropped_and_both_are_found()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var buttons = string.Join(',', Enumerable.Repeat("""{"text":"a","callback_data":"b"}""", 13).Append("""{"text":"","callback_data":"c"}"""));
        var sent = await telegram.CallAsync("sendMessage", "{\"chat_id\":501,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[" + buttons + "]]}}");
        sent.Result["reply_markup"]!["inline_keyboard"]![0]!.AsArray().Count.ShouldBe(12);
        telegram.Simulator.Findings().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_web_app_button_works_in_private_chats_only()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Group, "Group");
        string Body(long chat) => $$$"""{"chat_id":{{{chat}}},"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","web_app":{"url":"https://kz.example"}}]]}}""";
        (await telegram.CallAsync("sendMessage", Body(501))).ShouldSucceed();
        (await telegram.CallAsync("sendMessage", Body(group))).ShouldRefuse(400, "Bad Request: BUTTON_TYPE_INVALID");
    }

    [Fact]
    public async Task A_channel_takes_no_inline_query_button()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var channel = telegram.Simulator.CreateChat(ChatKind.Channel, "Channel");
        (await telegram.CallAsync("sendMessage", $$$"""{"chat_id":{{{channel}}},"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","switch_inline_query":""}]]}}"""))
            .ShouldRefuse(400, "Bad Request: can't use switch_inline_query button in a channel chat, because users will not be able to use the button without knowing bot's username");
    }

    [Fact]
    public async Task Addresses_are_normalised()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var id = await telegram.SendTextAsync(extra: ""","reply_markup":{"inline_keyboard":[[{"text":"a","url":"KZ.example"}]]}""");
        var keyboard = telegram.Simulator.Messages(501).Single(message => message.Id == id).Keyboard!;
        keyboard["inline_keyboard"]![0]![0]!["url"]!.GetValue<string>().ShouldBe("http://kz.example/");
    }
}
