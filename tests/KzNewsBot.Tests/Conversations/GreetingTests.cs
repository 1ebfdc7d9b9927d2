using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Conversations;

public class GreetingTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("ru", "Выберите тему")]
    [InlineData("kk", "Тақырыпты таңдаңыз")]
    [InlineData("en", "Pick a topic")]
    public async Task A_newcomer_chooses_the_language_of_everything_that_follows(string language, string welcome)
    {
        var talk = await stage.MeetAsync();

        var greeting = await talk.AskAsync("/start");
        Conversation.Buttons(greeting).Count.ShouldBe(3);
        await talk.PressAsync(greeting, $"1:hello:{language}", welcome);
        var second = await talk.AskAsync("/start");

        second.Content.Text.ShouldContain(welcome);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("ru", "Команды")]
    [InlineData("kk", "Командалар")]
    [InlineData("en", "Commands")]
    [InlineData("ru-RU", "Команды")]
    [InlineData("de", "Commands")]
    public async Task Before_a_choice_the_persons_telegram_decides_the_words(string language, string title)
    {
        var talk = await stage.MeetAsync(language);

        var help = await talk.AskAsync("/help");

        help.Content.Text.ShouldStartWith(title);
        help.Content.Text.ShouldContain("/odkb");
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("kk", "аудармалары бір жарияланым болып есептеледі")]
    [InlineData("ru", "перепечатки и переводы одного текста идут за одну")]
    [InlineData("en", "reprints and translations of one text count as one")]
    public async Task The_help_says_what_independent_reports_are(string language, string meaning)
    {
        var talk = await stage.MeetAsync(language);

        (await talk.AskAsync("/help")).Content.Text.ShouldContain(meaning);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("/start nato", "НАТО · сюжеты")]
    [InlineData("/start odkb", "ОДКБ · сюжеты")]
    public async Task A_deep_link_leads_straight_to_its_topic(string link, string heading)
    {
        var talk = await stage.MeetAsync();

        (await talk.AskAsync(link)).Content.Text.ShouldStartWith(heading);
        talk.FoundNothing();
    }

    [Fact]
    public async Task A_deep_link_to_nowhere_greets_as_usual()
    {
        var talk = await stage.MeetAsync();

        Conversation.HasButton(await talk.AskAsync("/start atlantis"), "1:hello:ru").ShouldBeTrue();
        talk.FoundNothing();
    }
}
