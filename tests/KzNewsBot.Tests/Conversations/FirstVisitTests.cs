using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Conversations;

public class FirstVisitTests
{
    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_newcomer_gets_from_start_to_the_first_digest(string provider)
    {
        await using var conversation = await Conversation.BeginAsync(provider);
        var telegram = conversation.Telegram;

        var greeting = await conversation.AskAsync("/start");
        telegram.PressButton(Conversation.Person, greeting.Id, "1:hello:ru");
        await conversation.UntilAsync(greeting.Id, message => message.Content.Text.Contains("дословная цитата", StringComparison.Ordinal));

        var topic = await conversation.AskAsync("/nato");
        var page = topic.Content.Text;
        page.ShouldStartWith("НАТО");
        var open = Conversation.Buttons(topic).First(data => data.StartsWith("1:story:", StringComparison.Ordinal));
        telegram.PressButton(Conversation.Person, topic.Id, open);
        var story = await conversation.UntilAsync(topic.Id, message => message.Content.Text.Contains("Кто сообщает", StringComparison.Ordinal));
        telegram.PressButton(Conversation.Person, topic.Id, Conversation.Buttons(story).Single());
        var back = await conversation.UntilAsync(topic.Id, message => message.Content.Text == page);
        telegram.PressButton(Conversation.Person, topic.Id, Conversation.Buttons(back).Single(data => data.StartsWith("1:sub:", StringComparison.Ordinal)));
        await conversation.UntilAsync(topic.Id, message => Conversation.Buttons(message).Any(data => data.StartsWith("1:unsub:", StringComparison.Ordinal)));

        telegram.Clock.Advance(TimeSpan.FromDays(1));
        var digest = await conversation.NextAsync(Conversation.Person, topic.Id);
        digest.Content.Text.ShouldStartWith("Сводка");
        var first = Conversation.Buttons(digest).First(data => data.StartsWith("1:story:", StringComparison.Ordinal));
        telegram.PressButton(Conversation.Person, digest.Id, first);
        var opened = await conversation.NextAsync(Conversation.Person, digest.Id);
        opened.Content.Text.ShouldContain("Кто сообщает");
        digest.Content.Text.ShouldContain(opened.Content.Text.Split('\n')[0], customMessage: "the story that its number names");
        telegram.PressButton(Conversation.Person, opened.Id, Conversation.Buttons(opened).Single());
        await conversation.UntilAsync(opened.Id, message => message.Content.Text.StartsWith("НАТО", StringComparison.Ordinal));
        telegram.Findings().ShouldBeEmpty();
    }
}
