namespace KzNewsBot.Tests.Simulator;

public sealed class FindingTests
{
    [Theory]
    [InlineData("sendMessage", """{"chat_id":501,"text":"x","colour":"red"}""", "colour is not known to the Bot API")]
    [InlineData("sendMessage", """{"chat_id":501,"text":"x","disable_web_page_preview":true}""", "disable_web_page_preview is deprecated, link_preview_options replaced it")]
    [InlineData("sendMessage", """{"chat_id":501,"text":5}""", "text must be String, not Number")]
    [InlineData("sendMessage", """{"text":"x"}""", "chat_id is required but missing")]
    [InlineData("sendMessage", """{"chat_id":501,"text":"x","parse_mode":"HTML"}""", "parse_mode is used; the bot sends text with entities only")]
    [InlineData("sendMessage", """{"chat_id":501,"text":"x","entities":[{"type":"bold","offset":0,"length":1,"colour":1}]}""", "entities[0].colour is not known to the Bot API")]
    [InlineData("sendMessage", """{"chat_id":501,"text":"x","entities":[{"type":"bold","offset":0,"length":0}]}""", "text entity bold at 0+0 is empty and is dropped")]
    [InlineData("sendMessage", """{"chat_id":501,"text":"x\u202Ey"}""", "text the text contained characters that the server removes or turns into spaces")]
    [InlineData("sendMessage", """{"chat_id":501,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b","tooltip":"c"}]]}}""", "reply_markup.inline_keyboard[0][0].tooltip is not known to the Bot API")]
    [InlineData("editMessageText", """{"chat_id":501,"message_id":1}""", "text is required but missing (or rich_message)")]
    [InlineData("setMyCommands", """{"commands":[{"command":"a"}]}""", "commands[0].description is required but missing")]
    [InlineData("answerInlineQuery", """{"inline_query_id":"1","results":[{"type":"article","id":"1","input_message_content":{"message_text":"x"}}]}""", "results[0].title is required but missing")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"everybody"}}""", "scope.type has the unknown value \"everybody\"")]
    [InlineData("sendMesage", """{"chat_id":501}""", "the Bot API has no such method")]
    [InlineData("sendPoll", """{"chat_id":501}""", "the simulator does not play this method")]
    [InlineData("sendMessage", """{"chat_id":501,"text":"x","parse_mode":"MarkdownV2"}""", "parse_mode is used; the bot sends text with entities only")]
    public async Task Carelessness_is_found_with_its_place(string method, string body, string sentence)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await telegram.CallAsync(method, body);
        var findings = telegram.Simulator.Findings();
        findings.ShouldContain(finding => string.Equals(finding.Sentence, sentence, StringComparison.Ordinal), string.Join('\n', findings.Select(finding => finding.Sentence)));
        findings[0].Method.ShouldBe(method);
        findings.ShouldAllBe(finding => !finding.IsStyle);
    }

    [Theory]
    [InlineData("""{"chat_id":501,"text":"x","message_thread_id":"7"}""", "message_thread_id")]
    [InlineData("""{"chat_id":501,"text":"x","entities":"[]"}""", "entities")]
    public async Task A_value_packed_into_a_string_is_bad_style(string body, string path)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await telegram.CallAsync("sendMessage", body);
        var finding = telegram.Simulator.Findings().ShouldHaveSingleItem();
        finding.IsStyle.ShouldBeTrue();
        finding.Path.ShouldBe(path);
    }

    [Fact]
    public async Task A_clean_conversation_has_no_findings()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendMessage", """
            {"chat_id":501,"text":"Новости: gov.kz","entities":[{"type":"bold","offset":0,"length":7},{"type":"text_link","offset":9,"length":3,"url":"https://gov.kz/"}],
             "link_preview_options":{"is_disabled":true},"disable_notification":true,
             "reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"},{"text":"u","url":"https://gov.kz/"}]]}}
            """)).ShouldSucceed();
        using var form = new FormUrlEncodedContent([new("chat_id", "501"), new("text", "x"), new("entities", "[]"), new("disable_notification", "True")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/bot{LocalTelegram.Token}/sendMessage", UriKind.Relative)) { Content = form };
        (await telegram.SendAsync(request)).ShouldSucceed();
        await telegram.GetUpdatesAsync("""{"offset":0,"limit":100,"timeout":0,"allowed_updates":["message","callback_query"]}""");
        telegram.Simulator.Findings().ShouldBeEmpty();
    }
}
