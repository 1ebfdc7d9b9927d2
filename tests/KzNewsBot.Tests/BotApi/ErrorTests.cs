using System.Net;
using System.Net.Sockets;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace KzNewsBot.Tests.BotApi;

public sealed class ErrorTests : BotApiTest
{
    [Fact]
    public async Task Too_many_requests_tells_how_long_to_wait_and_is_not_repeated()
    {
        Server.Answer = _ => RawBotApiServer.Json(
            HttpStatusCode.TooManyRequests,
            """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 17","parameters":{"retry_after":17}}""");
        var error = await Should.ThrowAsync<ApiRequestException>(Send);
        error.ErrorCode.ShouldBe(429);
        error.Message.ShouldBe("Too Many Requests: retry after 17");
        error.Parameters!.RetryAfter.ShouldBe(17);
        Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_migrated_group_tells_its_new_number()
    {
        Server.Answer = _ => RawBotApiServer.Json(
            HttpStatusCode.BadRequest,
            """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1009876543210}}""");
        var error = await Should.ThrowAsync<ApiRequestException>(Send);
        error.ErrorCode.ShouldBe(400);
        error.Parameters!.MigrateToChatId.ShouldBe(-1009876543210);
    }

    [Fact]
    public async Task A_block_is_an_api_error_without_parameters()
    {
        Server.Answer = _ => RawBotApiServer.Json(
            HttpStatusCode.Forbidden,
            """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""");
        var error = await Should.ThrowAsync<ApiRequestException>(Send);
        error.ErrorCode.ShouldBe(403);
        error.Message.ShouldBe("Forbidden: bot was blocked by the user");
        error.Parameters.ShouldBeNull();
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "text/html", "<html><h1>502 Bad Gateway</h1></html>")]
    [InlineData(HttpStatusCode.BadRequest, "application/json", "")]
    [InlineData(HttpStatusCode.InternalServerError, "application/json", "{}")]
    [InlineData(HttpStatusCode.OK, "application/json", "{\"ok\":true,\"result\":{\"message_id\":7,")]
    [InlineData(HttpStatusCode.OK, "application/json", "{\"ok\":true,\"result\":null}")]
    [InlineData(HttpStatusCode.OK, "application/json", "{\"ok\":false}")]
    public async Task An_unreadable_answer_keeps_its_status(HttpStatusCode status, string type, string body)
    {
        Server.Answer = _ => RawBotApiServer.Http(status, type, body);
        var error = await Should.ThrowAsync<RequestException>(Send);
        error.ShouldNotBeOfType<ApiRequestException>();
        error.HttpStatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_body_cut_on_the_wire_is_no_api_error()
    {
        Server.Answer = _ => RawBotApiServer.Http(HttpStatusCode.OK, "application/json", """{"ok":true,"result":""", missingBytes: 50);
        var error = await Should.ThrowAsync<RequestException>(Send);
        error.ShouldNotBeOfType<ApiRequestException>();
        Connection(error).ShouldNotBe(HttpRequestError.ConnectionError);
    }

    [Fact]
    public async Task A_connection_closed_without_an_answer_is_told_from_one_never_made()
    {
        Server.Answer = _ => [];
        var closed = await Should.ThrowAsync<RequestException>(Send);
        Connection(closed).ShouldNotBe(HttpRequestError.ConnectionError);

        // Bound and not listening: the port refuses, and nobody else can take it meanwhile.
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var nobody = new TelegramBotClient(new TelegramBotClientOptions(BotToken, $"http://{deaf.LocalEndPoint}"));
        var refused = await Should.ThrowAsync<RequestException>(() => nobody.SendMessage(5, "hi", cancellationToken: Ct));
        Connection(refused).ShouldBe(HttpRequestError.ConnectionError);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_silent_server_ends_in_a_timeout(bool afterTheHeaders)
    {
        Server.Answer = _ => afterTheHeaders ? RawBotApiServer.Http(HttpStatusCode.OK, "application/json", "{", missingBytes: 9) : null;
        Server.HoldOpen = true;
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };
        var error = await Should.ThrowAsync<RequestException>(() => Bot(http).SendMessage(5, "hi", cancellationToken: Ct));
        error.ShouldNotBeOfType<ApiRequestException>();
        error.Message.ShouldBe("Bot API Request timed out");
    }

    [Fact]
    public async Task Cancelling_ends_a_long_poll_at_once_and_is_no_error()
    {
        Server.Answer = _ => null;
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var poll = Bot().GetUpdates(timeout: 50, cancellationToken: cancel.Token);
        await Server.Received.WaitAsync(Ct);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => poll);
    }

    [Fact]
    public async Task Testing_the_token_tells_a_wrong_one()
    {
        Server.Answer = _ => RawBotApiServer.Json(HttpStatusCode.Unauthorized, """{"ok":false,"error_code":401,"description":"Unauthorized"}""");
        (await Bot().TestApi(Ct)).ShouldBeFalse();
        Answers("""{"id":424242,"is_bot":true,"first_name":"News"}""");
        (await Bot().TestApi(Ct)).ShouldBeTrue();
    }

    private static HttpRequestError? Connection(RequestException error) =>
        error.InnerException.ShouldBeOfType<HttpRequestException>().HttpRequestError;

    private Task Send() => Bot().SendMessage(5, "hi", cancellationToken: Ct);
}
