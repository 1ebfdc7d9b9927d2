using KzNewsBot.Data;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace KzNewsBot.Tests.Conversations;

public class GroupTests(Stage stage) : IClassFixture<Stage>
{
    private const long Member = 1777;

    [Fact]
    public async Task A_group_is_answered_on_command_and_left_alone_otherwise()
    {
        var group = await stage.GatherAsync(ChatKind.Group);

        // An administrator sees every message: what it passes over, it passes over by its own manners.
        group.Telegram.Play(group.ChatId, "promote");
        (await group.AskAsync("/odkb@kznews_playground_bot")).Content.Text.ShouldStartWith("ОДКБ · сюжеты");
        await group.IgnoresAsync(() => group.Telegram.SendText(group.ChatId, "нато"));
        await group.IgnoresAsync(() => group.Telegram.SendText(group.ChatId, "/odkb@OtherBot"));
        await group.IgnoresAsync(() => group.Telegram.SendText(group.ChatId, "/rules"));
        (await group.AskAsync("/rules@kznews_playground_bot")).Content.Text.ShouldStartWith("Такой команды нет");
        group.FoundNothing();
    }

    [Fact]
    public async Task An_answer_in_a_group_says_whose_words_it_answers()
    {
        var group = await stage.GatherAsync(ChatKind.Supergroup);
        var page = await group.AskAsync("/odkb", Member);
        page.ReplyTo.ShouldNotBeNull();
        group.Telegram.Messages(group.ChatId).Single(message => message.Id == page.ReplyTo).Content.Text.ShouldBe("/odkb");

        var person = await stage.MeetAsync();
        (await person.AskAsync("/odkb")).ReplyTo.ShouldBeNull();
        group.FoundNothing();
    }

    [Fact]
    public async Task Only_administrators_change_what_a_group_gets()
    {
        var group = await stage.GatherAsync(ChatKind.Supergroup);

        (await group.AskAsync("/subscribe nato", Member)).Content.Text.ShouldBe("В группе настройки меняют только администраторы.");
        (await group.AskAsync("/settings 09:00", Member)).Content.Text.ShouldBe("В группе настройки меняют только администраторы.");
        (await TopicsAsync(group)).ShouldBeEmpty();
        (await group.AskAsync("/subscribe nato", group.Owner)).Content.Text.ShouldContain("Следующая сводка");
        (await group.AskAsync("/unsubscribe", Member)).Content.Text.ShouldBe("В группе настройки меняют только администраторы.");

        (await TopicsAsync(group)).ShouldBe(["nato"]);
        group.FoundNothing();
    }

    [Theory]
    [InlineData("400", "Bad Request: CHAT_ADMIN_REQUIRED", true)]
    [InlineData("429", null, false)]
    public async Task An_administrator_whom_Telegram_does_not_name_is_called_none(string fault, string? text, bool changed)
    {
        var group = await stage.GatherAsync(ChatKind.Supergroup);
        group.Telegram.PlanFault(fault, method: "getChatMember", chatId: group.ChatId, retryAfter: fault == "429" ? 1 : null, description: text);

        var answer = (await group.AskAsync("/subscribe nato", group.Owner)).Content.Text;

        answer.ShouldContain(changed ? "Следующая сводка" : "Не удалось проверить, администратор ли вы");
        group.FoundNothing();
    }

    [Fact]
    public async Task A_members_press_on_a_settings_button_changes_nothing()
    {
        var group = await stage.GatherAsync(ChatKind.Supergroup);
        var list = await group.AskAsync("/topics", group.Owner);

        group.Telegram.PressButton(group.ChatId, list.Id, "1:mark:nato:on", Member);
        await group.PressAsync(list, "1:mark:odkb:on", message => Conversation.Shows(message, "✓ ОДКБ"), group.Owner);

        (await TopicsAsync(group)).ShouldBe(["odkb"]);
        group.FoundNothing();
    }

    [Fact]
    public async Task Members_may_read_and_turn_pages()
    {
        var group = await stage.GatherAsync(ChatKind.Supergroup);

        var page = await group.AskAsync("/nato", Member);
        await group.PressAsync(page, Conversation.Buttons(page)[0], message => message.Content.Text.Contains("Кто сообщает", StringComparison.Ordinal), Member);
        group.FoundNothing();
    }

    [Fact]
    public async Task A_press_in_a_group_that_moved_is_answered_where_it_moved_to()
    {
        var group = await stage.GatherAsync(ChatKind.Group);
        var page = await group.AskAsync("/nato", Member);
        var moved = group.Telegram.Play(group.ChatId, "migrate");

        group.Telegram.PressButton(group.ChatId, page.Id, Conversation.Buttons(page)[0], Member);

        (await group.Conversation.NextAsync(moved, 0)).Content.Text.ShouldContain("Кто сообщает");
        group.FoundNothing();
    }

    [Fact]
    public async Task A_settings_button_of_a_group_that_moved_is_out_of_date()
    {
        var group = await stage.GatherAsync(ChatKind.Group);
        var list = await group.AskAsync("/topics", group.Owner);
        var moved = group.Telegram.Play(group.ChatId, "migrate");
        await group.Conversation.NextAsync(moved, group.Telegram.SendText(moved, "/help"));

        group.Telegram.PressButton(group.ChatId, list.Id, "1:mark:nato:on", group.Owner);

        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (Toasts().Count == 0)
        {
            await tick.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        Toasts().ShouldHaveSingleItem().ShouldStartWith("Кнопка устарела");
        group.FoundNothing();

        List<string> Toasts()
        {
            var ids = group.Telegram.World.CallbackQueries.Values.Where(query => query.ChatId == group.ChatId).Select(query => query.Id).ToHashSet(StringComparer.Ordinal);
            return [.. group.Telegram.Requests().Where(request => request.Method == "answerCallbackQuery" && ids.Contains((string)request.Parameters["callback_query_id"]!)).Select(request => (string?)request.Parameters["text"] ?? "")];
        }
    }

    [Fact]
    public async Task A_channel_is_served_by_its_own_posts()
    {
        var channel = await stage.GatherAsync(ChatKind.Channel);

        (await channel.AskAsync("/subscribe nato")).Content.Text.ShouldContain("Следующая сводка");

        (await TopicsAsync(channel)).ShouldBe(["nato"]);
        channel.FoundNothing();
    }

    [Theory]
    [InlineData("/digest nato", "1:story:")]
    [InlineData("/digest nato", "1:set:new")]
    [InlineData("/nato", "1:story:")]
    [InlineData("/topics", "1:mark:")]
    public async Task A_readers_press_under_a_channels_post_is_no_post_of_the_channel(string written, string button)
    {
        var channel = await stage.GatherAsync(ChatKind.Channel);
        var post = await channel.AskAsync(written);
        var text = post.Content.Text;
        var buttons = Conversation.Buttons(post);

        await channel.IgnoresAsync(() => channel.Telegram.PressButton(channel.ChatId, post.Id, buttons.First(data => data.StartsWith(button, StringComparison.Ordinal)), Member));
        var after = channel.BotMessages().Single(message => message.Id == post.Id);
        after.Content.Text.ShouldBe(text);
        Conversation.Buttons(after).ShouldBe(buttons);
        channel.FoundNothing();
    }

    [Fact]
    public async Task A_channels_administrator_uses_its_buttons()
    {
        var channel = await stage.GatherAsync(ChatKind.Channel);
        var page = await channel.AskAsync("/nato");
        await channel.PressAsync(page, Conversation.Buttons(page)[0], message => message.Content.Text.Contains("Кто сообщает", StringComparison.Ordinal), channel.Owner);
        channel.FoundNothing();
    }

    [Fact]
    public async Task A_forum_topic_keeps_its_thread_and_its_own_subscription()
    {
        var forum = await stage.GatherAsync(ChatKind.Supergroup, isForum: true);
        var first = (int)forum.Telegram.Play(forum.ChatId, "createTopic", new ActionDetails(Name: "Alliance"));
        var second = (int)forum.Telegram.Play(forum.ChatId, "createTopic", new ActionDetails(Name: "Treaty"));

        var page = await forum.AskAsync("/nato", thread: first);
        page.ThreadId.ShouldBe(first);
        (await forum.AskAsync("/subscribe nato", forum.Owner, first)).ThreadId.ShouldBe(first);
        (await forum.AskAsync("/subscribe odkb", forum.Owner, second)).ThreadId.ShouldBe(second);

        (await TopicsAsync(forum, first)).ShouldBe(["nato"]);
        (await TopicsAsync(forum, second)).ShouldBe(["odkb"]);
        (await TopicsAsync(forum)).ShouldBeEmpty();
        forum.FoundNothing();
    }

    [Fact]
    public async Task In_slow_mode_an_answer_comes_as_soon_as_it_may()
    {
        var group = await stage.GatherAsync(ChatKind.Supergroup);
        group.Telegram.Play(group.ChatId, "slowMode", new ActionDetails(Seconds: 10));
        var first = await group.AskAsync("/help", Member);
        var asked = group.Telegram.SendText(group.ChatId, "/sources", Member);

        await group.Conversation.PassTimeUntilAsync(() => Task.FromResult(group.BotMessages().Count == 2), "the second answer came");

        var second = group.BotMessages()[1];
        second.Id.ShouldBeGreaterThan(asked);
        (second.Date - first.Date).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10));
        group.FoundNothing();
    }

    [Fact]
    public async Task Many_groups_in_slow_mode_make_no_person_wait()
    {
        // On a stage of their own: what they are refused is no fault of the other tests.
        await using var quiet = new Stage();
        var groups = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => quiet.GatherAsync(ChatKind.Supergroup)));
        foreach (var group in groups)
        {
            // As slow mode does, but from now on: a slow machine may need more than its seconds for a first answer to each.
            group.Telegram.PlanFault("429", method: "sendMessage", chatId: group.ChatId, retryAfter: 30);
            group.Telegram.SendText(group.ChatId, "/help", Member);
        }

        var person = await quiet.MeetAsync();
        await person.Conversation.WaitUntilAsync(() => Task.FromResult(person.Telegram.Requests().Count(request => request.Status == 429) >= 10), "many of them wait");
        await person.AskAsync("/help");
        groups.ShouldAllBe(group => group.BotMessages().Count == 0, "none of them had its wait behind it");
    }

    [Fact]
    public async Task A_comment_under_a_channels_post_speaks_for_the_whole_discussion_group()
    {
        var channel = await stage.GatherAsync(ChatKind.Channel);
        var group = await stage.GatherAsync(ChatKind.Supergroup);
        group.Telegram.Play(channel.ChatId, "link", new ActionDetails(Chat: group.ChatId));
        group.Telegram.SendText(channel.ChatId, "Новости дня");
        var post = group.Telegram.Messages(group.ChatId)[^1];

        var answer = await group.Conversation.NextAsync(group.ChatId, group.Telegram.SendText(group.ChatId, "/subscribe nato", group.Owner, replyTo: post.Id));

        answer.Content.Text.ShouldContain("Следующая сводка");
        answer.ThreadId.ShouldBe(post.Id);
        (await TopicsAsync(group)).ShouldBe(["nato"]);
        (await TopicsAsync(channel)).ShouldBeEmpty();
        group.FoundNothing();
    }

    [Fact]
    public async Task A_post_is_answered_in_the_channel_and_not_once_more_in_its_discussion_group()
    {
        var channel = await stage.GatherAsync(ChatKind.Channel);
        var group = await stage.GatherAsync(ChatKind.Supergroup);
        group.Telegram.Play(channel.ChatId, "link", new ActionDetails(Chat: group.ChatId));

        await group.IgnoresAsync(() => group.Telegram.SendText(channel.ChatId, "/nato"));

        (await group.Conversation.NextAsync(channel.ChatId, 0)).Content.Text.ShouldContain("НАТО");
        group.FoundNothing();
    }

    [Fact]
    public async Task A_button_of_an_old_message_in_a_forum_changes_nothing_elsewhere()
    {
        await using var conversation = await Conversation.BeginAsync(nameof(StorageProvider.Sqlite));
        var forum = new Talk(conversation, conversation.Telegram.CreateChat(ChatKind.Supergroup, "Forum", isForum: true));
        var topic = (int)forum.Telegram.Play(forum.ChatId, "createTopic", new ActionDetails(Name: "Alliance"));
        var page = await forum.AskAsync("/nato", forum.Owner, topic);
        forum.Telegram.Clock.Advance(TimeSpan.FromDays(3));

        await forum.IgnoresAsync(
            () => forum.Telegram.PressButton(forum.ChatId, page.Id, Conversation.Buttons(page).Single(data => data.Contains(":sub:", StringComparison.Ordinal)), forum.Owner),
            from: forum.Owner);
        (await TopicsAsync(forum)).ShouldBeEmpty();
        (await TopicsAsync(forum, topic)).ShouldBeEmpty();
        forum.FoundNothing();
    }

    private static async Task<IReadOnlyList<string>> TopicsAsync(Talk talk, int thread = 0) =>
        (await talk.Conversation.Services.GetRequiredService<SubscriberBook>().ReadAsync(new ChatAddress(talk.ChatId, thread), TestContext.Current.CancellationToken)).Topics;
}
