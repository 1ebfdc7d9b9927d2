using KzNewsBot.Data;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Kills;

public class CommandKillTests
{
    private const int People = 24;
    private const long FirstPerson = 50_001;

    [Fact]
    public async Task No_subscription_is_lost_and_nobody_is_answered_twice()
    {
        using var database = await StockedDatabase.CopyAsync(nameof(StorageProvider.Sqlite));
        await using var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions(), TestContext.Current.CancellationToken);
        for (var person = FirstPerson; person < FirstPerson + People; person++)
        {
            telegram.CreateChat(ChatKind.Private, "Person", person, "ru");
            telegram.SendText(person, "/subscribe nato odkb 08:30");
        }

        foreach (var answers in new[] { 1, 9 })
        {
            await using var bot = BotChild.Start(database, telegram);
            await bot.UntilAsync(() => Answers(telegram).Count >= answers, $"{answers} people were answered");
            await bot.KillAsync();
        }

        await using (var last = BotChild.Start(database, telegram))
        {
            await using var house = await House.OpenAsync(database);
            await last.UntilAsync(
                async () => await house.Database.ReadAsync((context, token) => context.Subscribers.CountAsync(row => row.Subscriptions.Count == 2 && row.NextDueAt != null, token), TestContext.Current.CancellationToken) == People,
                "everybody was subscribed");
            var asked = telegram.SendText(FirstPerson, "/help");
            await last.UntilAsync(() => telegram.Messages(FirstPerson).Any(message => message.IsFromBot && message.Id > asked), "help was given");
        }

        Answers(telegram).Where(message => message.StartsWith("Темы", StringComparison.Ordinal)).ShouldNotBeEmpty();
        for (var person = FirstPerson; person < FirstPerson + People; person++)
        {
            telegram.Messages(person).Count(message => message.IsFromBot && message.Content.Text.StartsWith("Темы", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1);
        }

        telegram.Findings().ShouldBeEmpty();
    }

    private static List<string> Answers(TelegramSimulator telegram) =>
        [.. Enumerable.Range(0, People).SelectMany(person => telegram.Messages(FirstPerson + person)).Where(message => message.IsFromBot).Select(message => message.Content.Text)];
}
