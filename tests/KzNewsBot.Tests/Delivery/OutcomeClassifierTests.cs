using System.Net;
using KzNewsBot.Delivery;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace KzNewsBot.Tests.Delivery;

public class OutcomeClassifierTests
{
    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", "Retire")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", "Retire")]
    [InlineData(403, "Forbidden: user is deactivated", "Retire")]
    [InlineData(400, "Bad Request: chat not found", "Retire")]
    [InlineData(400, "Bad Request: PEER_ID_INVALID", "Retire")]
    [InlineData(400, "Bad Request: group chat was deactivated", "Retire")]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat", "Reject")]
    [InlineData(400, "Bad Request: TOPIC_CLOSED", "TopicLost")]
    [InlineData(400, "Bad Request: message thread not found", "TopicLost")]
    [InlineData(400, "Bad Request: can't parse entities", "Reject")]
    [InlineData(400, "Bad Request: message is too long", "Reject")]
    [InlineData(413, "Request Entity Too Large", "Reject")]
    [InlineData(401, "Unauthorized", "Halt")]
    [InlineData(404, "Not Found", "Halt")]
    [InlineData(421, "Misdirected Request: unallowed token specified", "Halt")]
    [InlineData(400, "Logged out", "Halt")]
    [InlineData(400, "Bad Request: have no write access to the chat", "Retire")]
    [InlineData(400, "Bad Request: CHAT_WRITE_FORBIDDEN", "Reject")]
    [InlineData(500, "Internal Server Error", "Doubt")]
    [InlineData(502, "Bad Gateway", "Doubt")]
    [InlineData(0, "nobody knows", "Doubt")]
    public void The_servers_refusal_is_named_by_what_happens_next(int code, string text, string outcome) =>
        OutcomeClassifier.Classify(new ApiRequestException(text, code)).GetType().Name.ShouldBe(outcome);

    [Theory]
    [InlineData("Bad Request: not enough rights to send text messages to the chat", false)]
    [InlineData("Bad Request: have no rights to send a message", false)]
    [InlineData("Bad Request: can't parse entities", true)]
    public void A_missing_right_is_no_fault_of_the_text(string text, bool ofText) =>
        OutcomeClassifier.Classify(new ApiRequestException(text, 400)).ShouldBeOfType<DeliveryOutcome.Reject>().OfText.ShouldBe(ofText);

    [Fact]
    public void Telegrams_own_wait_is_obeyed_to_the_second()
    {
        var outcome = OutcomeClassifier.Classify(new ApiRequestException("Too Many Requests: retry after 17", 429, new ResponseParameters { RetryAfter = 17 }));
        outcome.ShouldBeOfType<DeliveryOutcome.Retry>().ShouldBe(new DeliveryOutcome.Retry(TimeSpan.FromSeconds(17), Flood: true, "Too Many Requests: retry after 17"));
    }

    [Fact]
    public void A_wait_without_sense_is_a_day() =>
        OutcomeClassifier.Classify(new ApiRequestException("Too Many Requests", 429, new ResponseParameters { RetryAfter = int.MaxValue }))
            .ShouldBeOfType<DeliveryOutcome.Retry>().After.ShouldBe(TimeSpan.FromDays(1));

    [Fact]
    public void A_429_without_a_wait_waits_all_the_same() =>
        OutcomeClassifier.Classify(new ApiRequestException("Too Many Requests", 429)).ShouldBeOfType<DeliveryOutcome.Retry>().After.ShouldBeGreaterThan(TimeSpan.Zero);

    [Fact]
    public void A_group_that_moved_says_where() =>
        OutcomeClassifier.Classify(new ApiRequestException("Bad Request: group chat was upgraded to a supergroup chat", 400, new ResponseParameters { MigrateToChatId = -1001 }))
            .ShouldBe(new DeliveryOutcome.Moved(-1001));

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "Retry")]
    [InlineData(HttpRequestError.ConnectionError, "Retry")]
    [InlineData(HttpRequestError.SecureConnectionError, "Retry")]
    [InlineData(HttpRequestError.ProxyTunnelError, "Retry")]
    [InlineData(HttpRequestError.ResponseEnded, "Doubt")]
    [InlineData(HttpRequestError.InvalidResponse, "Doubt")]
    [InlineData(HttpRequestError.Unknown, "Doubt")]
    public void Only_a_connection_that_never_stood_is_surely_not_sent(HttpRequestError error, string outcome) =>
        OutcomeClassifier.Classify(new RequestException("failed", new HttpRequestException(error))).GetType().Name.ShouldBe(outcome);

    [Fact]
    public void Whatever_else_happens_is_doubt()
    {
        Exception[] others =
        [
            new RequestException("timed out"),
            new RequestException("unreadable", HttpStatusCode.OK),
            new RequestException("timed out", new TaskCanceledException()),
            new TaskCanceledException(),
            new InvalidOperationException(),
        ];
        others.ShouldAllBe(exception => OutcomeClassifier.Classify(exception) is DeliveryOutcome.Doubt);
    }
}
