using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Tests.Harness;

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
        await talk.AskAsync("/help");

        var menu = talk.Telegram.World.Bot.Menus.Get(CommandScope.Default, language);

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
        await talk.AskAsync("/help");

        foreach (var entry in talk.Telegram.World.Bot.Menus.Get(CommandScope.Default, "en"))
        {
            (await talk.AskAsync($"/{entry.Command}")).Content.Text.ShouldNotContain("I found nothing");
            talk.Telegram.Clock.Advance(TimeSpan.FromSeconds(3));
        }

        talk.FoundNothing();
    }
}
