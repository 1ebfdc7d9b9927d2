using KzNewsBot.Bot;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Tests.Bot;

public class TopicNamesTests
{
    [Fact]
    public void Topics_and_commands_together_fit_the_menu()
    {
        var most = 100 - CommandMenu.Fixed.Count;
        TopicNames.Check(WithTopics(most), ["why"]);
        Should.Throw<FormatException>(() => TopicNames.Check(WithTopics(most + 1), ["why"])).Message
            .ShouldBe($"There are {most + 1} topics; with the bot's {CommandMenu.Fixed.Count} commands Telegram shows 100 at most.");
    }

    private static TopicCatalogue WithTopics(int count) => TopicCatalogue.Parse($$"""{"topics":[{{string.Join(',', Enumerable.Range(1, count).Select(TopicOf))}}]}""");

    private static string TopicOf(int number) => $$$"""
        {"id":"t{{{number}}}","command":"t{{{number}}}","order":{{{number}}},"names":{"ru":"а{{{number}}}","kk":"ә{{{number}}}","en":"a{{{number}}}"},
        "longNames":{"ru":"б{{{number}}}","kk":"в{{{number}}}","en":"c{{{number}}}"},"aliases":[],"terms":{"ru":["слово{{{number}}}"]}}
        """;
}
