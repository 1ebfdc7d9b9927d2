using KzNewsBot.Delivery;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Faults;

/// <summary>Groups that move, throw the bot out or close the topic it writes to.</summary>
public class MovedChatTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_group_that_became_a_supergroup_takes_its_subscription_along()
    {
        var group = await stage.GatherAsync(ChatKind.Group);
        await group.Conversation.SubscribeAsync(group.ChatId);

        var moved = group.Telegram.Play(group.ChatId, "migrate");
        await group.Conversation.PassTimeUntilAsync(async () => (await CardAsync(group, moved)).Topics.Count == 1, "the subscription moved");
        await group.Conversation.EnqueueAsync(moved, "test:moved", "сводка");

        (await group.Conversation.SettledAsync("test:moved")).ShouldBe([DeliveryState.Sent]);
        Texts(group, moved).ShouldBe(["сводка"]);
        group.FoundNothing();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_move_nobody_told_of_is_learnt_from_the_refusal(string provider)
    {
        await using var conversation = await Conversation.BeginAsync(provider);
        var group = new Talk(conversation, conversation.Telegram.CreateChat(ChatKind.Group, "Gathering"));
        await conversation.SubscribeAsync(group.ChatId);
        await conversation.StopBotAsync();
        var moved = group.Telegram.Play(group.ChatId, "migrate");
        lock (group.Telegram.World.Gate)
        {
            group.Telegram.World.Updates.Clear();
        }

        await conversation.StartBotAsync();
        await conversation.EnqueueAsync(group.ChatId, "test:moved", "первая", "вторая");

        (await conversation.SettledAsync("test:moved")).ShouldBe([DeliveryState.Sent, DeliveryState.Sent]);
        Texts(group, moved).ShouldBe(["первая", "вторая"]);
        group.FoundNothing();
    }

    [Fact]
    public async Task A_move_to_a_chat_already_set_up_joins_both_and_ends_there()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(KzNewsBot.Data.StorageProvider.Sqlite));
        var group = new Talk(conversation, conversation.Telegram.CreateChat(ChatKind.Group, "Gathering"));
        await conversation.SubscribeAsync(group.ChatId);
        await conversation.StopBotAsync();
        var moved = group.Telegram.Play(group.ChatId, "migrate");
        lock (group.Telegram.World.Gate)
        {
            group.Telegram.World.Updates.Clear();
        }

        await conversation.StartBotAsync();
        var book = conversation.Services.GetRequiredService<SubscriberBook>();
        await book.SubscribeAsync(new ChatAddress(moved, 0), ["odkb"], Text.Language.Russian, TestContext.Current.CancellationToken);
        await conversation.EnqueueAsync(group.ChatId, "test:moved", "сводка");

        (await conversation.SettledAsync("test:moved")).ShouldBe([DeliveryState.Cancelled]);
        conversation.Telegram.Requests().Count(request => request.Method == "sendMessage").ShouldBe(1);
        (await CardAsync(group, moved)).Topics.ShouldBe(["nato", "odkb"], ignoreOrder: true);
        group.FoundNothing();
    }

    [Fact]
    public async Task Thrown_out_of_a_group_the_bot_is_silent_until_it_is_added_again()
    {
        var group = await stage.GatherAsync(ChatKind.Supergroup);
        await group.Conversation.SubscribeAsync(group.ChatId);

        group.Telegram.Play(group.ChatId, "kick");
        await group.Conversation.PassTimeUntilAsync(async () => (await CardAsync(group, group.ChatId)).Status == SubscriberStatus.Away, "the kick was noticed");
        await group.Conversation.EnqueueAsync(group.ChatId, "test:kicked", "сводка");
        (await group.Conversation.SettledAsync("test:kicked")).ShouldBe([DeliveryState.Cancelled]);
        group.Telegram.Play(group.ChatId, "add");
        await group.Conversation.PassTimeUntilAsync(async () => (await CardAsync(group, group.ChatId)).NextDueAt is not null, "the return was noticed");

        group.BotMessages().ShouldBeEmpty();
        group.FoundNothing();
    }

    [Theory]
    [InlineData("closeTopic")]
    [InlineData("deleteTopic")]
    public async Task A_digest_for_a_closed_topic_goes_to_the_main_chat(string action)
    {
        var forum = await stage.GatherAsync(ChatKind.Supergroup, isForum: true);
        var thread = (int)forum.Telegram.Play(forum.ChatId, "createTopic", new ActionDetails(Name: "News"));
        await forum.Conversation.SubscribeAsync(forum.ChatId, thread);

        forum.Telegram.Play(forum.ChatId, action, new ActionDetails(Thread: thread));
        await forum.Conversation.EnqueueAsync(forum.ChatId, $"test:{action}", "сводка");

        (await forum.Conversation.SettledAsync($"test:{action}")).ShouldBe([DeliveryState.Sent]);
        forum.BotMessages().Single().ThreadId.ShouldBeNull();
        forum.FoundNothing();
    }

    [Fact]
    public async Task A_topic_that_was_deleted_leaves_its_subscription_to_the_chat_where_it_can_be_ended()
    {
        var forum = await stage.GatherAsync(ChatKind.Supergroup, isForum: true);
        var thread = (int)forum.Telegram.Play(forum.ChatId, "createTopic", new ActionDetails(Name: "News"));
        await forum.Conversation.SubscribeAsync(forum.ChatId, thread);
        forum.Telegram.Play(forum.ChatId, "deleteTopic", new ActionDetails(Thread: thread));
        await forum.Conversation.EnqueueAsync(forum.ChatId, "test:deleted", "сводка");
        (await forum.Conversation.SettledAsync("test:deleted")).ShouldBe([DeliveryState.Sent]);

        (await CardAsync(forum, forum.ChatId)).Topics.ShouldBe(["nato"]);
        await forum.AskAsync("/unsubscribe", forum.Owner);
        (await CardAsync(forum, forum.ChatId)).NextDueAt.ShouldBeNull();
        forum.FoundNothing();
    }

    [Fact]
    public async Task A_chat_that_is_heard_of_again_is_there_again()
    {
        var group = await stage.GatherAsync(ChatKind.Supergroup);
        await group.Conversation.SubscribeAsync(group.ChatId);
        var book = group.Conversation.Services.GetRequiredService<SubscriberBook>();
        await book.SetStatusAsync(group.ChatId, SubscriberStatus.Away, TestContext.Current.CancellationToken);

        (await group.AskAsync("/settings")).Content.Text.ShouldContain("Следующая сводка");
        (await CardAsync(group, group.ChatId)).Status.ShouldBe(SubscriberStatus.Active);
        group.FoundNothing();
    }

    private static List<string> Texts(Talk talk, long chatId) =>
        [.. talk.Telegram.Messages(chatId).Where(message => message.IsFromBot).Select(message => message.Content.Text)];

    private static Task<SubscriberCard> CardAsync(Talk talk, long chatId) =>
        talk.Conversation.Services.GetRequiredService<SubscriberBook>().ReadAsync(new ChatAddress(chatId, 0), TestContext.Current.CancellationToken);
}
