using KzNewsBot.Delivery;
using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Kills;

/// <summary>The same in one process, at moments chosen by the accident of one message.</summary>
public class AbruptStopTests
{
    private const int Readers = 12;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_stop_between_accidents_loses_and_doubles_nothing(string provider)
    {
        await using var conversation = await Conversation.BeginAsync(provider);
        for (var reader = 3001; reader < 3001 + Readers; reader++)
        {
            await conversation.SubscribeAsync(reader);
        }

        conversation.Telegram.PlanFault("cutAfter", method: "sendMessage", chatId: 3004);
        conversation.Telegram.PlanFault("cutBefore", method: "sendMessage", chatId: 3008);
        conversation.Telegram.PlanFault("429", method: "sendMessage", chatId: 3010, retryAfter: 40);
        for (var reader = 3001; reader < 3001 + Readers; reader++)
        {
            await conversation.EnqueueAsync(reader, "test:stop", "первая", "вторая");
        }

        for (var stop = 1; stop <= 3; stop++)
        {
            // No more than there are in all: a slow start may have used them up.
            var sends = Math.Min(Sends(conversation) + 4, Readers * 2);
            await conversation.PassTimeUntilAsync(() => Task.FromResult(Sends(conversation) >= sends), "some more were sent");
            await conversation.StopBotAsync();
            await conversation.StartBotAsync();
        }

        var states = await conversation.SettledAsync("test:stop");
        states.Count(state => state == DeliveryState.Unknown).ShouldBe(2);
        states.Count(state => state == DeliveryState.Sent).ShouldBe((Readers * 2) - 2);
        for (var reader = 3001; reader < 3001 + Readers; reader++)
        {
            conversation.Telegram.Messages(reader).Select(message => message.Content.Text).ShouldBe(reader == 3008 ? ["вторая"] : ["первая", "вторая"]);
        }

        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    private static int Sends(Conversation conversation) => conversation.Telegram.Requests().Count(request => request.Method == "sendMessage");
}
