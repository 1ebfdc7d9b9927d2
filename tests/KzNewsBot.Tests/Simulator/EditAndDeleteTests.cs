using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class EditAndDeleteTests
{
    private const string Button = ""","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""";
    private const string NotModified = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused_and_every_part_counts()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var id = await telegram.SendTextAsync("text", Button);
        var start = $$"""{"chat_id":501,"message_id":{{id}},"text":""";
        (await telegram.CallAsync("editMessageText", start + "\" text \"" + Button + "}")).ShouldRefuse(400, NotModified);
        var styled = await telegram.CallAsync("editMessageText", start + "\"text\",\"entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":4}]" + Button + "}");
        styled.ShouldSucceed();
        styled.Result["edit_date"].ShouldNotBeNull();
        (await telegram.CallAsync("editMessageText", start + "\"text\"" + Button + "}")).ShouldSucceed();
        (await telegram.CallAsync("editMessageText", start + "\"text\"}")).ShouldSucceed();
        (await telegram.CallAsync("editMessageReplyMarkup", $$"""{"chat_id":501,"message_id":{{id}}}""")).ShouldRefuse(400, NotModified);
        (await telegram.CallAsync("editMessageReplyMarkup", $$"""{"chat_id":501,"message_id":{{id}}{{Button}}}""")).ShouldSucceed();
        telegram.Simulator.Findings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"text":"x"}""", "message identifier is not specified")]
    [InlineData("""{"chat_id":501,"text":"x"}""", "message to edit not found")]
    [InlineData("""{"chat_id":501,"message_id":99,"text":"x"}""", "message to edit not found")]
    [InlineData("""{"chat_id":501,"message_id":1,"text":"x"}""", "message can't be edited")]
    [InlineData("""{"chat_id":501,"message_id":1}""", "message text is empty")]
    [InlineData("""{"inline_message_id":"abc","text":"x"}""", "MESSAGE_ID_INVALID")]
    [InlineData("""{"chat_id":501,"message_id":1,"text":"x","reply_markup":{"remove_keyboard":true}}""", "inline keyboard expected")]
    public async Task A_bad_edit_is_refused_in_the_servers_words(string body, string reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("editMessageText", body)).ShouldRefuse(400, "Bad Request: " + reason);
    }

    [Fact]
    public async Task Photos_have_no_text_and_custom_keyboards_forbid_editing()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var photo = (await telegram.CallAsync("sendPhoto", """{"chat_id":501,"photo":"https://kz.example/a.jpg"}""")).Result["message_id"];
        (await telegram.CallAsync("editMessageText", $$"""{"chat_id":501,"message_id":{{photo}},"text":"x"}""")).ShouldRefuse(400, "Bad Request: there is no text in the message to edit");
        var keyboard = await telegram.SendTextAsync("x", ""","reply_markup":{"keyboard":[[{"text":"a"}]]}""");
        (await telegram.CallAsync("editMessageText", $$"""{"chat_id":501,"message_id":{{keyboard}},"text":"y"}""")).ShouldRefuse(400, "Bad Request: message can't be edited");
    }

    [Fact]
    public async Task Deleting_works_for_48_hours_and_once()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var young = await telegram.SendTextAsync();
        (await telegram.CallAsync("deleteMessage", $$"""{"chat_id":501,"message_id":{{young}}}""")).ShouldSucceed();
        (await telegram.CallAsync("deleteMessage", $$"""{"chat_id":501,"message_id":{{young}}}""")).ShouldRefuse(400, "Bad Request: message to delete not found");
        (await telegram.CallAsync("deleteMessage")).ShouldRefuse(400, "Bad Request: message identifier is not specified");
        var old = await telegram.SendTextAsync();
        telegram.Clock.Advance(TimeSpan.FromHours(48));
        (await telegram.CallAsync("deleteMessage", $$"""{"chat_id":501,"message_id":{{old}}}""")).ShouldRefuse(400, "Bad Request: message can't be deleted for everyone");
    }

    [Fact]
    public async Task In_a_group_only_administrators_delete_what_others_wrote()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Group");
        var id = telegram.Simulator.SendText(group, "spam", from: 900);
        (await telegram.CallAsync("deleteMessage", $$"""{"chat_id":{{group}},"message_id":{{id}}}""")).ShouldRefuse(400, "Bad Request: message can't be deleted");
        telegram.Simulator.Play(group, "promote");
        (await telegram.CallAsync("deleteMessage", $$"""{"chat_id":{{group}},"message_id":{{id}}}""")).ShouldSucceed();
    }

    [Fact]
    public async Task Many_are_deleted_at_once_and_unknown_ones_skipped()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var id = await telegram.SendTextAsync();
        (await telegram.CallAsync("deleteMessages", $$"""{"chat_id":501,"message_ids":[{{id}},4000]}""")).ShouldSucceed();
        telegram.Simulator.Messages(501).ShouldNotContain(message => message.Id == id);
        (await telegram.CallAsync("deleteMessages", $$"""{"chat_id":501,"message_ids":[{{string.Join(',', Enumerable.Range(1, 101))}}]}"""))
            .ShouldRefuse(400, "Bad Request: too many message identifiers specified");
    }
}
