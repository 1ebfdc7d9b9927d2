using System.Text.Json;
using KzNewsBot.Data;
using KzNewsBot.Playground.ChatPage;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Tests.Simulator;
using Microsoft.Playwright;

namespace KzNewsBot.Tests.Browser;

/// <summary>What somebody does who has just cloned the repository: the real bot in the real page.</summary>
public sealed class ChatPageVisitTests(Chromium chromium)
{
    private const string Sqlite = nameof(StorageProvider.Sqlite);

    [Fact]
    public async Task Newcomer_gets_from_start_to_the_first_digest_on_a_desktop()
    {
        await using var conversation = await Conversation.BeginAsync(Sqlite);
        await using var visit = await PageVisit.BeginAsync(chromium, conversation.Telegram, 1280, 800);

        await GreetAsync(visit);
        await visit.WriteAsync("/na", "ArrowDown", "Enter");
        await ReadTopicAsync(visit);
        await visit.PictureAsync("chat-desktop.png", 1120, 720);
        await visit.PressAsync("🔔");
        await PageVisit.SeesAsync(visit.Newest.Locator(".inline-keyboard"), "🔕");

        await MoveClockAsync(visit);
        await visit.ReadsAsync("Сводка");
        (await visit.ScrollsSidewaysAsync()).ShouldBeFalse();
        await visit.At("theme-toggle").ClickAsync();
        (await visit.Page.GetAttributeAsync("html", "data-theme")).ShouldBe("dark");
        await EndsWellAsync(visit, conversation);
    }

    [Fact]
    public async Task Newcomer_gets_from_start_to_the_first_digest_on_a_phone()
    {
        await using var conversation = await Conversation.BeginAsync(Sqlite);
        await using var visit = await PageVisit.BeginAsync(chromium, conversation.Telegram, 390, 844, dark: true);
        (await visit.Page.GetAttributeAsync("html", "data-theme")).ShouldBe("dark");

        await GreetAsync(visit);
        await visit.At("command-menu").ClickAsync();
        await visit.At("command-nato").ClickAsync();
        await ReadTopicAsync(visit);
        await visit.PressAsync("🔔");
        await PageVisit.SeesAsync(visit.Newest.Locator(".inline-keyboard"), "🔕");

        await visit.Page.Locator("#clock-open").ClickAsync();
        await MoveClockAsync(visit);
        await visit.Page.Locator("#clock-close").ClickAsync();
        await visit.ReadsAsync("Сводка");
        (await visit.ScrollsSidewaysAsync()).ShouldBeFalse();
        await visit.PictureAsync("chat-phone.png", 390, 720);

        await visit.At("back").ClickAsync();
        await PageVisit.SeesAsync(visit.At("chat-list"), "Сводка");
        (await visit.ScrollsSidewaysAsync()).ShouldBeFalse();
        await visit.At($"chat-item-{Conversation.Person}").ClickAsync();
        await visit.ReadsAsync("Сводка");
        await EndsWellAsync(visit, conversation);
    }

    [Theory]
    [InlineData("kk", "Қазақша", "дәйексөз", "сюжеттер")]
    [InlineData("en", "English", "verbatim quotation", "stories")]
    public async Task Bot_answers_in_the_language_that_was_chosen(string language, string name, string promise, string stories)
    {
        await using var conversation = await Conversation.BeginAsync(Sqlite);
        await using var visit = await PageVisit.BeginAsync(chromium, conversation.Telegram, 1280, 800, language);

        (await visit.Page.GetAttributeAsync("html", "lang")).ShouldBe(language);
        await visit.At("start").ClickAsync();
        await visit.PressAsync(name);
        await visit.ReadsAsync(promise);
        await visit.WriteAsync("/nato");
        await visit.ReadsAsync(stories);
        await EndsWellAsync(visit, conversation);
    }

    [Fact]
    public async Task Group_shows_the_words_of_the_page_s_person_as_their_own()
    {
        await using var conversation = await Conversation.BeginAsync(Sqlite);
        await using var visit = await PageVisit.BeginAsync(chromium, conversation.Telegram, 1280, 800);
        await PageVisit.SeesAsync(visit.At("start"));

        await visit.At("new-chat").ClickAsync();
        await visit.Page.Locator("#new-chat-dialog [value=group]").Locator("..").ClickAsync();
        await visit.At("new-chat-title").FillAsync("Отдел");
        await visit.At("new-chat-create").ClickAsync();
        await PageVisit.SeesAsync(visit.Page.Locator("#chat-title"), "Отдел");
        await visit.WriteAsync("/subscribe nato");
        await visit.ReadsAsync("✓ НАТО");

        await PageVisit.SeesAsync(visit.Page.Locator("#log .row.own"), "/subscribe nato");
        await EndsWellAsync(visit, conversation);
    }

    [Fact]
    public async Task Blocked_bot_comes_back_with_one_press()
    {
        await using var conversation = await Conversation.BeginAsync(Sqlite);
        await using var visit = await PageVisit.BeginAsync(chromium, conversation.Telegram, 390, 844);
        await GreetAsync(visit);

        await visit.At("chat-menu").ClickAsync();
        await visit.Page.Locator("#chat-menu [data-action=block]").ClickAsync();
        await visit.At("restore").ClickAsync();
        await visit.WriteAsync("/help");
        await visit.ReadsAsync("Команды");
        await EndsWellAsync(visit, conversation);
    }

    [Fact]
    public async Task Every_day_is_headed_once_although_the_clock_was_set_back()
    {
        var options = new SimulatorOptions { Clock = VirtualClock.StandingAt(Conversation.Beginning), ExtraEndpoints = routes => routes.MapChatPage() };
        await using var telegram = await TelegramSimulator.StartAsync(options, TestContext.Current.CancellationToken);
        telegram.SendText(Conversation.Person, "on the 22nd");
        telegram.Clock.Advance(TimeSpan.FromDays(2));
        telegram.SendText(Conversation.Person, "on the 24th");
        telegram.SendText(Conversation.Person, "on the 22nd again");
        lock (telegram.World.Gate)
        {
            telegram.Messages(Conversation.Person)[^1].Date = Conversation.Beginning;
        }

        await using var visit = await PageVisit.BeginAsync(chromium, telegram, 1280, 800);
        await visit.ReadsAsync("on the 22nd again");
        foreach (var word in new[] { "once more", "and more" })
        {
            telegram.SendText(Conversation.Person, word);
            await visit.ReadsAsync(word);
            await PageVisit.SeesEachAsync(visit.Page.Locator("#log .day"), "22 ноября", "Сегодня", "22 ноября", "Сегодня");
        }

        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Commands_that_change_while_they_are_read_stay_open_and_chosen()
    {
        await using var telegram = await LocalTelegram.StartAsync(options => options with { ExtraEndpoints = routes => routes.MapChatPage() });
        await OfferAsync(telegram, "nato", "news");
        await using var visit = await PageVisit.BeginAsync(chromium, telegram.Simulator, 390, 844);
        await visit.At("command-menu").ClickAsync();
        await PageVisit.SeesAsync(visit.At("commands"), "/news");

        await OfferAsync(telegram, "help", "nato", "news");
        await PageVisit.SeesAsync(visit.At("commands"), "/help");
        await visit.At("command-menu").ClickAsync();
        await visit.WriteAsync("/n", "ArrowDown", "ArrowDown");
        await OfferAsync(telegram, "help", "name", "nato", "news");
        await PageVisit.SeesAsync(visit.At("commands"), "/name");
        (await visit.At("commands").InnerTextAsync()).ShouldNotContain("/help");
        await PageVisit.SeesAsync(visit.Page.Locator(".command[aria-selected=true]"), "/news");
        visit.Complaints.ShouldBeEmpty();
    }

    private static async Task OfferAsync(LocalTelegram telegram, params string[] commands)
    {
        var offered = commands.Select(command => new { command, description = $"about {command}" });
        (await telegram.CallAsync("setMyCommands", JsonSerializer.Serialize(new { commands = offered }))).ShouldSucceed();
    }

    private static async Task GreetAsync(PageVisit visit)
    {
        await PageVisit.SeesAsync(visit.Page.Locator("#welcome"), "НАТО");
        await visit.At("start").ClickAsync();
        await visit.PressAsync("Русский");
        await visit.ReadsAsync("дословная цитата");
    }

    /// <summary>The topic is on the screen: opens its first story and comes back.</summary>
    private static async Task ReadTopicAsync(PageVisit visit)
    {
        await visit.ReadsAsync("НАТО · сюжеты");
        await visit.PressAsync("1");
        await visit.ReadsAsync("Кто сообщает");
        await visit.PressAsync("Назад");
        await visit.ReadsAsync("НАТО · сюжеты");
    }

    private static async Task MoveClockAsync(PageVisit visit)
    {
        await visit.At("clock-time-of-day").FillAsync("08:00");
        await visit.At("clock-go").ClickAsync();
        await PageVisit.SeesAsync(visit.At("clock"), "08:0");
    }

    private static async Task EndsWellAsync(PageVisit visit, Conversation conversation)
    {
        (await visit.ScrollsSidewaysAsync()).ShouldBeFalse();
        visit.Complaints.ShouldBeEmpty();
        conversation.Telegram.Findings().ShouldBeEmpty();
    }
}
