using System.Net;
using KzNewsBot.Delivery;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace KzNewsBot.Tests.Delivery;

public class ResilienceHandlerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_nobody_answers_is_surely_not_sent()
    {
        using var wire = new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                throw new InvalidOperationException("never");
            },
        };
        (await SendAsync(wire)).ShouldBeOfType<DeliveryOutcome.Retry>().Flood.ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_that_left_and_got_no_answer_is_in_doubt()
    {
        using var server = new SilentHandler();
        (await SendAsync(server)).ShouldBeOfType<DeliveryOutcome.Doubt>();
        server.Heard.ShouldContain("hello");
    }

    private static async Task<DeliveryOutcome> SendAsync(HttpMessageHandler wire)
    {
        var resilience = new TelegramResilience(Options.Create(new DeliveryOptions { TimeoutSeconds = 1 }), TimeProvider.System);
        using var http = new HttpClient(new ResilienceHandler(resilience.Sends) { InnerHandler = wire });
        var client = new TelegramBotClient("1:abc", http);
        var fault = await Should.ThrowAsync<RequestException>(() => client.SendMessage(1, "hello", cancellationToken: Token));
        return OutcomeClassifier.Classify(fault);
    }

    /// <summary>Reads all and says nothing.</summary>
    private sealed class SilentHandler : HttpMessageHandler
    {
        public string Heard { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Heard = await request.Content!.ReadAsStringAsync(cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
