using KzNewsBot.Data;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Conversations;

/// <summary>What is kept of a chat is told, and goes on its word.</summary>
public class PrivacyTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chat_reads_what_is_kept_of_it_and_has_it_deleted(string provider)
    {
        var talk = await stage.MeetOnAsync(provider);
        (await talk.AskAsync("/privacy")).Content.Text.ShouldContain("Ничего: здесь пока ничего не выбрано");
        await talk.AskAsync("/subscribe nato 08:30");
        await talk.AskAsync("/digest");
        await talk.AskAsync("посол Рютте");

        var page = await talk.AskAsync("/privacy");
        page.Content.Text.ShouldContain("язык (Русский), пояс (Asia/Almaty), час сводки (08:30), темы (НАТО)");
        page.Content.Text.ShouldContain("Записаны 2 сообщения");
        page.Content.Text.ShouldContain("Запись хранится 90 дней");
        await talk.PressAsync(page, "1:privacy:ask", "Удалить всё, что бот хранит об этом чате?");
        await talk.PressAsync(page, "1:privacy", "Что бот хранит об этом чате");
        (await CountAsync(talk)).ShouldBe((1, 1, 2));
        (await talk.Conversation.Services.GetRequiredService<NewsDatabase>().ReadAsync(
            (context, token) => context.Deliveries.Where(row => row.Key.StartsWith("asked:") && context.Subscribers.Any(subscriber => subscriber.ChatId == talk.ChatId && subscriber.Id == row.SubscriberId))
                .Join(context.Editions, row => row.EditionId, edition => edition.Id, (_, edition) => edition.Messages).ToListAsync(token),
            TestContext.Current.CancellationToken)).ShouldBe(["[]", "[]"], "what is written here is not kept");

        await talk.PressAsync(page, "1:privacy:ask", "Удалить всё, что бот хранит об этом чате?");
        await talk.PressAsync(page, "1:privacy:erase", "Удалено: об этом чате бот больше ничего не хранит");
        (await CountAsync(talk)).ShouldBe((0, 0, 0));
        (await talk.AskAsync("/privacy")).Content.Text.ShouldContain("Ничего: здесь пока ничего не выбрано");

        // One may begin anew.
        (await talk.AskAsync("/subscribe un")).Content.Text.ShouldContain("Следующая сводка");
        talk.FoundNothing();
    }

    [Fact]
    public async Task Of_messages_nobody_was_sent_nothing_is_said()
    {
        var talk = await stage.MeetAsync();
        await talk.AskAsync("/settings 08:30");

        (await talk.AskAsync("/privacy")).Content.Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain("час сводки (08:30)"),
            text => text.ShouldNotContain("Запись хранится"));
        talk.FoundNothing();
    }

    [Fact]
    public async Task In_a_group_only_administrators_have_it_deleted_and_all_topics_of_a_forum_go()
    {
        const long Member = 501;
        var forum = await stage.GatherAsync(ChatKind.Supergroup, isForum: true);
        var thread = (int)forum.Telegram.Play(forum.ChatId, "createTopic", new ActionDetails(Name: "News"));
        await forum.AskAsync("/subscribe nato", forum.Owner, thread);
        (await forum.AskAsync("/privacy", Member)).Content.Text.ShouldContain("темы (НАТО)");
        await forum.AskAsync("/subscribe un", forum.Owner);

        var page = await forum.AskAsync("/privacy", Member);
        page.Content.Text.ShouldContain("темы (ООН)");
        forum.Telegram.PressButton(forum.ChatId, page.Id, "1:privacy:ask", Member);
        await forum.AskAsync("/help", forum.Owner);
        Conversation.HasButton(forum.BotMessages().Single(message => message.Id == page.Id), "1:privacy:ask").ShouldBeTrue("nothing was asked");
        (await CountAsync(forum)).Subscribers.ShouldBe(2);

        await forum.PressAsync(page, "1:privacy:ask", message => Conversation.HasButton(message, "1:privacy:erase"), forum.Owner);
        await forum.PressAsync(page, "1:privacy:erase", message => message.Content.Text.StartsWith("Удалено", StringComparison.Ordinal), forum.Owner);
        (await CountAsync(forum)).Subscribers.ShouldBe(0);
        forum.FoundNothing();
    }

    private static Task<(int Subscribers, int Topics, int Messages)> CountAsync(Talk talk) => talk.Conversation.Services.GetRequiredService<NewsDatabase>().ReadAsync(
        async (context, token) =>
        {
            var ofChat = context.Subscribers.Where(subscriber => subscriber.ChatId == talk.ChatId);
            return (
                await ofChat.CountAsync(token),
                await context.Subscriptions.CountAsync(subscription => ofChat.Any(subscriber => subscriber.Id == subscription.SubscriberId), token),
                await context.Deliveries.CountAsync(row => ofChat.Any(subscriber => subscriber.Id == row.SubscriberId), token));
        },
        TestContext.Current.CancellationToken);
}
