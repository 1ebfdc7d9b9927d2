using KzNewsBot.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using KzNewsBot.Text.Classification;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Conversations;

public class TopicTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("/nato")]
    [InlineData("/odkb")]
    [InlineData("/sources")]
    [InlineData("/sources orda")]
    [InlineData("/sources kursiv")]
    [InlineData("/timeline odkb 2023")]
    public async Task Only_what_is_quoted_is_linked_by_itself(string asked)
    {
        var talk = await stage.MeetAsync("en");

        var answer = await talk.AskAsync(asked);

        var quotes = answer.Content.Entities.Where(entity => entity.IsQuote).ToList();
        answer.Content.Entities.Where(entity => entity.Type == "url").ShouldAllBe(url => quotes.Any(quote => quote.Contains(url)));
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("/nato", "НАТО")]
    [InlineData("/NATO", "НАТО")]
    [InlineData("нато", "НАТО")]
    [InlineData("НАТО", "НАТО")]
    [InlineData("альянс", "НАТО")]
    [InlineData("/odkb", "ОДКБ")]
    [InlineData("/csto", "ОДКБ")]
    [InlineData("/ukshu", "ОДКБ")]
    [InlineData("ұқшұ", "ОДКБ")]
    [InlineData("ҰҚШҰ", "ОДКБ")]
    [InlineData("/ұқшұ", "ОДКБ")]
    [InlineData("/oon", "ООН")]
    [InlineData("шос", "ШОС")]
    [InlineData("/odkb@kznews_playground_bot", "ОДКБ")]
    public async Task Every_name_of_a_topic_opens_it(string written, string topic)
    {
        var talk = await stage.MeetAsync();

        var page = await talk.AskAsync(written);

        page.Content.Text.ShouldStartWith($"{topic} · сюжеты");
        page.Content.Entities.ShouldContain(entity => entity.Type == "blockquote" || entity.Type == "expandable_blockquote");
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("en")]
    public async Task Every_topic_of_the_catalogue_answers_in_the_persons_language(string language)
    {
        var talk = await stage.MeetAsync(language);
        var catalogue = talk.Conversation.Services.GetRequiredService<TopicCatalogue>();

        foreach (var topic in catalogue.Topics)
        {
            var page = await talk.AskAsync($"/{topic.Command}");
            page.Content.Text.ShouldStartWith(topic.Name(LanguageCodes.Parse(language)));
            talk.Telegram.Clock.Advance(TimeSpan.FromSeconds(3));
        }

        talk.FoundNothing();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_topics_pages_turn_in_place_there_and_back(string provider)
    {
        var talk = await stage.MeetOnAsync(provider);

        var first = await talk.AskAsync("/odkb");
        var firstText = first.Content.Text;
        var older = Conversation.Buttons(first).Single(data => data.StartsWith("1:topic:odkb:3", StringComparison.Ordinal));
        var second = await talk.PressAsync(first, older, message => message.Content.Text != firstText);
        second.Content.Text.ShouldContain("4–");
        second.Content.Text.ShouldContain("\n4. ");
        await talk.PressAsync(second, "1:topic:odkb:0", message => message.Content.Text == firstText);

        talk.BotMessages().Count.ShouldBe(1);
        talk.FoundNothing();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_list_of_topics_switches_subscriptions(string provider)
    {
        var talk = await stage.MeetOnAsync(provider);

        var list = await talk.AskAsync("/topics");
        Conversation.Shows(list, "✓ НАТО").ShouldBeFalse();
        await talk.PressAsync(list, "1:mark:nato:on", message => Conversation.Shows(message, "✓ НАТО"));
        var two = await talk.PressAsync(list, "1:mark:odkb:on", message => Conversation.Shows(message, "✓ ОДКБ"));
        Conversation.Shows(two, "✓ НАТО").ShouldBeTrue();
        two.Content.Text.ShouldContain("Следующая сводка");
        await talk.PressAsync(list, "1:mark:nato:off", message => !Conversation.Shows(message, "✓ НАТО"));
        var none = await talk.PressAsync(list, "1:unsuball", message => !Conversation.Shows(message, "✓ ОДКБ"));

        none.Content.Text.ShouldContain("Сводка не включена");
        talk.FoundNothing();
    }

    [Fact]
    public async Task Both_databases_answer_alike()
    {
        var here = await stage.MeetOnAsync(nameof(StorageProvider.Sqlite));
        var there = await stage.MeetOnAsync(nameof(StorageProvider.Postgres));

        foreach (var question in new[] { "/nato", "/un", "миротворцы", "Рютте" })
        {
            (await there.AskAsync(question)).Content.ShouldBeEquivalentTo((await here.AskAsync(question)).Content, question);
        }
    }
}
