using System.Globalization;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Conversations;

public class CommandMenuTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("", "help", "help")]
    [InlineData("en", "help", "help")]
    [InlineData("ru", "help", "справка")]
    [InlineData("kk", "help", "анықтама")]
    public async Task The_menu_speaks_each_language(string language, string command, string description)
    {
        var talk = await stage.MeetAsync();
        var menu = await MenuAsync(talk, language);

        menu.Count.ShouldBeInRange(8, 100);
        menu.ShouldContain(entry => entry.Command == "nato");
        menu.ShouldContain(entry => entry.Command == "odkb");
        menu.Single(entry => entry.Command == command).Description.ShouldBe(description);
        talk.FoundNothing();
    }

    [Fact]
    public async Task Every_command_of_the_menu_is_answered_with_more_than_a_shrug()
    {
        var talk = await stage.MeetAsync("en");
        foreach (var entry in await MenuAsync(talk, "en"))
        {
            (await talk.AskAsync($"/{entry.Command}")).Content.Text.ShouldNotContain("There is no such command");
            talk.Telegram.Clock.Advance(TimeSpan.FromSeconds(3));
        }

        talk.FoundNothing();
    }

    [Theory]
    [InlineData("1:hello:kk", "анықтама")]
    [InlineData("1:hello:ru", "справка")]
    public async Task The_menu_follows_the_language_that_a_chat_chose(string press, string description)
    {
        var talk = await stage.MeetAsync("en");
        await talk.PressAsync(await talk.AskAsync("/start"), press, message => !Conversation.HasButton(message, press));

        (await ChatMenuAsync(talk)).Single(entry => entry.Command == "help").Description.ShouldBe(description);
        talk.FoundNothing();
    }

    [Fact]
    public async Task The_menu_of_a_chat_that_chose_its_language_long_ago_is_renewed()
    {
        var talk = await stage.MeetAsync("en");
        await talk.Conversation.Services.GetRequiredService<SubscriberBook>()
            .SetLanguageAsync(new ChatAddress(talk.ChatId, 0), Language.Kazakh, TestContext.Current.CancellationToken);

        await talk.AskAsync("/nato");
        (await ChatMenuAsync(talk)).Single(entry => entry.Command == "help").Description.ShouldBe("анықтама");
        await talk.AskAsync("/help");
        await talk.AskAsync("/help");
        talk.Telegram.Requests().Count(request => request.Method == "setMyCommands" && request.Parameters["scope"]?.ToJsonString().Contains(talk.ChatId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) == true).ShouldBe(1);
        talk.FoundNothing();
    }

    private static async Task<IReadOnlyList<MenuCommand>> ChatMenuAsync(Talk talk)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (true)
        {
            if (talk.Telegram.World.Bot.Menus.Get(new CommandScope("chat", talk.ChatId), "") is { Count: > 0 } menu)
            {
                return menu;
            }

            await tick.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The menu is published beside the first poll: a default and one for each language.</summary>
    private static async Task<IReadOnlyList<MenuCommand>> MenuAsync(Talk talk, string language)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (talk.Telegram.Requests().Count(request => request.Method == "setMyCommands") < 4)
        {
            await tick.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return talk.Telegram.World.Bot.Menus.Get(CommandScope.Default, language);
    }
}
