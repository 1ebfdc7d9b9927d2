using KzNewsBot.Bot;
using KzNewsBot.Bot.Commands;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Tests.Bot;

public class CommandTextTests
{
    private static readonly TopicCatalogue Catalogue = TopicCatalogue.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "topics.json")));

    [Theory]
    [InlineData("/nato", "nato", null, "")]
    [InlineData("/NATO", "nato", null, "")]
    [InlineData("/нато", "нато", null, "")]
    [InlineData("/ұқшұ", "ұқшұ", null, "")]
    [InlineData("/nato@KzNewsBot", "nato", "KzNewsBot", "")]
    [InlineData("/subscribe@KzNewsBot  nato  08:30 ", "subscribe", "KzNewsBot", "nato  08:30")]
    [InlineData("/search\nдве строки\nслов", "search", null, "две строки\nслов")]
    [InlineData("/start nato", "start", null, "nato")]
    public void A_command_is_taken_apart(string text, string name, string? bot, string arguments) =>
        CommandText.Parse(text).ShouldBe(new CommandText(name, bot, arguments));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("nato")]
    [InlineData(" /nato")]
    [InlineData("//nato")]
    [InlineData("/nato!")]
    [InlineData("/a/b")]
    [InlineData("/nato@")]
    [InlineData("/nato@Kz News")]
    public void Other_words_are_no_command(string text)
    {
        if (CommandText.Parse(text) is { } command)
        {
            command.BotName.ShouldBe("Kz", "only a name without spaces can follow the at sign");
        }
    }

    [Theory]
    [InlineData("nato odkb 08:30", "nato,odkb", 510, null)]
    [InlineData("НАТО, ОДКБ; 8", "nato,odkb", 480, null)]
    [InlineData("/nato csto ҰҚШҰ", "nato,odkb", null, null)]
    [InlineData("nato nato", "nato", null, null)]
    [InlineData("21.15", "", 1275, null)]
    [InlineData("nato luna 08:30", "nato", null, "luna")]
    [InlineData("25:00", "", null, "25:00")]
    [InlineData("  ", "", null, null)]
    public void An_order_names_topics_and_a_time(string text, string topics, int? minute, string? unknown)
    {
        var order = SubscriptionOrder.Parse(text, Catalogue);
        string.Join(',', order.Topics).ShouldBe(topics);
        (order.Minute, order.Unknown).ShouldBe((minute, unknown));
    }
}
