#if !TELEGRAM_BOT_PACKAGE
using System.Diagnostics;
using System.Net;
using System.Text;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KzNewsBot.Tests.BotApi;

/// <summary>What our client promises beyond the package.</summary>
public sealed class OwnClientTests : BotApiTest
{
    private const string Secret = "AAmadeUpSecret_with-35_characters00";

    [Fact]
    public async Task An_unreadable_update_keeps_its_number_so_that_the_offset_can_pass_it()
    {
        Answers("""
            [{"update_id":1,"message":"not a message"},
             {"update_id":2,"message":{"message_id":1,"date":1700000000,"chat":{"id":5,"type":"private"},"text":"half a pair: \ud83d"}},
             {"update_id":3,"message":{"message_id":2,"date":1700000000,"chat":{"id":5,"type":"private"},"text":"b"}}]
            """);
        var updates = await Bot().GetUpdates(cancellationToken: Ct);
        updates.Select(update => update.Id).ShouldBe([1, 2, 3]);
        updates.Select(update => update.Type).ShouldBe([UpdateType.Unknown, UpdateType.Unknown, UpdateType.Message]);
    }

    [Fact]
    public async Task An_unknown_membership_or_origin_is_survived()
    {
        Answers("""
            [{"update_id":1,"my_chat_member":{"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":"A"},"date":1700000000,
                "old_chat_member":{"status":"ghost","user":{"id":6,"is_bot":true,"first_name":"News"}},
                "new_chat_member":{"status":"member","user":{"id":6,"is_bot":true,"first_name":"News"}}}},
             {"update_id":2,"message":{"message_id":1,"date":1700000000,"chat":{"id":5,"type":"private"},"text":"a","forward_origin":{"type":"dream","date":1}}},
             {"update_id":3,"message":{"message_id":1,"date":1700000000,"chat":{"id":5,"type":"private"},"text":"a","forward_origin":{"type":"channel","date":1700000000,"chat":{"id":-7,"type":"channel"},"message_id":4}}}]
            """);
        var updates = await Bot().GetUpdates(cancellationToken: Ct);
        var change = updates[0].MyChatMember.ShouldNotBeNull();
        change.OldChatMember.Status.ShouldBe(default);
        change.OldChatMember.User.Id.ShouldBe(6);
        change.NewChatMember.Status.ShouldBe(ChatMemberStatus.Member);
        updates[1].Message!.Text.ShouldBe("a");
        updates[1].Message!.ForwardOrigin.ShouldBeNull();
        updates[2].Message!.ForwardOrigin.ShouldBeOfType<MessageOriginChannel>().MessageId.ShouldBe(4);
    }

    [Fact]
    public async Task A_date_in_milliseconds_does_not_turn_a_sent_message_into_a_failure()
    {
        Answers("""{"message_id":7,"date":1700000000000000,"chat":{"id":5,"type":"private"}}""");
        var message = await Bot().SendMessage(5, "hi", cancellationToken: Ct);
        message.Id.ShouldBe(7);
        message.Date.ShouldBe(default);
    }

    [Fact]
    public async Task Cyrillic_goes_out_unescaped()
    {
        Answers(SentMessage);
        await Bot().SendMessage(5, "ОДКБ <b>", cancellationToken: Ct);
        Server.Requests.ShouldHaveSingleItem().Body.ShouldContain("ОДКБ <b>");
    }

    [Theory]
    [InlineData("424242:")]
    [InlineData("424242:AAmadeUpSecret_with-35_characters00\n")]
    [InlineData("424242:AAmadeUp/../Secret")]
    [InlineData("+42:AAmadeUpSecret_with-35_characters00")]
    public void A_token_that_would_bend_the_address_is_refused(string token) =>
        Should.Throw<ArgumentException>(() => new TelegramBotClientOptions(token)).ToString().ShouldNotContain("AAmadeUp");

    [Fact]
    public async Task No_activity_carries_the_address()
    {
        // A token of its own: clients of other tests run beside this one with the usual handler.
        const string OwnToken = "555555:AAanotherSecret_with-35_characters0";
        var tags = new StringBuilder();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (tags)
                {
                    tags.AppendLine(activity.DisplayName).AppendJoin(' ', activity.TagObjects);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        Answers(SentMessage);
        await new TelegramBotClient(new TelegramBotClientOptions(OwnToken, Server.Url)).SendMessage(5, "hi", cancellationToken: Ct);
        lock (tags)
        {
            tags.ToString().ShouldNotContain(OwnToken);
        }
    }

    [Fact]
    public async Task What_a_foreign_handler_throws_is_cleaned_of_the_token_and_keeps_its_kind()
    {
        using var http = new HttpClient(new TalkativeHandler());
        var error = await Should.ThrowAsync<RequestException>(() => Bot(http).SendMessage(5, "hi", cancellationToken: Ct));
        error.ToString().ShouldNotContain(Secret);
        error.InnerException.ShouldBeOfType<HttpRequestException>().HttpRequestError.ShouldBe(HttpRequestError.NameResolutionError);
    }

    [Fact]
    public async Task A_description_that_quotes_the_token_is_cleaned()
    {
        Server.Answer = _ => RawBotApiServer.Json(
            HttpStatusCode.BadRequest,
            $$"""{"ok":false,"error_code":400,"description":"Bad Request: bad webhook https://example.org/{{BotToken}}"}""");
        var error = await Should.ThrowAsync<ApiRequestException>(() => Bot().SetWebhook("https://example.org/x", cancellationToken: Ct));
        error.ToString().ShouldNotContain(Secret);
        error.Message.ShouldStartWith("Bad Request: bad webhook");
    }

    [Fact]
    public async Task A_certificate_is_attached_to_the_webhook()
    {
        using var content = new MemoryStream("public-key"u8.ToArray());
        await Bot().SetWebhook("https://example.org/x", InputFile.FromStream(content, "cert.pem"), allowedUpdates: [UpdateType.Message], cancellationToken: Ct);
        var body = Server.Requests.ShouldHaveSingleItem().Body;
        body.ShouldContain("public-key");
        body.ShouldContain("attach://0");
        body.ShouldContain("[\"message\"]");
    }

    private sealed class TalkativeHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"Cannot reach {request.RequestUri}");
    }
}
#endif
