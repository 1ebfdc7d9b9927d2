using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class ChatDetailTests
{
    [Fact]
    public async Task Members_and_administrators_are_told()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Group");
        telegram.Simulator.SendText(group, "hi", from: 900);
        async Task<string> StatusAsync(long user) =>
            (await telegram.CallAsync("getChatMember", $$"""{"chat_id":{{group}},"user_id":{{user}}}""")).Result["status"]!.GetValue<string>();

        (await StatusAsync(900)).ShouldBe("member");
        (await StatusAsync(501)).ShouldBe("left");
        (await StatusAsync(123456)).ShouldBe("member");
        (await telegram.CallAsync("getChatMember", $$"""{"chat_id":{{group}}}""")).ShouldRefuse(400, "Bad Request: invalid user_id specified");
        (await telegram.CallAsync("getChatAdministrators", $$"""{"chat_id":{{group}}}""")).Result.AsArray().Count.ShouldBe(1);
        telegram.Simulator.Play(group, "promote");
        (await telegram.CallAsync("getChatAdministrators", $$"""{"chat_id":{{group}}}""")).Result.AsArray().Count.ShouldBe(2);
        (await telegram.CallAsync("getChatAdministrators", """{"chat_id":501}""")).ShouldRefuse(400, "Bad Request: there are no administrators in the private chat");
    }

    [Fact]
    public async Task Pinning_needs_the_message_and_the_right()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("pinChatMessage", """{"chat_id":501,"message_id":99}""")).ShouldRefuse(400, "Bad Request: message to pin not found");
        var id = await telegram.SendTextAsync("important");
        (await telegram.CallAsync("pinChatMessage", $$"""{"chat_id":501,"message_id":{{id}}}""")).ShouldSucceed();
        (await telegram.CallAsync("getChat", """{"chat_id":501}""")).Result["pinned_message"]!["text"]!.GetValue<string>().ShouldBe("important");
        (await telegram.CallAsync("unpinChatMessage", """{"chat_id":501}""")).ShouldSucceed();
        (await telegram.CallAsync("getChat", """{"chat_id":501}""")).Result["pinned_message"].ShouldBeNull();
        var group = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Group");
        (await telegram.CallAsync("pinChatMessage", $$"""{"chat_id":{{group}},"message_id":1}"""))
            .ShouldRefuse(400, "Bad Request: not enough rights to manage pinned messages in the chat");
    }

    [Fact]
    public async Task Only_known_chat_actions_are_taken()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendChatAction", """{"chat_id":501,"action":"Typing"}""")).ShouldSucceed();
        (await telegram.CallAsync("sendChatAction", """{"chat_id":501,"action":"dancing"}""")).ShouldRefuse(400, "Bad Request: wrong parameter action in request");
    }
}
