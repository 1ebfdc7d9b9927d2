using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class FloodTests
{
    private const string Message = """{"chat_id":501,"text":"x"}""";

    [Fact]
    public async Task A_chat_takes_three_at_once_and_then_one_a_second()
    {
        await using var telegram = await LocalTelegram.StartAsync(options => options with { RejectFloodAtOnce = true });
        for (var i = 0; i < 3; i++)
        {
            (await telegram.CallNowAsync("sendMessage", Message)).ShouldSucceed();
        }

        var refused = await telegram.CallNowAsync("sendMessage", Message);
        refused.ShouldRefuse(429, "Too Many Requests: retry after 1");
        refused.Json["parameters"]!["retry_after"]!.GetValue<int>().ShouldBe(1);
        refused.RetryAfter.ShouldBe("1");
        telegram.Clock.Advance(TimeSpan.FromSeconds(1));
        (await telegram.CallNowAsync("sendMessage", Message)).ShouldSucceed();
    }

    [Fact]
    public async Task Short_waits_are_only_slow()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await telegram.CallNowAsync("sendMessage", Message);
        }

        var slow = telegram.CallNowAsync("sendMessage", Message);
        await telegram.WaitUntilHeldAsync(1, TimeSpan.FromSeconds(1));
        slow.IsCompleted.ShouldBeFalse();
        telegram.Clock.Advance(TimeSpan.FromSeconds(1));
        (await slow).ShouldSucceed();
        telegram.Simulator.Messages(501).Count(message => message.IsFromBot).ShouldBe(4);
    }

    [Fact]
    public async Task Past_eight_seconds_the_wait_becomes_a_refusal()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var sent = new List<Task<Answer>>();
        for (var i = 0; i < 12; i++)
        {
            sent.Add(telegram.CallNowAsync("sendMessage", Message));
        }

        var refused = await await Task.WhenAny(sent.Select(async task =>
        {
            var answer = await task;
            return answer.Status == System.Net.HttpStatusCode.OK ? await new TaskCompletionSource<Answer>().Task : answer;
        }));
        refused.ShouldRefuse(429, "Too Many Requests: retry after 9");
        await telegram.WaitUntilHeldAsync(8, TimeSpan.FromSeconds(8));
        telegram.Clock.Advance(TimeSpan.FromSeconds(8));
        var answers = await Task.WhenAll(sent);
        answers.Count(answer => answer.Status == System.Net.HttpStatusCode.OK).ShouldBe(11);
    }

    [Fact]
    public async Task A_group_takes_twenty_a_minute()
    {
        await using var telegram = await LocalTelegram.StartAsync(options => options with { RejectFloodAtOnce = true });
        var group = telegram.Simulator.CreateChat(ChatKind.Group, "Group");
        var body = $$"""{"chat_id":{{group}},"text":"x"}""";
        for (var i = 0; i < 20; i++)
        {
            telegram.Clock.Advance(TimeSpan.FromSeconds(1));
            (await telegram.CallNowAsync("sendMessage", body)).ShouldSucceed();
        }

        telegram.Clock.Advance(TimeSpan.FromSeconds(1));
        (await telegram.CallNowAsync("sendMessage", body)).ShouldRefuse(429, "Too Many Requests: retry after 40");
        telegram.Clock.Advance(TimeSpan.FromSeconds(40));
        (await telegram.CallNowAsync("sendMessage", body)).ShouldSucceed();
    }

    [Fact]
    public async Task All_chats_together_take_thirty_a_second()
    {
        await using var telegram = await LocalTelegram.StartAsync(options => options with { RejectFloodAtOnce = true });
        for (var person = 600; person <= 630; person++)
        {
            telegram.Simulator.SendText(person, "hi");
        }

        for (var person = 600; person < 630; person++)
        {
            (await telegram.CallNowAsync("sendMessage", $$"""{"chat_id":{{person}},"text":"x"}""")).ShouldSucceed();
        }

        (await telegram.CallNowAsync("sendMessage", """{"chat_id":630,"text":"x"}""")).ShouldRefuse(429, "Too Many Requests: retry after 1");
    }

    [Fact]
    public async Task Refused_messages_and_answers_to_buttons_cost_nothing()
    {
        await using var telegram = await LocalTelegram.StartAsync(options => options with { RejectFloodAtOnce = true });
        for (var i = 0; i < 10; i++)
        {
            (await telegram.CallNowAsync("sendMessage", """{"chat_id":501,"text":""}""")).ShouldRefuse(400, "Bad Request: message text is empty");
            (await telegram.CallNowAsync("sendChatAction", """{"chat_id":501,"action":"typing"}""")).ShouldSucceed();
        }

        (await telegram.CallNowAsync("sendMessage", Message)).ShouldSucceed();
    }

    [Fact]
    public async Task In_slow_mode_a_member_waits_between_two_messages_and_an_administrator_does_not()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Slow");
        telegram.Simulator.Play(group, "slowMode", new ActionDetails(Seconds: 30));
        var body = $$"""{"chat_id":{{group}},"text":"x"}""";
        var first = await telegram.CallNowAsync("sendMessage", body);
        first.ShouldSucceed();

        var refused = await telegram.CallNowAsync("sendMessage", body);
        refused.ShouldRefuse(429, "Too Many Requests: retry after 30");
        refused.Json["parameters"]!["retry_after"]!.GetValue<int>().ShouldBe(30);
        refused.RetryAfter.ShouldBe("30");
        (await telegram.CallNowAsync("editMessageText", $$"""{"chat_id":{{group}},"message_id":{{first.Result["message_id"]}},"text":"y"}""")).ShouldSucceed();
        telegram.Clock.Advance(TimeSpan.FromSeconds(10));
        (await telegram.CallNowAsync("sendPhoto", $$"""{"chat_id":{{group}},"photo":"https://kz.example/a.jpg"}""")).ShouldRefuse(429, "Too Many Requests: retry after 20");
        telegram.Clock.Advance(TimeSpan.FromSeconds(20));
        (await telegram.CallNowAsync("sendMessage", body)).ShouldSucceed();
        telegram.Simulator.Play(group, "promote");
        (await telegram.CallNowAsync("sendMessage", body)).ShouldSucceed();
    }

    [Fact]
    public async Task Slow_mode_is_set_from_outside_and_told_of_the_chat()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var supergroup = telegram.Simulator.CreateChat(ChatKind.Supergroup, "Slow");
        var group = telegram.Simulator.CreateChat(ChatKind.Group, "Quick");
        async Task<int> SetAsync(long chat, string seconds) =>
            (int)(await telegram.ControlAsync(HttpMethod.Post, $"/chats/{chat}/actions", $$"""{"action":"slowMode"{{seconds}}}""")).Status;

        (await SetAsync(supergroup, "")).ShouldBe(400);
        (await SetAsync(supergroup, ",\"seconds\":3601")).ShouldBe(400);
        (await SetAsync(group, ",\"seconds\":30")).ShouldBe(409);
        (await SetAsync(supergroup, ",\"seconds\":60")).ShouldBe(200);
        (await telegram.CallAsync("getChat", $$"""{"chat_id":{{supergroup}}}""")).Result["slow_mode_delay"]!.GetValue<int>().ShouldBe(60);
        (await SetAsync(supergroup, ",\"seconds\":0")).ShouldBe(200);
        (await telegram.CallAsync("getChat", $$"""{"chat_id":{{supergroup}}}""")).Result["slow_mode_delay"].ShouldBeNull();
    }

    [Theory]
    [InlineData("sendMessage", Message)]
    [InlineData("sendChatAction", """{"chat_id":501,"action":"typing"}""")]
    public async Task A_call_into_a_running_wait_is_a_finding(string method, string body)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.PlanFault("429", method: "sendMessage", chatId: 501, retryAfter: 7);
        await telegram.CallNowAsync("sendMessage", Message);
        telegram.Simulator.Findings().ShouldBeEmpty();

        telegram.Clock.Advance(TimeSpan.FromSeconds(4));
        (await telegram.CallNowAsync(method, body)).ShouldSucceed();
        var finding = telegram.Simulator.Findings().ShouldHaveSingleItem();
        finding.Sentence.ShouldBe("chat_id is of a chat whose 429 asked to wait for 3 s more");
        finding.Method.ShouldBe(method);
        finding.ChatId.ShouldBe(501);
    }

    [Fact]
    public async Task Reading_and_writing_are_limited_apart()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.PlanFault("429", method: "getChat", chatId: 501, retryAfter: 7);
        await telegram.CallNowAsync("getChat", """{"chat_id":501}""");
        await telegram.CallNowAsync("sendMessage", Message);
        telegram.Simulator.Findings().ShouldBeEmpty();
        await telegram.CallNowAsync("getChat", """{"chat_id":501}""");
        telegram.Simulator.Findings().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_waits_and_other_chats_are_not_blamed()
    {
        await using var telegram = await LocalTelegram.StartAsync(options => options with { RejectFloodAtOnce = true });
        telegram.Simulator.SendText(502, "hi");
        for (var i = 0; i < 3; i++)
        {
            await telegram.CallNowAsync("sendMessage", Message);
        }

        (await telegram.CallNowAsync("sendMessage", Message)).ShouldRefuse(429, "Too Many Requests: retry after 1");
        (await telegram.CallNowAsync("sendMessage", """{"chat_id":502,"text":"x"}""")).ShouldSucceed();
        telegram.Clock.Advance(TimeSpan.FromSeconds(1));
        (await telegram.CallNowAsync("sendMessage", Message)).ShouldSucceed();
        telegram.Simulator.Findings().ShouldBeEmpty();
        (await telegram.CallNowAsync("sendMessage", Message)).ShouldRefuse(429, "Too Many Requests: retry after 1");
        await telegram.CallNowAsync("sendMessage", Message);
        telegram.Simulator.Findings().Count.ShouldBe(1);
    }
}
