using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Playground.Simulator.World;
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

    [Fact]
    public async Task An_apology_names_the_operators_address_where_there_is_one()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite), new Dictionary<string, string?>(StringComparer.Ordinal) { ["Fetching:Contact"] = "press@kznews.example" });
        await conversation.Services.GetRequiredService<NewsDatabase>().WriteAsync(
            WritePriority.Interactive,
            (context, token) => context.Database.ExecuteSqlAsync($"DROP TABLE article_search", token),
            TestContext.Current.CancellationToken);

        var poison = conversation.Telegram.SendText(Conversation.Person, "/search миротворцы");
        await conversation.PassTimeUntilAsync(() => Task.FromResult(Answers(conversation, poison).Count == 1), "it was answered");

        Answers(conversation, poison)[0].ShouldContain("напишите оператору: press@kznews.example (номер ошибки ");
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
    public async Task What_an_answer_tells_is_noted_though_the_bot_ends_while_it_leaves()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        await conversation.AskAsync("/subscribe un");
        var before = Sends();
        conversation.Telegram.PlanFault("delay", method: "sendMessage", delay: TimeSpan.FromSeconds(3));
        conversation.Telegram.SendText(Conversation.Person, "/nato");
        await conversation.WaitUntilAsync(async () => await ToldAsync(conversation.Services.GetRequiredService<NewsDatabase>()) is { Notes: 1, Claims: > 0, Denials: 0 }, "the claims count as read, were it killed now");
        Sends().ShouldBe(before, "the answer has not left yet");

        await conversation.StopBotAsync();
        await using var house = await House.OpenAsync(conversation.Database);
        (await ToldAsync(house.Database)).ShouldSatisfyAllConditions(told => told.Notes.ShouldBe(1), told => told.Claims.ShouldBeGreaterThan(0), told => told.Denials.ShouldBeGreaterThan(0, "they have arrived too"));

        int Sends() => conversation.Telegram.Requests().Count(request => request.Method == "sendMessage");

        static Task<(int Notes, int Claims, int Denials)> ToldAsync(NewsDatabase database) => database.ReadAsync(
            async (context, token) =>
            {
                var told = await context.Deliveries.Where(row => row.Key.StartsWith("asked:")).Join(context.ToldStories, row => row.EditionId, story => story.EditionId, (row, story) => new { row.Id, story.Denied }).ToListAsync(token);
                return (told.DistinctBy(story => story.Id).Count(), told.Count(story => !story.Denied), told.Count(story => story.Denied));
            },
            TestContext.Current.CancellationToken);
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

    [Fact]
    public async Task Nobody_calls_into_a_long_wait()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        conversation.Telegram.PlanFault("429", method: "sendMessage", chatId: Conversation.Person, retryAfter: 300);
        var from = conversation.Telegram.World.Now;
        for (var number = 0; number < 5; number++)
        {
            conversation.Telegram.SendText(Conversation.Person, "/nato");
        }

        await conversation.PassTimeUntilAsync(() => Task.FromResult(conversation.Telegram.World.Now - from > TimeSpan.FromSeconds(240)), "four minutes passed");
        conversation.Telegram.Requests().Count(request => request.Method == "sendMessage").ShouldBe(1);
        await conversation.PassTimeUntilAsync(() => Task.FromResult(conversation.Telegram.World.Now - from > TimeSpan.FromSeconds(310)), "the wait is over");
        var asked = conversation.Telegram.SendText(Conversation.Person, "/nato");
        await conversation.PassTimeUntilAsync(() => Task.FromResult(Answers(conversation, asked).Count == 1), "the answer came");
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task Chats_that_Telegram_makes_wait_hold_up_no_other()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        var waiting = Enumerable.Range(0, 30).Select(_ => conversation.Telegram.CreateChat(ChatKind.Private, "W")).ToList();
        foreach (var chat in waiting)
        {
            conversation.Telegram.PlanFault("429", method: "sendMessage", chatId: chat, retryAfter: 30);
            conversation.Telegram.SendText(chat, "/nato");
        }

        await conversation.WaitUntilAsync(() => Task.FromResult(Sends().Count >= waiting.Count), "all were told to wait");
        var asked = conversation.Telegram.SendText(Conversation.Person, "/nato");
        await conversation.WaitUntilAsync(() => Task.FromResult(Answers(conversation, asked).Count == 1), "the answer came");
        Sends()[waiting.Count].ShouldBe(Conversation.Person, "none of the others had its wait behind it");
        conversation.Telegram.Findings().ShouldBeEmpty();

        List<long?> Sends() => [.. conversation.Telegram.Requests().Where(request => request.Method == "sendMessage").Select(request => (long?)request.Parameters["chat_id"])];
    }

    [Theory]
    [InlineData(5, "the second was begun when the first had its answer")]
    [InlineData(25, "one that waits for Telegram kills nobody, and holds up nobody for long")]
    public async Task What_was_there_at_two_ends_of_the_program_is_answered_one_by_one(int wait, string because)
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        var other = conversation.Telegram.CreateChat(ChatKind.Private, "W");
        await conversation.Services.GetRequiredService<NewsDatabase>().WriteAsync(
            WritePriority.Interactive,
            (context, _) =>
            {
                context.Inbox.AddRange(Suspect(1, Conversation.Person), Suspect(2, other));
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        await conversation.StopBotAsync();
        conversation.Telegram.PlanFault("429", method: "sendMessage", chatId: Conversation.Person, retryAfter: wait);
        await conversation.StartBotAsync();

        await conversation.PassTimeUntilAsync(() => Task.FromResult(Sends().Count == 3), "both were answered");
        Sends().ShouldBe(wait < 20 ? [Conversation.Person, Conversation.Person, other] : [Conversation.Person, other, Conversation.Person], because);
        conversation.Telegram.Findings().ShouldBeEmpty();

        List<long?> Sends() => [.. conversation.Telegram.Requests().Where(request => request.Method == "sendMessage").Select(request => (long?)request.Parameters["chat_id"])];

        InboxUpdate Suspect(int id, long chat) => new()
        {
            UpdateId = id,
            ReceivedAt = conversation.Telegram.World.Now,
            Starts = 2,
            Payload = $$"""{"update_id":{{id}},"message":{"message_id":{{id}},"date":0,"text":"/help","chat":{"id":{{chat}},"type":"private","first_name":"W"},"from":{"id":{{chat}},"is_bot":false,"first_name":"W"} } }""",
        };
    }

    [Fact]
    public async Task A_chat_that_floods_the_bot_is_answered_as_far_as_anybody_reads()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        conversation.Telegram.PlanFault("429", method: "sendMessage", chatId: Conversation.Person, retryAfter: 20);
        for (var number = 0; number < 90; number++)
        {
            conversation.Telegram.SendText(Conversation.Person, "/help");
        }

        await conversation.PassTimeUntilAsync(() => Task.FromResult(Answers(conversation, 0).Count >= 40), "many were answered");
        await conversation.PassTimeUntilAsync(async () => await OpenAsync(conversation) == 0, "nothing is left in the inbox");
        Answers(conversation, 0).Count.ShouldBeLessThan(60);
        conversation.Telegram.Findings().ShouldBeEmpty();

        static Task<int> OpenAsync(Conversation conversation) => conversation.Services.GetRequiredService<NewsDatabase>().ReadAsync(
            (context, token) => context.Inbox.CountAsync(row => row.State != InboxState.Done, token),
            TestContext.Current.CancellationToken);
    }

    private static List<string> Answers(Conversation conversation, int after) =>
        [.. conversation.Telegram.Messages(Conversation.Person).Where(message => message.IsFromBot && message.Id > after).Select(message => message.Content.Text)];
}
