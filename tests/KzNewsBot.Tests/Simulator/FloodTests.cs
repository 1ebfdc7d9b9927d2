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
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
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
}
