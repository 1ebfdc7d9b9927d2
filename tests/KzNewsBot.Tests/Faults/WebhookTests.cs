using System.Globalization;
using System.Net;
using System.Text;
using KzNewsBot.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Faults;

public sealed class WebhookTests : IDisposable
{
    private const string Secret = "a-webhook-secret-of-this-test";

    private readonly HttpClient _http = new();
    private readonly Uri _hook = new($"http://127.0.0.1:{FreePort.Find()}/hook");

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_conversation_works_through_the_webhook(string provider)
    {
        await using var conversation = await BeginAsync(provider);

        var topic = await conversation.AskAsync("/nato");
        topic.Content.Text.ShouldStartWith("НАТО");
        await conversation.PressAsync(topic, Conversation.Buttons(topic)[0], message => message.Content.Text.Contains("Кто сообщает", StringComparison.Ordinal));

        conversation.Telegram.Requests().ShouldNotContain(request => request.Method == "getUpdates");
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_telegram_with_the_secret_and_a_body_of_reasonable_size_is_heard()
    {
        await using var conversation = await BeginAsync(nameof(StorageProvider.Sqlite));
        var update = Question(1, "/nato");

        (await PostAsync(update, secret: null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(update, "wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(new string(' ', 2 * 1024 * 1024) + update, Secret)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync("{\"update_id\":", Secret)).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync("[]", Secret)).ShouldBe(HttpStatusCode.BadRequest);
        (await InboxAsync(conversation)).ShouldBeEmpty();
        (await PostAsync(update, Secret)).ShouldBe(HttpStatusCode.OK);
        (await InboxAsync(conversation)).ShouldBe([1]);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Updates_count_once_whatever_their_numbers_and_kinds(string provider)
    {
        await using var conversation = await BeginAsync(provider);
        var before = await conversation.AskAsync("/help");

        (await PostAsync(Question(900, "/nato"), Secret)).ShouldBe(HttpStatusCode.OK);
        (await PostAsync(Question(900, "/nato"), Secret)).ShouldBe(HttpStatusCode.OK);
        (await PostAsync("""{"update_id":901,"purchased_paid_media":{"from":{"id":1},"x":[1,2]},"something_new":{}}""", Secret)).ShouldBe(HttpStatusCode.OK);
        (await PostAsync("""{"update_id":902,"message":{"message_id":"not a number"}}""", Secret)).ShouldBe(HttpStatusCode.OK);
        (await PostAsync("""{"message":{"message_id":1}}""", Secret)).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(Question(5, "/odkb"), Secret)).ShouldBe(HttpStatusCode.OK);
        (await PostAsync(Question(5, "/odkb"), Secret)).ShouldBe(HttpStatusCode.OK);
        await conversation.PassTimeUntilAsync(() => Task.FromResult(Answers(conversation, before.Id).Count >= 2), "both questions were answered");
        await conversation.AskAsync("/help");

        Answers(conversation, before.Id).Select(text => text.Split(' ')[0]).ShouldBe(["НАТО", "ОДКБ", "Команды\n\n/nato"]);
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_200_waits_for_the_commit()
    {
        await using var conversation = await BeginAsync(nameof(StorageProvider.Sqlite));
        await conversation.AskAsync("/help");
        await using var other = new SqliteConnection($"Data Source={Path.Combine(conversation.Database.Folder, "kznewsbot.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        var writing = other.BeginTransaction();

        var posted = PostAsync(Question(77, "/nato"), Secret);
        await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System, TestContext.Current.CancellationToken);
        posted.IsCompleted.ShouldBeFalse();
        await writing.RollbackAsync(TestContext.Current.CancellationToken);

        (await posted).ShouldBe(HttpStatusCode.OK);
        (await InboxAsync(conversation)).ShouldContain(77);
        await writing.DisposeAsync();
        conversation.Telegram.Findings().ShouldBeEmpty();
    }

    public void Dispose() => _http.Dispose();

    private async Task<Conversation> BeginAsync(string provider)
    {
        var conversation = await Conversation.BeginAsync(provider, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Telegram:Mode"] = "Webhook",
            ["Telegram:WebhookUrl"] = _hook.ToString(),
            ["Telegram:WebhookSecret"] = Secret,
            ["Http:Url"] = _hook.GetLeftPart(UriPartial.Authority),
        });
        await conversation.PassTimeUntilAsync(() => Task.FromResult(conversation.Telegram.World.Webhook.IsSet), "the webhook is set");
        return conversation;
    }

    private async Task<HttpStatusCode> PostAsync(string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _hook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static string Question(int updateId, string text) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"update_id":{{{updateId}}},"message":{"message_id":{{{updateId}}},"date":1,"chat":{"id":{{{Conversation.Person}}},"type":"private","first_name":"P"},"from":{"id":{{{Conversation.Person}}},"is_bot":false,"first_name":"P","language_code":"ru"},"text":"{{{text}}}"}}""");

    private static Task<List<long>> InboxAsync(Conversation conversation) =>
        conversation.Services.GetRequiredService<NewsDatabase>().ReadAsync(
            (context, token) => context.Inbox.Select(row => row.UpdateId).ToListAsync(token),
            TestContext.Current.CancellationToken);

    private static List<string> Answers(Conversation conversation, int after) =>
        [.. conversation.Telegram.Messages(Conversation.Person).Where(message => message.IsFromBot && message.Id > after).Select(message => message.Content.Text)];
}
