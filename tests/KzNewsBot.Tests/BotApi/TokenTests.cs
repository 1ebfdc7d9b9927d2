using System.Net;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace KzNewsBot.Tests.BotApi;

public sealed class TokenTests : BotApiTest
{
    private const string Secret = "AAmadeUpSecret_with-35_characters00";

    [Theory]
    [InlineData("AAmadeUpSecret_with-35_characters00")]
    [InlineData(":AAmadeUpSecret_with-35_characters00")]
    [InlineData("bot:AAmadeUpSecret_with-35_characters00")]
    [InlineData("12345678901234567890:AAmadeUpSecret_with-35_characters00")]
    public void A_malformed_token_is_refused_without_being_quoted(string token)
    {
        var error = Should.Throw<ArgumentException>(() => new TelegramBotClientOptions(token));
        error.ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public void The_bots_number_stands_in_front_of_the_colon()
    {
        new TelegramBotClientOptions(BotToken).BotId.ShouldBe(424242);
        new TelegramBotClient(BotToken, cancellationToken: Ct).BotId.ShouldBe(424242);
    }

    [Fact]
    public void A_base_url_loses_its_path()
    {
        new TelegramBotClientOptions(BotToken, "http://localhost:8081/some/path?x=1").BaseRequestUrl.ShouldBe($"http://localhost:8081/bot{BotToken}");
        new TelegramBotClientOptions(BotToken).BaseRequestUrl.ShouldBe($"https://api.telegram.org/bot{BotToken}");
        Should.Throw<ArgumentException>(() => new TelegramBotClientOptions(BotToken, "localhost"));
    }

    [Fact]
    public void Printing_the_options_or_the_client_does_not_print_the_token()
    {
        new TelegramBotClientOptions(BotToken).ToString().ShouldNotBeNull().ShouldNotContain(Secret);
        Bot().ToString().ShouldNotBeNull().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task No_failure_quotes_the_token()
    {
        byte[]?[] answers =
        [
            [],
            RawBotApiServer.Http(HttpStatusCode.BadGateway, "text/html", "<html>"),
            RawBotApiServer.Http(HttpStatusCode.OK, "application/json", "{", missingBytes: 9),
            RawBotApiServer.Json(HttpStatusCode.OK, """{"ok":true,"result":[]}"""),
            RawBotApiServer.Json(HttpStatusCode.NotFound, """{"ok":false,"error_code":404,"description":"Not Found"}"""),
            null,
        ];
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };
        foreach (var answer in answers)
        {
            Server.Answer = _ => answer;
            var error = await Should.ThrowAsync<RequestException>(() => Bot(http).SendMessage(5, "hi", cancellationToken: Ct));
            error.ToString().ShouldNotContain(Secret);
        }
    }

    [Fact]
    public void Chats_are_named_by_number_or_username()
    {
        ((ChatId)(-1001234567890)).Identifier.ShouldBe(-1001234567890);
        ((ChatId)"-1001234567890").Identifier.ShouldBe(-1001234567890);
        ((ChatId)"@channel_name").Username.ShouldBe("@channel_name");
        ((ChatId)"@channel_name").ToString().ShouldBe("@channel_name");
        Should.Throw<ArgumentException>(() => new ChatId("channel name"));
    }
}
