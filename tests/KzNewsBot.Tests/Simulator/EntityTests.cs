namespace KzNewsBot.Tests.Simulator;

/// <summary>Entities as the bot names them: what the server cannot use refuses the message.</summary>
public sealed class EntityTests
{
    [Theory]
    [InlineData("http://newsroom/a", "Wrong HTTP URL")]
    [InlineData("localhost", "Wrong HTTP URL")]
    [InlineData("ftp://gov.kz/a", "Unsupported URL protocol")]
    [InlineData("", "URL host is empty")]
    public async Task A_link_that_leads_nowhere_refuses_the_message(string url, string reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var link = $$"""[{"type":"text_link","offset":0,"length":1,"url":"{{url}}"}]""";
        var id = await telegram.SendTextAsync();
        foreach (var (method, rest) in new[]
        {
            ("sendMessage", $"\"text\":\"x\",\"entities\":{link}"),
            ("editMessageText", $"\"message_id\":{id},\"text\":\"x\",\"entities\":{link}"),
            ("sendPhoto", $"\"photo\":\"https://kz.example/a.jpg\",\"caption\":\"x\",\"caption_entities\":{link}"),
        })
        {
            (await telegram.CallAsync(method, $$"""{"chat_id":501,{{rest}}}""")).ShouldRefuse(400, $"Bad Request: entity URL '{url}' is invalid: {reason}");
        }

        telegram.Simulator.Messages(501).Count(message => message.IsFromBot).ShouldBe(1);
    }

    [Fact]
    public async Task Of_HTML_the_same_link_is_just_left_out()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var sent = await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":"<a href=\"http://newsroom/a\">x</a>","parse_mode":"HTML"}""");
        sent.ShouldSucceed();
        sent.Result["entities"].ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"type":"text_link","offset":0,"length":1,"url":"GOV.kz"}""", """{"type":"text_link","offset":0,"length":1,"url":"http://gov.kz/"}""")]
    [InlineData("""{"type":"bold","offset":"0","length":"1"}""", """{"type":"bold","offset":0,"length":1}""")]
    [InlineData("""{"type":"bank_card_number","offset":0,"length":1}""", null)]
    public async Task A_usable_entity_is_written_as_the_server_has_it(string asked, string? stored)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var sent = await telegram.CallAsync("sendMessage", $$"""{"chat_id":501,"text":"x","entities":[{{asked}}]}""");
        sent.ShouldSucceed();
        sent.Result["entities"]?[0]!.ToJsonString().ShouldBe(stored);
    }

    [Theory]
    [InlineData("7", "expected an Object")]
    [InlineData("""{"type":"bold","length":1}""", "Can't find field \"offset\"")]
    [InlineData("""{"type":"bold","offset":0,"length":"long"}""", "Field \"length\" must be of type Number")]
    [InlineData("""{"offset":0,"length":1}""", "Can't find field \"type\"")]
    [InlineData("""{"type":"","offset":0,"length":1}""", "Type is not specified")]
    [InlineData("""{"type":"blink","offset":0,"length":1}""", "Unsupported type specified")]
    [InlineData("""{"type":"text_link","offset":0,"length":1}""", "Can't find field \"url\"")]
    [InlineData("""{"type":"text_mention","offset":0,"length":1}""", "Can't find field \"user\"")]
    [InlineData("""{"type":"date_time","offset":0,"length":1}""", "Can't find field \"unix_time\"")]
    public async Task An_entity_that_cannot_be_read_refuses_the_message(string entity, string reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":501,"text":"x","entities":[{{entity}}]}""")).ShouldRefuse(400, "Bad Request: can't parse MessageEntity: " + reason);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_before_the_chat_is_looked_for_and_what_does_not_fit_after()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendMessage", """{"chat_id":777,"text":"x","entities":[{"type":"blink","offset":0,"length":1}]}"""))
            .ShouldRefuse(400, "Bad Request: can't parse MessageEntity: Unsupported type specified");
        (await telegram.CallAsync("sendMessage", """{"chat_id":777,"text":"x","entities":[{"type":"text_link","offset":0,"length":1,"url":"localhost"}]}"""))
            .ShouldRefuse(400, "Bad Request: chat not found");
    }

    [Theory]
    // Twelve bytes for each and its address: 19 × 488 + 228 = 9,500.
    [InlineData(216, null)]
    [InlineData(217, "Bad Request: ENTITIES_TOO_LONG")]
    public async Task Entities_weigh_9500_bytes_at_most(int last, string? refusal)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var id = await telegram.SendTextAsync();
        var lengths = Enumerable.Repeat(476, 19).Append(last);
        var entities = string.Join(',', lengths.Select((length, i) => $$"""{"type":"text_link","offset":{{2 * i}},"length":1,"url":"{{Address(length)}}"}"""));
        var text = string.Join(' ', Enumerable.Repeat('x', 20));
        foreach (var (method, rest) in new[]
        {
            ("sendMessage", $"\"text\":\"{text}\",\"entities\":[{entities}]"),
            ("editMessageText", $"\"message_id\":{id},\"text\":\"{text}\",\"entities\":[{entities}]"),
            ("sendPhoto", $"\"photo\":\"https://kz.example/a.jpg\",\"caption\":\"{text}\",\"caption_entities\":[{entities}]"),
        })
        {
            (await telegram.CallAsync(method, $$"""{"chat_id":501,{{rest}}}""")).Description.ShouldBe(refusal);
        }
    }

    private static string Address(int bytes) => "https://gov.kz/" + new string('a', bytes - "https://gov.kz/".Length);
}
