using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class ChatAccessTests
{
    [Theory]
    [InlineData("block", 403, "Forbidden: bot was blocked by the user")]
    [InlineData("deactivate", 403, "Forbidden: user is deactivated")]
    public async Task A_closed_private_chat_refuses_sending_editing_and_typing(string action, int code, string description)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var id = await telegram.SendTextAsync();
        telegram.Simulator.Play(LocalTelegram.Reader, action);
        (await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":"x"}""")).ShouldRefuse(code, description);
        (await telegram.CallAsync("editMessageText", $$"""{"chat_id":501,"message_id":{{id}},"text":"y"}""")).ShouldRefuse(code, description);
        (await telegram.CallAsync("sendChatAction", """{"chat_id":501,"action":"typing"}""")).ShouldRefuse(code, description);
    }

    [Fact]
    public async Task A_person_known_only_from_a_group_cannot_be_written_to()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Group, "Group");
        telegram.Simulator.SendText(group, "/help", from: 888);
        (await telegram.CallAsync("sendMessage", """{"chat_id":888,"text":"x"}"""))
            .ShouldRefuse(403, "Forbidden: bot can't initiate conversation with a user");
        await telegram.ControlAsync(HttpMethod.Post, "/chats", """{"id":889,"type":"private","title":"Dana"}""");
        (await telegram.CallAsync("sendMessage", """{"chat_id":889,"text":"x"}"""))
            .ShouldRefuse(403, "Forbidden: bot can't initiate conversation with a user");
    }

    [Theory]
    [InlineData("Group", "kick", "Forbidden: bot was kicked from the group chat")]
    [InlineData("Supergroup", "kick", "Forbidden: bot was kicked from the supergroup chat")]
    [InlineData("Channel", "kick", "Forbidden: bot was kicked from the channel chat")]
    [InlineData("Group", "delete", "Forbidden: the group chat was deleted")]
    public async Task A_lost_group_is_forbidden(string kind, string action, string description)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var chat = telegram.Simulator.CreateChat(Enum.Parse<ChatKind>(kind), "Lost");
        telegram.Simulator.Play(chat, action);
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{chat}},"text":"x"}""")).ShouldRefuse(403, description);
        (await telegram.CallAsync("getChat", $$"""{"chat_id":{{chat}}}""")).ShouldRefuse(403, description);
    }

    [Theory]
    [InlineData("Group", "group")]
    [InlineData("Supergroup", "supergroup")]
    [InlineData("Channel", "channel")]
    public async Task A_bot_that_left_is_no_member(string kind, string name)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var chat = telegram.Simulator.CreateChat(Enum.Parse<ChatKind>(kind), "Left");
        (await telegram.CallAsync("leaveChat", $$"""{"chat_id":{{chat}}}""")).ShouldSucceed();
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{chat}},"text":"x"}""")).ShouldRefuse(403, $"Forbidden: bot is not a member of the {name} chat");
        telegram.Simulator.Play(chat, "add");
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{chat}},"text":"x"}""")).ShouldSucceed();
    }

    [Fact]
    public async Task A_migrated_group_names_its_successor()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Group, "Growing");
        telegram.ForgetUpdates();
        var successor = telegram.Simulator.Play(group, "migrate");
        var answer = await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{group}},"text":"x"}""");
        answer.ShouldRefuse(400, "Bad Request: group chat was upgraded to a supergroup chat");
        answer.Json["parameters"]!["migrate_to_chat_id"]!.GetValue<long>().ShouldBe(successor);
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{successor}},"text":"x"}""")).ShouldSucceed();
        var updates = await telegram.GetUpdatesAsync();
        var joined = updates[0]!["my_chat_member"]!;
        joined["chat"]!["id"]!.GetValue<long>().ShouldBe(successor);
        joined["old_chat_member"]!["status"]!.GetValue<string>().ShouldBe("left");
        joined["new_chat_member"]!["status"]!.GetValue<string>().ShouldBe("member");
        updates[1]!["message"]!["migrate_from_chat_id"]!.GetValue<long>().ShouldBe(group);
        updates[2]!["message"]!["migrate_to_chat_id"]!.GetValue<long>().ShouldBe(successor);
        updates.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_bot_that_was_thrown_out_does_not_hear_of_the_move()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Group, "Growing");
        telegram.Simulator.Play(group, "kick");
        telegram.ForgetUpdates();
        var successor = telegram.Simulator.Play(group, "migrate");
        (await telegram.GetUpdatesAsync()).ShouldBeEmpty();
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{successor}},"text":"x"}""")).ShouldRefuse(403, "Forbidden: bot was kicked from the supergroup chat");
    }

    [Fact]
    public async Task Rights_decide_what_may_be_sent()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Quiet");
        telegram.Simulator.Play(group, "restrict");
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{group}},"text":"x"}""")).ShouldRefuse(400, "Bad Request: not enough rights to send text messages to the chat");
        (await telegram.CallAsync("sendPhoto", $$"""{"chat_id":{{group}},"photo":"https://kz.example/a.jpg"}""")).ShouldRefuse(400, "Bad Request: not enough rights to send photos to the chat");
        var channel = telegram.Simulator.CreateChat(ChatKind.Channel, "Channel");
        telegram.Simulator.Play(channel, "demote");
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{channel}},"text":"x"}""")).ShouldRefuse(400, "Bad Request: need administrator rights in the channel chat");
    }

    [Fact]
    public async Task Topics_can_be_unknown_closed_or_deleted()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var forum = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Forum", isForum: true);
        var topic = telegram.Simulator.Play(forum, "createTopic", new ActionDetails(Name: "News"));
        string Body(long thread) => $$"""{"chat_id":{{forum}},"message_thread_id":{{thread}},"text":"x"}""";

        (await telegram.CallAsync("sendMessage", Body(topic))).Result["message_thread_id"]!.GetValue<long>().ShouldBe(topic);
        (await telegram.CallAsync("sendMessage", Body(1))).ShouldRefuse(400, "Bad Request: message thread not found");
        (await telegram.CallAsync("sendMessage", Body(404))).ShouldRefuse(400, "Bad Request: message thread not found");
        telegram.Simulator.Play(forum, "closeTopic", new ActionDetails(Thread: (int)topic));
        (await telegram.CallAsync("sendMessage", Body(topic))).ShouldRefuse(400, "Bad Request: TOPIC_CLOSED");
        telegram.Simulator.Play(forum, "promote");
        (await telegram.CallAsync("sendMessage", Body(topic))).ShouldSucceed();
        telegram.Simulator.Play(forum, "deleteTopic", new ActionDetails(Thread: (int)topic));
        (await telegram.CallAsync("sendMessage", Body(topic))).ShouldRefuse(400, "Bad Request: TOPIC_DELETED");
        (await telegram.CallAsync("sendMessage", """{"chat_id":501,"message_thread_id":5,"text":"x"}""")).ShouldSucceed();
    }

    [Fact]
    public async Task Blocking_and_unblocking_reach_the_bot_as_updates()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.Play(LocalTelegram.Reader, "block");
        telegram.Simulator.Play(LocalTelegram.Reader, "start", new ActionDetails(Payload: "topic_nato"));
        var updates = await telegram.GetUpdatesAsync();
        updates[0]!["my_chat_member"]!["new_chat_member"]!["status"]!.GetValue<string>().ShouldBe("kicked");
        updates[1]!["my_chat_member"]!["new_chat_member"]!["status"]!.GetValue<string>().ShouldBe("member");
        updates[2]!["message"]!["text"]!.GetValue<string>().ShouldBe("/start topic_nato");
        updates[2]!["message"]!["entities"]![0]!.ToJsonString().ShouldBe("""{"type":"bot_command","offset":0,"length":6}""");
        (await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":"x"}""")).ShouldSucceed();
    }

    [Fact]
    public async Task In_groups_a_plain_member_sees_commands_and_replies_only()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Group, "Group");
        telegram.ForgetUpdates();
        telegram.Simulator.SendText(group, "just talk", from: 900);
        telegram.Simulator.SendText(group, "/news@kznews_playground_bot", from: 900);
        telegram.Simulator.SendText(group, "/news@other_bot", from: 900);
        telegram.Simulator.Play(group, "promote");
        telegram.Simulator.SendText(group, "talk again", from: 900);
        var texts = (await telegram.GetUpdatesAsync()).Select(update => update!["message"]?["text"]?.GetValue<string>()).ToList();
        texts.ShouldBe(["/news@kznews_playground_bot", null, "talk again"]);
    }
}
