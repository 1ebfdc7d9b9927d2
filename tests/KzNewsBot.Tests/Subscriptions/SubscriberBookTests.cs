using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;

namespace KzNewsBot.Tests.Subscriptions;

public class SubscriberBookTests(SharedHouses houses) : IClassFixture<SharedHouses>
{
    private static long _lastChat = 5000;

    private readonly ChatAddress _chat = new(Interlocked.Increment(ref _lastChat), 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_unknown_chat_has_defaults_and_no_schedule(string provider)
    {
        var card = await (await BookAsync(provider)).ReadAsync(_chat, Token);
        (card.Id, card.Language, card.TimeZone, card.DigestMinute, card.NextDueAt).ShouldBe((0, null, "Asia/Almaty", 480, null));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_subscription_promises_the_next_local_morning(string provider)
    {
        var book = await BookAsync(provider);
        await book.SubscribeAsync(_chat, ["nato"], Language.Kazakh, Token);
        var card = await book.SubscribeAsync(_chat, ["nato", "odkb"], Language.English, Token);

        card.Topics.ShouldBe(["nato", "odkb"], ignoreOrder: true);
        card.Language.ShouldBe(Language.Kazakh);
        card.NextDueAt.ShouldBe(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
        (await book.ReadAsync(_chat, Token)).ShouldBeEquivalentTo(card);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Hour_and_zone_move_the_promised_moment(string provider)
    {
        var book = await BookAsync(provider);
        await book.SubscribeAsync(_chat, ["nato"], Language.Russian, Token);
        (await book.SetMinuteAsync(_chat, 660, Token)).NextDueAt.ShouldBe(new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        (await book.SetZoneAsync(_chat, "Europe/Berlin", Token)).NextDueAt.ShouldBe(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_digest_that_is_due_stays_promised_whatever_is_changed(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var book = house.Get<SubscriberBook>();
        var due = (await book.SubscribeAsync(_chat, ["nato"], Language.Russian, Token)).NextDueAt.ShouldNotBeNull();
        house.Clock.Advance(due - house.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        (await book.SubscribeAsync(_chat, ["un"], Language.Russian, Token)).NextDueAt.ShouldBe(due);
        (await book.SetMinuteAsync(_chat, 1200, Token)).NextDueAt.ShouldBe(due);
        (await book.UnsubscribeAsync(_chat, ["un", "nato"], Token)).NextDueAt.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_was_set_up_in_a_deleted_topic_belongs_to_the_chat(string provider)
    {
        var book = await BookAsync(provider);
        var topic = _chat with { ThreadId = 7 };
        await book.SubscribeAsync(topic, ["nato"], Language.Kazakh, Token);
        await book.LeaveThreadAsync(topic, Token);
        var card = await book.ReadAsync(_chat, Token);
        (card.Topics.Single(), card.Language, card.NextDueAt is not null).ShouldBe(("nato", Language.Kazakh, true));

        var other = _chat with { ThreadId = 8 };
        await book.SubscribeAsync(other, ["un"], Language.English, Token);
        await book.LeaveThreadAsync(other, Token);
        await book.LeaveThreadAsync(other, Token);
        await book.LeaveThreadAsync(_chat, Token);
        (await book.ReadAsync(_chat, Token)).Topics.ShouldBe(["nato", "un"], ignoreOrder: true);
        (await book.ReadAsync(other, Token)).NextDueAt.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chat_that_follows_nothing_itself_gets_the_deleted_topics_subscription_as_it_was(string provider)
    {
        var book = await BookAsync(provider);
        var topic = _chat with { ThreadId = 7 };
        await book.SetLanguageAsync(_chat, Language.English, Token);
        await book.SetZoneAsync(topic, "Europe/Berlin", Token);
        await book.SetMinuteAsync(topic, 1200, Token);
        var before = await book.SubscribeAsync(topic, ["nato"], Language.Kazakh, Token);
        await book.LeaveThreadAsync(topic, Token);
        await book.LeaveThreadAsync(topic, Token);
        var card = await book.ReadAsync(_chat, Token);
        (card.Id, card.TimeZone, card.DigestMinute, card.NextDueAt, card.Language).ShouldBe((before.Id, "Europe/Berlin", 1200, before.NextDueAt, Language.English));
        card.Topics.ShouldBe(["nato"]);
        (await book.ReadAsync(topic, Token)).Topics.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_group_that_was_greeted_at_its_new_address_first_keeps_its_subscription_as_it_was(string provider)
    {
        var book = await BookAsync(provider);
        var moved = new ChatAddress(_chat.ChatId - 1_000_000_000_000, 0);
        await book.SetLanguageAsync(moved, Language.English, Token);
        await book.SetMinuteAsync(_chat, 1200, Token);
        var before = await book.SubscribeAsync(_chat, ["nato"], Language.Kazakh, Token);
        await book.MoveAsync(_chat.ChatId, moved.ChatId, Token);
        await book.MoveAsync(_chat.ChatId, moved.ChatId, Token);
        var card = await book.ReadAsync(moved, Token);
        (card.Id, card.DigestMinute, card.NextDueAt).ShouldBe((before.Id, 1200, before.NextDueAt));
        card.Topics.ShouldBe(["nato"]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_group_that_was_away_is_promised_a_digest_at_its_new_address(string provider)
    {
        var book = await BookAsync(provider);
        var moved = new ChatAddress(_chat.ChatId - 2_000_000_000_000, 0);
        await book.SetLanguageAsync(moved, Language.English, Token);
        await book.SubscribeAsync(_chat, ["nato"], Language.Kazakh, Token);
        await book.SetStatusAsync(_chat.ChatId, SubscriberStatus.Away, Token);
        await book.MoveAsync(_chat.ChatId, moved.ChatId, Token);
        var card = await book.ReadAsync(moved, Token);
        (card.Status, card.NextDueAt is not null).ShouldBe((SubscriberStatus.Active, true));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task The_last_topic_takes_the_schedule_with_it_and_leaves_the_settings(string provider)
    {
        var book = await BookAsync(provider);
        await book.SetZoneAsync(_chat, "Europe/London", Token);
        await book.SubscribeAsync(_chat, ["nato", "un"], Language.English, Token);
        (await book.UnsubscribeAsync(_chat, ["nato"], Token)).NextDueAt.ShouldNotBeNull();
        var card = await book.UnsubscribeAsync(_chat, ["un", "sco"], Token);
        (card.NextDueAt, card.TimeZone, card.Language).ShouldBe((null, "Europe/London", Language.English));
        card.Topics.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chat_that_comes_back_finds_everything_as_it_left_it(string provider)
    {
        var book = await BookAsync(provider);
        await book.SetMinuteAsync(_chat, 1200, Token);
        var before = await book.SubscribeAsync(_chat, ["cica"], Language.Russian, Token);
        await book.SetStatusAsync(_chat.ChatId, SubscriberStatus.Away, Token);
        var away = await book.ReadAsync(_chat, Token);
        (away.Status, away.NextDueAt).ShouldBe((SubscriberStatus.Away, null));
        away.Topics.ShouldBe(["cica"]);

        await book.SetStatusAsync(_chat.ChatId, SubscriberStatus.Active, Token);
        (await book.ReadAsync(_chat, Token)).ShouldBeEquivalentTo(before);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Threads_of_a_forum_keep_settings_of_their_own_and_leave_together(string provider)
    {
        var book = await BookAsync(provider);
        var thread = _chat with { ThreadId = 7 };
        await book.SubscribeAsync(_chat, ["nato"], Language.Russian, Token);
        await book.SubscribeAsync(thread, ["un"], Language.English, Token);
        (await book.ReadAsync(_chat, Token)).Topics.ShouldBe(["nato"]);
        (await book.ReadAsync(thread, Token)).Topics.ShouldBe(["un"]);
        await book.SetStatusAsync(_chat.ChatId, SubscriberStatus.Away, Token);
        (await book.ReadAsync(thread, Token)).NextDueAt.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chat_with_a_new_id_keeps_its_settings_also_when_told_twice(string provider)
    {
        var book = await BookAsync(provider);
        var before = await book.SubscribeAsync(_chat, ["nato"], Language.Russian, Token);
        var target = NewChat();
        await book.MoveAsync(_chat.ChatId, target.ChatId, Token);
        await book.MoveAsync(_chat.ChatId, target.ChatId, Token);
        (await book.ReadAsync(target, Token)).ShouldBeEquivalentTo(before with { Address = target });
        (await book.ReadAsync(_chat, Token)).Id.ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task When_the_new_id_is_already_known_it_gets_the_topics_and_the_old_one_falls_silent(string provider)
    {
        var book = await BookAsync(provider);
        var target = NewChat();
        await book.SubscribeAsync(_chat, ["nato", "un"], Language.Russian, Token);
        await book.SubscribeAsync(target, ["un", "sco"], Language.English, Token);
        await book.MoveAsync(_chat.ChatId, target.ChatId, Token);

        var moved = await book.ReadAsync(target, Token);
        moved.Topics.ShouldBe(["nato", "sco", "un"], ignoreOrder: true);
        moved.Language.ShouldBe(Language.English);
        moved.NextDueAt.ShouldNotBeNull();
        var left = await book.ReadAsync(_chat, Token);
        left.NextDueAt.ShouldBeNull("a chat that no longer exists would be tried for ever");
        left.Topics.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Changes_at_one_moment_lose_nothing_and_agree_with_the_schedule(string provider)
    {
        var house = await houses.OpenAsync(provider);
        var book = house.Get<SubscriberBook>();
        string[] topics = ["nato", "un", "sco"];
        for (var round = 0; round < 8; round++)
        {
            var chat = NewChat();
            Task[] first = [.. topics.Select(topic => book.SubscribeAsync(chat, [topic], Language.Russian, Token))];
            await house.Clock.RunAsync(Task.WhenAll(first));
            (await book.ReadAsync(chat, Token)).Topics.ShouldBe(["nato", "sco", "un"], ignoreOrder: true);

            Task[] second =
            [
                book.UnsubscribeAsync(chat, topics, Token),
                book.SubscribeAsync(chat, ["cica"], Language.Russian, Token),
                book.SetMinuteAsync(chat, 600, Token),
                book.SetZoneAsync(chat, "Europe/Berlin", Token),
            ];
            await house.Clock.RunAsync(Task.WhenAll(second));
            var card = await book.ReadAsync(chat, Token);
            card.Topics.ShouldBe(["cica"]);
            (card.DigestMinute, card.TimeZone).ShouldBe((600, "Europe/Berlin"));
            card.NextDueAt.ShouldBe(SlotSchedule.Next("Europe/Berlin", 600, house.Clock.GetUtcNow(), null).DueAt);
        }
    }

    private static ChatAddress NewChat() => new(Interlocked.Increment(ref _lastChat), 0);

    private async Task<SubscriberBook> BookAsync(string provider) => (await houses.OpenAsync(provider)).Get<SubscriberBook>();
}
