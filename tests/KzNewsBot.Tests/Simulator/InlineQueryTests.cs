namespace KzNewsBot.Tests.Simulator;

public sealed class InlineQueryTests
{
    private const string Article = """{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"x"}}""";

    [Theory]
    [InlineData("""[{"type":"article"}]""", "", "can't parse inline query result: Can't find field \"id\"")]
    [InlineData("""[{"type":"article","id":"1","title":"t"}]""", "", "can't parse inline query result: Input message content is not specified")]
    [InlineData("[" + Article + "," + Article + "]", "", "RESULT_ID_DUPLICATE")]
    [InlineData("""[{"type":"article","id":"","title":"t","input_message_content":{"message_text":"x"}}]""", "", "RESULT_ID_INVALID")]
    [InlineData("[]", ",\"next_offset\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "NEXT_OFFSET_INVALID")]
    [InlineData("[]", ",\"button\":{\"text\":\"b\",\"start_parameter\":\"\"}", "can't use empty start_parameter")]
    [InlineData("[]", ",\"button\":{\"text\":\"b\",\"start_parameter\":\"a b\"}", "unallowed characters in start_parameter are used")]
    [InlineData("[]", ",\"button\":{\"text\":\"b\",\"start_parameter\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}", "too long start_parameter specified")]
    public async Task A_bad_answer_is_refused_in_the_servers_words(string results, string rest, string reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var id = await AskAsync(telegram);
        (await telegram.CallNowAsync("answerInlineQuery", $$"""{"inline_query_id":"{{id}}","results":{{results}}{{rest}}}""")).ShouldRefuse(400, "Bad Request: " + reason);
    }

    [Fact]
    public async Task A_query_is_asked_and_answered_within_thirty_seconds()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var id = await AskAsync(telegram);
        (await telegram.GetUpdatesAsync())[0]!["inline_query"]!["query"]!.GetValue<string>().ShouldBe("nato");
        (await telegram.CallNowAsync("answerInlineQuery", $$"""{"inline_query_id":"{{id}}","results":[{{Article}}]}""")).ShouldSucceed();
        (await telegram.ControlAsync(HttpMethod.Get, "/inline/" + id)).Json["answer"]!["results"]![0]!["title"]!.GetValue<string>().ShouldBe("t");
        var late = await AskAsync(telegram);
        telegram.Clock.Advance(TimeSpan.FromSeconds(31));
        (await telegram.CallNowAsync("answerInlineQuery", $$"""{"inline_query_id":"{{late}}","results":[]}"""))
            .ShouldRefuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        var tooMany = string.Join(',', Enumerable.Repeat(Article, 51));
        (await telegram.CallNowAsync("answerInlineQuery", $$"""{"inline_query_id":"{{late}}","results":[{{tooMany}}]}""")).ShouldRefuse(400, "Bad Request: too many inline query results specified");
    }

    private static async Task<string> AskAsync(LocalTelegram telegram) =>
        (await telegram.ControlAsync(HttpMethod.Post, "/inline", """{"from":501,"query":"nato"}""")).Json["inlineQueryId"]!.GetValue<string>();
}
