using System.Text.Json.Nodes;
using Telegram.Bot;

namespace KzNewsBot.Tests.BotApi;

public abstract class BotApiTest : IAsyncDisposable
{
    protected const string BotToken = "424242:AAmadeUpSecret_with-35_characters00";

    protected const string SentMessage = """{"message_id":7,"date":1700000000,"chat":{"id":5,"type":"private"},"text":"hi"}""";

    protected RawBotApiServer Server { get; } = new();

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The package would repeat a 429 by itself; ours never does.
    protected ITelegramBotClient Bot(HttpClient? http = null) =>
        new TelegramBotClient(new TelegramBotClientOptions(BotToken, Server.Url) { RetryThreshold = 0 }, http, Ct);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();
    }

    protected void Answers(string result) => Server.Answer = _ => RawBotApiServer.Ok(result);

    protected JsonNode Sent(string method)
    {
        var request = Server.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Path.ShouldBe($"/bot{BotToken}/{method}");
        request.ContentType.ShouldNotBeNull().ShouldStartWith("application/json");
        return JsonNode.Parse(request.Body)!;
    }

    protected void ShouldHaveSent(string method, string json)
    {
        var sent = Sent(method);
        JsonNode.DeepEquals(sent, JsonNode.Parse(json)).ShouldBeTrue($"sent {sent.ToJsonString()}");
    }
}
