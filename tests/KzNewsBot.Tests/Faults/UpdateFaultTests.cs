using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Faults;

public class UpdateFaultTests
{
    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_update_that_cannot_be_handled_is_laid_aside_with_an_apology(string provider)
    {
        await using var conversation = await Conversation.BeginAsync(provider);
        await conversation.Services.GetRequiredService<NewsDatabase>().WriteAsync(
            WritePriority.Interactive,
            (context, token) => context.Database.ExecuteSqlAsync($"DROP TABLE article_search", token),
            TestContext.Current.CancellationToken);

        var poison = conversation.Telegram.SendText(Conversation.Person, "/search миротворцы");
        conversation.Telegram.SendText(Conversation.Person, "/help");
        await conversation.PassTimeUntilAsync(() => Task.FromResult(Answers(conversation, poison).Count == 2), "both were answered");

        var dead = await conversation.Services.GetRequiredService<NewsDatabase>().ReadAsync(
            (context, token) => context.Inbox.SingleAsync(row => row.State == InboxState.Dead, token),
            TestContext.Current.CancellationToken);
        Answers(conversation, poison)[0].ShouldContain(dead.UpdateId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Answers(conversation, poison)[1].ShouldStartWith("Команды");
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("500")]
    [InlineData("cutAfter")]
    [InlineData("broken")]
    [InlineData("hang")]
    public async Task An_answer_in_doubt_is_not_repeated_and_the_next_question_is_answered(string kind)
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        conversation.Telegram.PlanFault(kind, method: "sendMessage", afterEffect: true);

        var lost = conversation.Telegram.SendText(Conversation.Person, "/nato");
        conversation.Telegram.SendText(Conversation.Person, "/help");
        await conversation.PassTimeUntilAsync(() => Task.FromResult(Answers(conversation, lost).Exists(text => text.StartsWith("Команды", StringComparison.Ordinal))), "help was given");

        Answers(conversation, lost).Count(text => text.StartsWith("НАТО", StringComparison.Ordinal)).ShouldBe(1);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_waits_out_a_short_refusal_for_flooding()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        conversation.Telegram.PlanFault("429", method: "sendMessage", retryAfter: 5);

        var asked = conversation.Telegram.SendText(Conversation.Person, "/nato");
        await conversation.PassTimeUntilAsync(() => Task.FromResult(Answers(conversation, asked).Count == 1), "the answer came");

        var sends = conversation.Telegram.Requests().Where(request => request.Method == "sendMessage").ToList();
        sends.Count.ShouldBe(2);
        (sends[1].Time - sends[0].Time).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5));
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    private static List<string> Answers(Conversation conversation, int after) =>
        [.. conversation.Telegram.Messages(Conversation.Person).Where(message => message.IsFromBot && message.Id > after).Select(message => message.Content.Text)];
}
