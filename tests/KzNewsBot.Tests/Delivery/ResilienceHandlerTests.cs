using System.Net;
using KzNewsBot.Delivery;
using KzNewsBot.Playground.Simulator;
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
        (await SendAsync(wire, TimeProvider.System)).ShouldBeOfType<DeliveryOutcome.Retry>().Flood.ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_that_left_and_got_no_answer_is_in_doubt()
    {
        using var server = new SilentHandler();
        var clock = VirtualClock.StandingAt(DateTimeOffset.UnixEpoch);
        var sending = SendAsync(server, clock);
        (await server.Heard.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token)).ShouldContain("hello");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await sending).ShouldBeOfType<DeliveryOutcome.Doubt>();
    }

    private static async Task<DeliveryOutcome> SendAsync(HttpMessageHandler wire, TimeProvider clock)
    {
        var resilience = new TelegramResilience(Options.Create(new DeliveryOptions { TimeoutSeconds = 1 }), clock);
        using var http = new HttpClient(new ResilienceHandler(resilience.Sends) { InnerHandler = wire });
        var client = new TelegramBotClient("1:abc", http);
        var fault = await Should.ThrowAsync<RequestException>(() => client.SendMessage(1, "hello", cancellationToken: Token));
        return OutcomeClassifier.Classify(fault);
    }

    /// <summary>Reads all and says nothing.</summary>
    private sealed class SilentHandler : HttpMessageHandler
    {
        private readonly TaskCompletionSource<string> _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Heard => _heard.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _heard.SetResult(await request.Content!.ReadAsStringAsync(cancellationToken));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
