using System.Text.RegularExpressions;
using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Conversations;

public partial class WhyAndTimelineTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_story_says_by_which_words_it_got_its_topics()
    {
        var talk = await stage.MeetAsync();
        var page = await talk.AskAsync("/odkb");
        var button = Conversation.Buttons(page).First(data => data.StartsWith("1:story:", StringComparison.Ordinal));
        var story = await talk.PressAsync(page, button, "/why_");
        var command = WhyCommand().Match(story.Content.Text).Value;
        command.ShouldNotBeEmpty();

        var tapped = await talk.AskAsync(command);
        tapped.Content.Text.ShouldStartWith("Почему эти темы и этот сюжет");
        tapped.Content.Text.ShouldContain("ОДКБ (об этом): «");
        tapped.Content.Text.ShouldContain("\nТемы бот определяет по словам текста; слова в кавычках взяты из самих публикаций.");
        tapped.Content.Text.ShouldNotContain("правила: ", customMessage: "they are the operator's words");
        (await talk.AskAsync(command.Replace("_", " #", StringComparison.Ordinal))).Content.Text.ShouldBe(tapped.Content.Text);
        talk.FoundNothing();
    }

    [Fact]
    public async Task A_story_says_which_words_its_reports_share_in_their_languages()
    {
        var talk = await stage.MeetAsync();
        var page = await talk.AskAsync("/cica");
        var button = Conversation.Buttons(page).First(data => data.StartsWith("1:story:", StringComparison.Ordinal));

        var why = await talk.AskAsync($"/why_{button.Split(':')[2]}");

        // The same in three languages: each names the conference in its own.
        why.Content.Text.ShouldContain("Один сюжет с публикацией «");
        why.Content.Text.ShouldContain("«АӨСШК» = «CICA»");
        why.Content.Text.ShouldContain("Знак = соединяет слова двух публикаций");
        talk.FoundNothing();
    }

    [Fact]
    public async Task A_denied_story_says_by_which_words_that_is_a_denial()
    {
        var talk = await stage.MeetAsync();
        var page = await talk.AskAsync("/nato");
        foreach (var button in Conversation.Buttons(page).Where(data => data.StartsWith("1:story:", StringComparison.Ordinal)))
        {
            var why = await talk.AskAsync($"/why_{button.Split(':')[2]}");
            if (DenyingWords().Match(why.Content.Text) is { Success: true } words)
            {
                var story = await talk.PressAsync(page, button, "⚠️ Есть опровержение");
                story.Content.Text.ShouldContain(words.Groups["words"].Value);
                talk.FoundNothing();
                return;
            }
        }

        Assert.Fail("No story of the list is denied.");
    }

    [Fact]
    public async Task A_number_means_the_story_of_the_list_one_looks_at()
    {
        var talk = await stage.MeetAsync();
        (await talk.AskAsync("2")).Content.Text.ShouldNotContain("/why_");
        var page = await talk.AskAsync("/odkb");
        var second = Conversation.Buttons(page).Where(data => data.StartsWith("1:story:", StringComparison.Ordinal)).ElementAt(1);
        var title = page.Content.Text.Split('\n').Single(line => line.StartsWith("2. ", StringComparison.Ordinal))["2. ".Length..];

        var opened = await talk.AskAsync("2");
        opened.Content.Text.ShouldContain(title);
        opened.Content.Text.ShouldContain($"/why_{second.Split(':')[2]}");
        var why = await talk.AskAsync("/why 2");
        why.Content.Text.ShouldBe((await talk.AskAsync($"/why_{second.Split(':')[2]}")).Content.Text);
        why.Content.Text.ShouldContain("ОДКБ (об этом)");
        (await talk.AskAsync("/why 99")).Content.Text.ShouldStartWith("Такого номера в списке нет, есть 1–");
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("/why", "/why_12")]
    [InlineData("/why НАТО", "/why_12")]
    [InlineData("/why #987654321", "Этого сюжета больше нет")]
    [InlineData("/why 987654321", "/why_12")]
    [InlineData("/timeline odkb ٢٠٠٤", "/timeline")]
    [InlineData("/timeline odkb ２００４", "/timeline")]
    [InlineData("/why_99999999999999999999", "/why_12")]
    public async Task What_is_no_storys_number_is_answered_too(string written, string answer)
    {
        var talk = await stage.MeetAsync();
        (await talk.AskAsync(written)).Content.Text.ShouldContain(answer);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("/timeline odkb 1990..2030", "ОДКБ · хронология, 1990–2030")]
    [InlineData("/timeline odkb 2030-1990", "ОДКБ · хронология, 1990–2030")]
    [InlineData("/timeline ОДКБ", "ОДКБ · хронология\n")]
    [InlineData("/timeline csto 2022", "ОДКБ · хронология, 2022\n")]
    [InlineData("/timeline odkb 2022..", "ОДКБ · хронология, 2022–\n")]
    [InlineData("/timeline odkb ..2024", "ОДКБ · хронология, –2024\n")]
    [InlineData("/timeline odkb", "\n\nноябрь 2023\n")]
    [InlineData("/timeline odkb, 2023", "ОДКБ · хронология, 2023\n")]
    [InlineData("/timeline", "Напишите тему и годы")]
    [InlineData("/timeline чаепитие 2004", "Темы «чаепитие» бот не знает")]
    [InlineData("/timeline чаепитие", "Например: /timeline odkb 2004..2024")]
    [InlineData("/timeline 2004..2005", "Напишите тему и годы")]
    [InlineData("/timeline odkb 10", "Напишите тему и годы")]
    [InlineData("/timeline odkb прошлый год", "Напишите тему и годы")]
    public async Task A_chronology_is_asked_for_by_topic_and_years(string written, string answer)
    {
        var talk = await stage.MeetAsync();
        (await talk.AskAsync(written)).Content.Text.ShouldContain(answer);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("/timeline nato 1800", "НАТО · хронология, 1800\n")]
    [InlineData("/timeline nato 1900", "НАТО · хронология, 1900\n")]
    [InlineData("/timeline nato 1801..1850", "НАТО · хронология, 1801–1850\n")]
    [InlineData("/timeline nato 2500", "НАТО · хронология, 2500\n")]
    [InlineData("/timeline nato 0000", "НАТО · хронология, 1\n")]
    public async Task Years_of_which_nothing_is_dated_say_where_there_is_something_and_lead_there(string written, string title)
    {
        var talk = await stage.MeetAsync();

        var empty = await talk.AskAsync(written);

        empty.Content.Text.ShouldStartWith(title);
        empty.Content.Text.ShouldContain("Самое раннее относится к 1994 году, самое позднее — к 20");
        await talk.PressAsync(empty, "1:line:nato:1900:2099:0", "\n1994\n");
        talk.FoundNothing();
    }

    [GeneratedRegex(@"^• Опровержение по словам: «(?<words>.+)»$", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DenyingWords();

    [GeneratedRegex(@"/why_\d+", RegexOptions.NonBacktracking)]
    private static partial Regex WhyCommand();
}
