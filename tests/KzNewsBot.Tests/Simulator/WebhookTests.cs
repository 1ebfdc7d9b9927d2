using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KzNewsBot.Tests.Simulator;

public sealed class WebhookTests
{
    [Fact]
    public async Task Updates_arrive_with_the_secret_and_a_call_in_the_answer_is_run()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        await using var hook = await Hook.StartAsync(_ => """{"method":"sendMessage","chat_id":501,"text":"from the hook"}""");
        var set = await telegram.CallAsync("setWebhook", $$"""{"url":"{{hook.Address}}","secret_token":"s-1_A","max_connections":5}""");
        set.Description.ShouldBe("Webhook was set");
        telegram.Simulator.SendText(501, "hi");
        var (update, secret) = await hook.NextAsync();
        update["message"]!["text"]!.GetValue<string>().ShouldBe("hi");
        secret.ShouldBe("s-1_A");
        await telegram.Simulator.WaitForBotMessageAsync(501, 0, message => message.Content.Text is "from the hook", Cancellation);
        (await telegram.CallAsync("getUpdates")).ShouldRefuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        (await telegram.CallAsync("setWebhook", $$"""{"url":"{{hook.Address}}","secret_token":"s-1_A","max_connections":5}""")).Description.ShouldBe("Webhook is already set");
        (await telegram.CallAsync("deleteWebhook")).Description.ShouldBe("Webhook was deleted");
        (await telegram.CallAsync("deleteWebhook")).Description.ShouldBe("Webhook is already deleted");
    }

    [Fact]
    public async Task A_failed_update_holds_back_its_chat_and_is_tried_again()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var failures = 2;
        await using var hook = await Hook.StartAsync(_ => Interlocked.Decrement(ref failures) >= 0 ? null : "");
        await telegram.CallAsync("setWebhook", $$"""{"url":"{{hook.Address}}"}""");
        telegram.Simulator.SendText(501, "first");
        telegram.Simulator.SendText(501, "second");
        (await hook.NextAsync()).Update["message"]!["text"]!.GetValue<string>().ShouldBe("first");
        // The first retry comes at once, the second after two seconds.
        (await hook.NextAsync()).Update["message"]!["text"]!.GetValue<string>().ShouldBe("first");
        var info = await telegram.InfoAsync(json => json["last_error_message"] is not null);
        info["last_error_message"]!.GetValue<string>().ShouldBe("Wrong response from the webhook: 500 Internal Server Error");
        info["pending_update_count"]!.GetValue<int>().ShouldBe(2);
        var third = hook.NextAsync();
        while (!third.IsCompleted)
        {
            // The pause begins when the second answer has been read, which may be after the clock was moved.
            telegram.Clock.Advance(TimeSpan.FromSeconds(3));
            await Task.WhenAny(third, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation));
        }

        (await third).Update["message"]!["text"]!.GetValue<string>().ShouldBe("first");
        (await hook.NextAsync()).Update["message"]!["text"]!.GetValue<string>().ShouldBe("second");
        (await telegram.InfoAsync(json => json["pending_update_count"]!.GetValue<int>() == 0))["url"]!.GetValue<string>().ShouldBe(hook.Address);
    }

    [Theory]
    [InlineData("""{"url":"http://"}""", "invalid webhook URL specified")]
    [InlineData("""{"url":"http://127.0.0.1:1/","secret_token":"a b"}""", "secret token contains unallowed characters")]
    public async Task Bad_settings_are_refused(string body, string reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("setWebhook", body)).ShouldRefuse(400, "Bad Request: " + reason);
    }

    [Fact]
    public async Task A_secret_has_256_bytes_and_settings_change_once_a_second()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        string Body(int length) => $$"""{"url":"http://127.0.0.1:1/","secret_token":"{{new string('a', length)}}"}""";
        (await telegram.CallAsync("setWebhook", Body(257))).ShouldRefuse(400, "Bad Request: secret token is too long");
        (await telegram.CallAsync("setWebhook", Body(256))).Description.ShouldBe("Webhook was set");
        (await telegram.CallNowAsync("setWebhook", Body(255))).ShouldRefuse(429, "Too Many Requests: retry after 1");
    }

    [Fact]
    public async Task Setting_a_webhook_ends_a_waiting_poll()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var poll = telegram.CallNowAsync("getUpdates", """{"timeout":50}""");
        await telegram.WaitUntilPollingAsync();
        await telegram.CallNowAsync("setWebhook", """{"url":"http://127.0.0.1:1/"}""");
        (await poll).ShouldRefuse(409, "Conflict: terminated by setWebhook request");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A web server in the bot's place. Null from the answer function is a failure.</summary>
    private sealed class Hook : IAsyncDisposable
    {
        private readonly BlockingCollection<(JsonNode Update, string? Secret)> _received = [];
        private readonly WebApplication _application;

        private Hook(WebApplication application) => _application = application;

        public string Address => _application.Urls.First() + "/hook";

        public static async Task<Hook> StartAsync(Func<JsonNode, string?> answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var application = builder.Build();
            application.Urls.Add("http://127.0.0.1:0");
            var hook = new Hook(application);
            application.MapPost("/hook", (RequestDelegate)(async http =>
            {
                var update = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
                var text = answer(update);
                http.Response.StatusCode = text is null ? 500 : 200;
                http.Response.ContentType = "application/json";
                hook._received.Add((update, http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"]));
                await http.Response.WriteAsync(text ?? "", http.RequestAborted);
            }));
            await application.StartAsync(Cancellation);
            return hook;
        }

        public Task<(JsonNode Update, string? Secret)> NextAsync() => Task.Run(() => _received.Take(Cancellation), Cancellation);

        public async ValueTask DisposeAsync()
        {
            await _application.DisposeAsync();
            _received.Dispose();
        }
    }
}
