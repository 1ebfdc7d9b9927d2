using System.Net;

namespace KzNewsBot.Tests.Simulator;

public sealed class FaultTests
{
    private const string Message = """{"chat_id":501,"text":"x"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"kind":"429","count":1,"retryAfter":7}""", 429, "Too Many Requests: retry after 7")]
    [InlineData("""{"kind":"429"}""", 429, "Too Many Requests")]
    [InlineData("""{"kind":"500","method":"SENDMESSAGE"}""", 500, "Internal Server Error: restart")]
    [InlineData("""{"kind":"409"}""", 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")]
    [InlineData("""{"kind":"403","chatId":501}""", 403, "Forbidden: bot was blocked by the user")]
    [InlineData("""{"kind":"401"}""", 401, "Unauthorized")]
    [InlineData("""{"kind":"400","description":"Bad Request: PAYMENT_REQUIRED"}""", 400, "Bad Request: PAYMENT_REQUIRED")]
    public async Task A_planned_refusal_happens_once_and_without_effect(string fault, int code, string description)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.ControlAsync(HttpMethod.Post, "/faults", fault)).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await telegram.CallAsync("sendMessage", Message);
        refused.ShouldRefuse(code, description);
        refused.RetryAfter.ShouldBe(description.EndsWith('7') ? "7" : null);
        Sent(telegram).ShouldBe(0);
        (await telegram.CallAsync("sendMessage", Message)).ShouldSucceed();
    }

    [Theory]
    [InlineData("502")]
    [InlineData("504")]
    public async Task A_gateway_error_is_html(string kind)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.PlanFault(kind, afterEffect: true);
        var answer = await telegram.CallAsync("sendMessage", Message);
        answer.Status.ShouldBe((HttpStatusCode)int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture));
        answer.ContentType.ShouldBe("text/html");
        Sent(telegram).ShouldBe(1);
    }

    [Theory]
    [InlineData("cutBefore", 0)]
    [InlineData("cutAfter", 1)]
    public async Task A_cut_connection_comes_before_or_after_the_effect(string kind, int sent)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.PlanFault(kind);
        await Should.ThrowAsync<HttpRequestException>(() => telegram.CallAsync("sendMessage", Message));
        Sent(telegram).ShouldBe(sent);
        telegram.Simulator.Requests()[^1].Fault.ShouldBe(kind);
    }

    [Fact]
    public async Task A_broken_answer_follows_the_effect()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.PlanFault("broken");
        var answer = await telegram.CallAsync("sendMessage", Message);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        Should.Throw<System.Text.Json.JsonException>(() => answer.Json);
        Sent(telegram).ShouldBe(1);
    }

    [Fact]
    public async Task A_delay_passes_on_the_simulated_clock()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.PlanFault("delay", delay: TimeSpan.FromSeconds(40));
        var slow = telegram.CallNowAsync("sendMessage", Message);
        await UntilTakenAsync(telegram);
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
        slow.IsCompleted.ShouldBeFalse();
        await PassDelayAsync(telegram, slow);
        (await slow).ShouldSucceed();
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_hanging_request_never_ends(bool afterEffect, int sent)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.PlanFault("hang", afterEffect: afterEffect);
        using var patience = new CancellationTokenSource();
        var hanging = PostAsync(telegram, patience.Token);
        await UntilTakenAsync(telegram);
        await LocalTelegram.UntilAsync(() => Task.FromResult(Sent(telegram) == sent));
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
        hanging.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await Should.ThrowAsync<TaskCanceledException>(() => hanging);
        Sent(telegram).ShouldBe(sent);
    }

    [Fact]
    public async Task An_accepted_message_goes_out_although_the_bot_hung_up()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.PlanFault("delay", delay: TimeSpan.FromSeconds(40));
        using var patience = new CancellationTokenSource();
        var slow = PostAsync(telegram, patience.Token);
        await UntilTakenAsync(telegram);
        await patience.CancelAsync();
        await Should.ThrowAsync<TaskCanceledException>(() => slow);
        await PassDelayAsync(telegram, telegram.Simulator.WaitForBotMessageAsync(501, 0, _ => true, Cancellation).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancellation));
        Sent(telegram).ShouldBe(1);
    }

    [Fact]
    public async Task Faults_are_counted_matched_and_cleared()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.PlanFault("500", count: 2);
        telegram.Simulator.PlanFault("403", chatId: 502, count: 5);
        (await telegram.GetUpdatesAsync()).ShouldBeEmpty();
        (await telegram.CallAsync("getMe")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await telegram.CallAsync("getMe")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await telegram.CallAsync("sendMessage", Message)).ShouldSucceed();
        (await telegram.ControlAsync(HttpMethod.Get, "/faults")).Json.AsArray().Count.ShouldBe(1);
        await telegram.ControlAsync(HttpMethod.Delete, "/faults");
        (await telegram.ControlAsync(HttpMethod.Get, "/faults")).Json.AsArray().ShouldBeEmpty();
        (await telegram.ControlAsync(HttpMethod.Post, "/faults", """{"kind":"earthquake"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task UntilTakenAsync(LocalTelegram telegram) => LocalTelegram.UntilAsync(() =>
    {
        lock (telegram.Simulator.World.Gate)
        {
            return Task.FromResult(telegram.Simulator.World.Faults.Planned.Count == 0);
        }
    });

    /// <summary>The delay may begin a moment after its fault was taken, when the clock has been moved already.</summary>
    private static async Task PassDelayAsync(LocalTelegram telegram, Task happening)
    {
        while (!happening.IsCompleted)
        {
            telegram.Clock.Advance(TimeSpan.FromSeconds(40));
            await Task.WhenAny(happening, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation));
        }

        await happening;
    }

    private static async Task PostAsync(LocalTelegram telegram, CancellationToken cancellationToken)
    {
        using var content = new StringContent(Message, System.Text.Encoding.UTF8, "application/json");
        using var response = await telegram.Http.PostAsync(new Uri($"/bot{LocalTelegram.Token}/sendMessage", UriKind.Relative), content, cancellationToken);
    }

    private static int Sent(LocalTelegram telegram) => telegram.Simulator.Messages(501).Count(message => message.IsFromBot);
}
