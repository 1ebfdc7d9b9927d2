using System.Net;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class DiscussionTests
{
    [Fact]
    public async Task A_post_is_forwarded_into_the_discussion_group()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var (channel, group) = await LinkAsync(telegram);
        telegram.Simulator.Play(group, "promote");
        telegram.ForgetUpdates();

        var post = telegram.Simulator.SendText(channel, "see gov.kz");
        var updates = await telegram.GetUpdatesAsync();
        updates[0]!["channel_post"]!["message_id"]!.GetValue<int>().ShouldBe(post);
        var forwarded = updates[1]!["message"]!;
        forwarded["text"]!.GetValue<string>().ShouldBe("see gov.kz");
        forwarded["from"]!.ToJsonString().ShouldBe("""{"id":777000,"is_bot":false,"first_name":"Telegram"}""");
        forwarded["sender_chat"]!["id"]!.GetValue<long>().ShouldBe(channel);
        forwarded["is_automatic_forward"]!.GetValue<bool>().ShouldBeTrue();
        forwarded["message_thread_id"].ShouldBeNull();
        var origin = forwarded["forward_origin"]!;
        origin["type"]!.GetValue<string>().ShouldBe("channel");
        origin["chat"]!["id"]!.GetValue<long>().ShouldBe(channel);
        origin["message_id"]!.GetValue<int>().ShouldBe(post);
        var shown = (await telegram.ControlAsync(HttpMethod.Get, $"/chats/{group}/messages")).Json.AsArray()[^1]!;
        shown["sender"]!["name"]!.GetValue<string>().ShouldBe("Channel");
    }

    [Fact]
    public async Task The_bots_own_post_is_forwarded_too()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var (channel, group) = await LinkAsync(telegram);
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{channel}},"text":"digest"}""")).ShouldSucceed();
        var forwarded = telegram.Simulator.Messages(group)[^1];
        forwarded.Content.Text.ShouldBe("digest");
        forwarded.IsFromBot.ShouldBeFalse();
    }

    [Fact]
    public async Task A_plain_member_hears_of_commands_only()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var (channel, _) = await LinkAsync(telegram);
        telegram.Simulator.SendText(channel, "just news");
        telegram.Simulator.SendText(channel, "/help");
        var texts = (await telegram.GetUpdatesAsync()).Select(update => update!["message"]?["text"]?.GetValue<string>()).ToList();
        texts.ShouldBe([null, null, "/help"]);
    }

    [Fact]
    public async Task A_comment_stands_in_the_posts_thread_which_is_no_topic()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var (channel, group) = await LinkAsync(telegram);
        telegram.Simulator.SendText(channel, "news");
        var thread = telegram.Simulator.Messages(group)[^1].Id;
        telegram.ForgetUpdates();

        var comment = telegram.Simulator.SendText(group, "/help", from: 900, replyTo: thread);
        var update = (await telegram.GetUpdatesAsync())[0]!["message"]!;
        update["message_thread_id"]!.GetValue<int>().ShouldBe(thread);
        update["is_topic_message"].ShouldBeNull();
        update["reply_to_message"]!["is_automatic_forward"]!.GetValue<bool>().ShouldBeTrue();

        var answer = await telegram.CallAsync("sendMessage", $$$"""{"chat_id":{{{group}}},"text":"x","reply_parameters":{"message_id":{{{comment}}}}}""");
        answer.Result["message_thread_id"]!.GetValue<int>().ShouldBe(thread);
        (await telegram.CallAsync("editMessageText", $$"""{"chat_id":{{group}},"message_id":{{answer.Result["message_id"]}},"text":"y"}""")).ShouldSucceed();
        (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{group}},"text":"x"}""")).Result["message_thread_id"].ShouldBeNull();
    }

    [Fact]
    public async Task A_channel_has_one_discussion_group()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var (channel, group) = await LinkAsync(telegram);
        (await LinkedAsync(telegram, channel)).ShouldBe(group);
        (await LinkedAsync(telegram, group)).ShouldBe(channel);

        var other = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Other");
        telegram.Simulator.Play(channel, "link", new ActionDetails(Chat: other));
        (await LinkedAsync(telegram, channel)).ShouldBe(other);
        (await LinkedAsync(telegram, group)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_a_channel_and_a_supergroup_are_linked()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var channel = telegram.Simulator.CreateChat(ChatKind.Channel, "Channel");
        var basic = telegram.Simulator.CreateChat(ChatKind.Group, "Basic");
        var group = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Group");
        async Task<HttpStatusCode> TryAsync(long chat, string rest) =>
            (await telegram.ControlAsync(HttpMethod.Post, $"/chats/{chat}/actions", $$"""{"action":"link"{{rest}}}""")).Status;

        (await TryAsync(channel, "")).ShouldBe(HttpStatusCode.BadRequest);
        (await TryAsync(channel, ",\"chat\":-77")).ShouldBe(HttpStatusCode.NotFound);
        (await TryAsync(channel, $",\"chat\":{basic}")).ShouldBe(HttpStatusCode.Conflict);
        (await TryAsync(group, $",\"chat\":{channel}")).ShouldBe(HttpStatusCode.Conflict);
    }

    private static async Task<(long Channel, long Group)> LinkAsync(LocalTelegram telegram)
    {
        var channel = telegram.Simulator.CreateChat(ChatKind.Channel, "Channel");
        var group = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Talk");
        (await telegram.ControlAsync(HttpMethod.Post, $"/chats/{channel}/actions", $$"""{"action":"link","chat":{{group}}}""")).Status.ShouldBe(HttpStatusCode.OK);
        telegram.ForgetUpdates();
        return (channel, group);
    }

    private static async Task<long?> LinkedAsync(LocalTelegram telegram, long chat) =>
        (await telegram.CallAsync("getChat", $$"""{"chat_id":{{chat}}}""")).Result["linked_chat_id"]?.GetValue<long>();
}
