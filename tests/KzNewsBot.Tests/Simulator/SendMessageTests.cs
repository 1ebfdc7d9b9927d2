using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class SendMessageTests
{
    [Fact]
    public async Task A_text_of_4096_code_points_fits_and_one_more_does_not()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var emoji = string.Concat(Enumerable.Repeat("\U0001F600", 4096));
        var sent = await telegram.CallAsync("sendMessage", $$"""{"chat_id":501,"text":"{{emoji}}"}""");
        sent.ShouldSucceed();
        sent.Result["text"]!.GetValue<string>().Length.ShouldBe(8192);
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":501,"text":"{{emoji}}\uD83D\uDE00"}"""))
            .ShouldRefuse(400, "Bad Request: message is too long");
        (await telegram.CallAsync("editMessageText", $$"""{"chat_id":501,"message_id":{{sent.Result["message_id"]}},"text":"{{emoji}}x"}"""))
            .ShouldRefuse(400, "Bad Request: MESSAGE_TOO_LONG");
    }

    [Fact]
    public async Task The_length_counts_after_cleaning()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":501,"text":"{{new string('x', 4096)}}\r\u202E  \n"}""")).ShouldSucceed();
    }

    [Theory]
    [InlineData("""{"chat_id":501}""", "message text is empty")]
    [InlineData("""{"chat_id":501,"text":""}""", "message text is empty")]
    [InlineData("""{"chat_id":501,"text":" \n\t "}""", "text must be non-empty")]
    [InlineData("""{"chat_id":501,"text":"<b></b>","parse_mode":"HTML"}""", "text must be non-empty")]
    [InlineData("""{"text":"x"}""", "chat_id is empty")]
    [InlineData("""{"chat_id":"me","text":"x"}""", "chat not found")]
    [InlineData("""{"chat_id":777,"text":"x"}""", "chat not found")]
    [InlineData("""{"chat_id":"@nobody","text":"x"}""", "chat not found")]
    [InlineData("""{"chat_id":501,"text":"x","parse_mode":"BBCode"}""", "unsupported parse_mode")]
    [InlineData("""{"chat_id":501,"text":"<b>x","parse_mode":"Html"}""", "can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("""{"chat_id":501,"text":"x","link_preview_options":"{"}""", "can't parse link preview options JSON object")]
    [InlineData("""{"chat_id":501,"text":"x","link_preview_options":[]}""", "object expected as link preview options")]
    [InlineData("""{"chat_id":501,"text":"x","reply_parameters":"{"}""", "can't parse reply parameters JSON object")]
    [InlineData("""{"chat_id":501,"text":"x","reply_parameters":null}""", "object expected as reply parameters")]
    [InlineData("""{"chat_id":501,"text":"x","reply_parameters":{"message_id":9999}}""", "message to be replied not found")]
    [InlineData("""{"chat_id":501,"text":"x","reply_parameters":{"message_id":1,"quote":"absent"}}""", "QUOTE_TEXT_INVALID")]
    public async Task A_bad_request_is_refused_in_the_servers_words(string body, string reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendMessage", body)).ShouldRefuse(400, "Bad Request: " + reason);
    }

    [Fact]
    public async Task Raw_text_over_32768_bytes_is_refused_before_parsing()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":501,"text":"{{new string('я', 16384)}}"}""")).ShouldRefuse(400, "Bad Request: message is too long");
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":501,"text":"{{new string('я', 16385)}}"}""")).ShouldRefuse(400, "Bad Request: text is too long");
    }

    [Fact]
    public async Task Earlier_checks_win()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendMessage", """{"chat_id":777,"text":"<q>","parse_mode":"HTML","reply_markup":"{"}"""))
            .ShouldRefuse(400, "Bad Request: can't parse entities: Unsupported start tag \"q\" at byte offset 0");
        (await telegram.CallAsync("sendMessage", """{"chat_id":777,"text":"x","reply_markup":"{"}"""))
            .ShouldRefuse(400, "Bad Request: can't parse reply keyboard markup JSON object");
        (await telegram.CallAsync("sendMessage", """{"chat_id":777,"text":" "}""")).ShouldRefuse(400, "Bad Request: chat not found");
    }

    [Fact]
    public async Task A_reply_shows_what_it_answers()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var answer = await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":"x","reply_parameters":{"message_id":1,"quote":"hell"}}""");
        answer.Result["reply_to_message"]!["text"]!.GetValue<string>().ShouldBe("hello");
        (await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":"x","reply_parameters":{"message_id":99,"allow_sending_without_reply":true}}""")).ShouldSucceed();
    }

    [Fact]
    public async Task Private_chats_and_basic_groups_share_message_numbers_and_supergroups_do_not()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Group, "Group");
        var supergroup = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Super");
        var first = await telegram.SendTextAsync();
        var second = (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{group}},"text":"x"}""")).Result;
        var third = (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{supergroup}},"text":"x"}""")).Result;
        second["message_id"]!.GetValue<int>().ShouldBe(first + 1);
        third["message_id"]!.GetValue<int>().ShouldBe(2);
        third["chat"]!["type"]!.GetValue<string>().ShouldBe("supergroup");
        third["from"]!["is_bot"]!.GetValue<bool>().ShouldBeTrue();
        third["date"]!.GetValue<long>().ShouldBe(telegram.Clock.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_supergroup_is_known_by_its_username()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await telegram.ControlAsync(HttpMethod.Post, "/chats", """{"type":"supergroup","title":"Talk","username":"kz_talk"}""");
        (await telegram.CallAsync("sendMessage", """{"chat_id":"@KZ_Talk","text":"x"}""")).ShouldSucceed();
    }
}
