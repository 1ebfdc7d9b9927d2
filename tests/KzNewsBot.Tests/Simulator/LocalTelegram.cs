using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Tests.Simulator;

/// <summary>A simulator on a free port with a clock that stands, and a plain HTTP client as the bot.</summary>
internal sealed class LocalTelegram : IAsyncDisposable
{
    public const string Token = "123456:TEST-TOKEN-aaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const long Reader = 501;

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private LocalTelegram(TelegramSimulator simulator)
    {
        Simulator = simulator;
        Http = new HttpClient { BaseAddress = simulator.Address, Timeout = TimeSpan.FromSeconds(20) };
    }

    public TelegramSimulator Simulator { get; }

    public HttpClient Http { get; }

    public VirtualClock Clock => Simulator.Clock;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One private chat is open; group and supergroup come on demand.</summary>
    public static async Task<LocalTelegram> StartAsync(Func<SimulatorOptions, SimulatorOptions>? change = null)
    {
        var options = new SimulatorOptions { BotToken = Token, Clock = VirtualClock.StandingAt(Noon), GuardBusyPolling = false };
        var telegram = new LocalTelegram(await TelegramSimulator.StartAsync(change?.Invoke(options) ?? options, Cancellation));
        telegram.Simulator.SendText(Reader, "hello");
        telegram.ForgetUpdates();
        return telegram;
    }

    public void ForgetUpdates()
    {
        lock (Simulator.World.Gate)
        {
            Simulator.World.Updates.Clear();
        }
    }

    /// <summary>Calls a method with a JSON body, far enough in time from the last call to stay clear of flood control.</summary>
    public Task<Answer> CallAsync(string method, string json = "{}")
    {
        Clock.Advance(TimeSpan.FromSeconds(61));
        return CallNowAsync(method, json);
    }

    public async Task<Answer> CallNowAsync(string method, string json = "{}")
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri($"/bot{Token}/{method}", UriKind.Relative), content, Cancellation);
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, Cancellation);
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> ControlAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, new Uri("/sim" + path, UriKind.Relative));
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return await SendAsync(request);
    }

    /// <summary>Sends a text to the reader and returns the message's id.</summary>
    public async Task<int> SendTextAsync(string text = "news", string extra = "")
    {
        var answer = await CallAsync("sendMessage", $$"""{"chat_id":{{Reader}},"text":"{{text}}"{{extra}}}""");
        answer.Description.ShouldBeNull();
        return answer.Result["message_id"]!.GetValue<int>();
    }

    public async Task<JsonArray> GetUpdatesAsync(string json = "{}") => (await CallNowAsync("getUpdates", json)).Result.AsArray();

    /// <summary>Waits until a getUpdates call hangs in the simulator.</summary>
    public Task WaitUntilPollingAsync() => UntilAsync(() => Task.FromResult(Simulator.IsPolled));

    /// <summary>Waits until so many calls are held back, none for longer than this.</summary>
    public Task WaitUntilHeldAsync(int calls, TimeSpan within) => UntilAsync(() => Task.FromResult(Clock.DueWithin(within) == calls));

    /// <summary>Asks getWebhookInfo until it fits.</summary>
    public async Task<JsonNode> InfoAsync(Func<JsonNode, bool> fits)
    {
        JsonNode info = new JsonObject();
        await UntilAsync(async () => fits(info = (await CallNowAsync("getWebhookInfo")).Result));
        return info;
    }

    public static async Task UntilAsync(Func<Task<bool>> fits)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await fits())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Simulator.DisposeAsync();
    }
}

/// <summary>Status and body of an answer; Result is the whole body where it is no Bot API answer.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, string? RetryAfter, string? ContentType)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public JsonNode Result => Json["result"]!;

    public string? Description => (Json as JsonObject)?["description"]?.GetValue<string>();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.RetryAfter?.Delta?.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        response.Content.Headers.ContentType?.MediaType);

    public void ShouldRefuse(int code, string description)
    {
        Description.ShouldBe(description);
        Json["ok"]!.GetValue<bool>().ShouldBeFalse();
        Json["error_code"]!.GetValue<int>().ShouldBe(code);
        ((int)Status).ShouldBe(code);
    }

    public void ShouldSucceed()
    {
        Description.ShouldBeNull();
        Json["ok"]!.GetValue<bool>().ShouldBeTrue();
        Status.ShouldBe(HttpStatusCode.OK);
    }
}
