using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Operations;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Subscriptions;
using KzNewsBot.Tests.Data;
using KzNewsBot.Tests.Harness;
using KzNewsBot.Text;
using KzNewsBot.Text.Messages;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Delivery;

/// <summary>Every step of a row in the outbox. One chat each: what others left is settled first.</summary>
public class DeliveryLedgerTests(SharedHouses houses) : IClassFixture<SharedHouses>
{
    private static long _lastChat = 70_000;

    private House _house = null!;
    private DeliveryLedger _ledger = null!;
    private ChatAddress _chat;
    private long _subscriber;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private VirtualClock Clock => _house.Clock;

    public static TheoryData<string, string> EndingsOnEachDatabase
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var provider in Enum.GetNames<StorageProvider>())
            {
                foreach (var ending in Endings.Keys)
                {
                    data.Add(provider, ending);
                }
            }

            return data;
        }
    }

    private static Dictionary<string, (DeliveryOutcome Outcome, DeliveryState State)> Endings { get; } = new(StringComparer.Ordinal)
    {
        ["arrived"] = (new DeliveryOutcome.Arrived(42), DeliveryState.Sent),
        ["retry"] = (new DeliveryOutcome.Retry(TimeSpan.FromSeconds(30), Flood: true, "wait"), DeliveryState.Pending),
        ["moved"] = (new DeliveryOutcome.Moved(-1), DeliveryState.Pending),
        ["retire"] = (new DeliveryOutcome.Retire("blocked"), DeliveryState.Cancelled),
        ["topic"] = (new DeliveryOutcome.TopicLost("closed", Gone: false), DeliveryState.Pending),
        ["reject"] = (new DeliveryOutcome.Reject("entities"), DeliveryState.Pending),
        ["doubt"] = (new DeliveryOutcome.Doubt("no answer"), DeliveryState.Unknown),
        ["halt"] = (new DeliveryOutcome.Halt("token"), DeliveryState.Pending),
    };

    [Theory]
    [MemberData(nameof(EndingsOnEachDatabase))]
    public async Task Each_ending_leaves_its_state(string provider, string ending)
    {
        await BeginAsync(provider);
        var row = await SendAsync(Endings[ending].Outcome);
        row.State.ShouldBe(Endings[ending].State);
        row.LeaseUntil.ShouldBeNull();
        (row.FinishedAt is not null).ShouldBe(row.State > DeliveryState.OnWire);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_sent_row_keeps_its_message_and_is_never_claimed_again(string provider)
    {
        await BeginAsync(provider);
        (await SendAsync(new DeliveryOutcome.Arrived(42))).MessageId.ShouldBe(42);
        Clock.Advance(TimeSpan.FromHours(1));
        (await ClaimAsync()).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_429_is_claimed_again_after_its_wait_and_not_before(string provider)
    {
        await BeginAsync(provider);
        await SendAsync(new DeliveryOutcome.Retry(TimeSpan.FromSeconds(30), Flood: true, "wait"));
        Clock.Advance(TimeSpan.FromSeconds(29));
        (await ClaimAsync()).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await ClaimAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Refused_markup_is_tried_once_as_plain_text(string provider)
    {
        await BeginAsync(provider);
        await SendAsync(new DeliveryOutcome.Reject("can't parse entities"));
        var again = (await ClaimAsync()).ShouldHaveSingleItem();
        again.Plain.ShouldBeTrue();
        (await SettleAsync(again, new DeliveryOutcome.Reject("still not"))).State.ShouldBe(DeliveryState.Failed);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_closed_forum_topic_is_answered_in_the_main_chat_once(string provider)
    {
        await BeginAsync(provider, thread: 9);
        var first = (await ClaimAsync()).ShouldHaveSingleItem();
        first.Address.ThreadId.ShouldBe(9);
        await SettleAsync(first, new DeliveryOutcome.TopicLost("closed", Gone: false));
        var again = (await ClaimAsync()).ShouldHaveSingleItem();
        again.Address.ShouldBe(new ChatAddress(_chat.ChatId, 0));
        (await SettleAsync(again, new DeliveryOutcome.TopicLost("closed", Gone: false))).State.ShouldBe(DeliveryState.Failed);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_a_deleted_topic_did_not_get_reaches_the_chat_that_is_subscribed_itself(string provider)
    {
        await BeginAsync(provider, thread: 9);
        var book = _house.Get<SubscriberBook>();
        var due = (await book.SubscribeAsync(_chat with { ThreadId = 0 }, ["un"], Language.Russian, Token)).NextDueAt;
        var first = (await ClaimAsync()).ShouldHaveSingleItem();
        (await _ledger.MarkOnWireAsync(first, Token)).ShouldBeTrue();
        await book.LeaveThreadAsync(_chat, Token);
        await SettleAsync(first, new DeliveryOutcome.TopicLost("deleted", Gone: true));
        var again = (await ClaimAsync()).ShouldHaveSingleItem();
        again.Address.ThreadId.ShouldBe(0);
        (await _ledger.MarkOnWireAsync(again, Token)).ShouldBeTrue();
        (await book.ReadAsync(_chat with { ThreadId = 0 }, Token)).NextDueAt.ShouldBe(due);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task All_parts_follow_the_first_out_of_a_deleted_topic(string provider)
    {
        await BeginAsync(provider, parts: 3, thread: 9);
        var book = _house.Get<SubscriberBook>();
        await book.SubscribeAsync(_chat with { ThreadId = 0 }, ["un"], Language.Russian, Token);
        for (var part = 0; part < 3; part++)
        {
            var claimed = (await ClaimAsync()).ShouldHaveSingleItem();
            (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeTrue();
            if (part == 0)
            {
                await book.LeaveThreadAsync(_chat, Token);
                await SettleAsync(claimed, new DeliveryOutcome.TopicLost("deleted", Gone: true));
                claimed = (await ClaimAsync()).ShouldHaveSingleItem();
                (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeTrue();
            }

            claimed.Address.ShouldBe(new ChatAddress(_chat.ChatId, 0));
            (await SettleAsync(claimed, new DeliveryOutcome.Arrived(part + 1))).State.ShouldBe(DeliveryState.Sent);
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_follows_out_of_a_deleted_topic_ends_when_the_main_chat_unsubscribes(string provider)
    {
        await BeginAsync(provider, parts: 2, thread: 9);
        var book = _house.Get<SubscriberBook>();
        var claimed = (await ClaimAsync()).ShouldHaveSingleItem();
        (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeTrue();
        await book.LeaveThreadAsync(_chat, Token);
        await SettleAsync(claimed, new DeliveryOutcome.TopicLost("deleted", Gone: true));
        await SendAsync(new DeliveryOutcome.Arrived(1));
        claimed = (await ClaimAsync()).ShouldHaveSingleItem();
        await book.UnsubscribeAsync(_chat with { ThreadId = 0 }, ["nato"], Token);
        (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeFalse();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_step_onto_the_wire_whose_answer_was_lost_is_taken_once_more(string provider)
    {
        await BeginAsync(provider);
        var claimed = (await ClaimAsync()).ShouldHaveSingleItem();
        (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeTrue();
        (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeTrue();
        (await _ledger.MarkOnWireAsync(claimed with { LeaseToken = claimed.LeaseToken + 1 }, Token)).ShouldBeFalse();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Without_the_right_to_write_no_plain_text_is_tried(string provider)
    {
        await BeginAsync(provider);
        (await SendAsync(new DeliveryOutcome.Reject("not enough rights", OfText: false))).State.ShouldBe(DeliveryState.Failed);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Parts_leave_in_order_one_after_the_other(string provider)
    {
        await BeginAsync(provider, parts: 3);
        for (var part = 0; part < 3; part++)
        {
            var claimed = (await ClaimAsync()).ShouldHaveSingleItem();
            claimed.Message.Text.Text.ShouldBe($"part {part}");
            (await ClaimAsync()).ShouldBeEmpty();
            await SettleAsync(claimed, new DeliveryOutcome.Arrived(part));
        }
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_part_in_doubt_does_not_hold_back_the_next(string provider)
    {
        await BeginAsync(provider, parts: 2);
        await SendAsync(new DeliveryOutcome.Doubt("no answer"));
        (await ClaimAsync()).ShouldHaveSingleItem().Message.Text.Text.ShouldBe("part 1");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_message_that_cannot_be_read_holds_up_nobody(string provider)
    {
        await BeginAsync(provider);
        var broken = await EnqueueAsync("digest:broken", parts: 7);
        await _house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Editions.Where(edition => context.Deliveries.Any(row => row.Id == broken[0] && row.EditionId == edition.Id))
                .ExecuteUpdateAsync(editions => editions.SetProperty(edition => edition.Messages, "[{"), token),
            Token);
        var behind = await EnqueueAsync("digest:behind", parts: 1);
        (await ClaimAsync()).Select(delivery => delivery.Id).ShouldContain(behind[0]);
        var row = (await RowsAsync()).Single(row => row.Id == broken[0]);
        (row.State, row.LeaseUntil, row.FinishedAt).ShouldBe((DeliveryState.Failed, null, Clock.GetUtcNow()));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_sender_that_slept_through_its_lease_cannot_send_or_settle(string provider)
    {
        await BeginAsync(provider);
        var zombie = (await ClaimAsync()).ShouldHaveSingleItem();
        Clock.Advance(TimeSpan.FromMinutes(4));
        await _ledger.RecoverAsync(atStart: false, Token);
        (await _ledger.MarkOnWireAsync(zombie, Token)).ShouldBeFalse();
        var heir = (await ClaimAsync()).ShouldHaveSingleItem();
        (await _ledger.MarkOnWireAsync(zombie, Token)).ShouldBeFalse();
        (await SettleAsync(zombie, new DeliveryOutcome.Arrived(1))).State.ShouldBe(DeliveryState.Leased);
        (await _ledger.MarkOnWireAsync(heir, Token)).ShouldBeTrue();
        (await SettleAsync(heir, new DeliveryOutcome.Arrived(2))).MessageId.ShouldBe(2);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task After_a_crash_reserved_rows_go_back_and_rows_on_the_wire_are_in_doubt(string provider)
    {
        await BeginAsync(provider, parts: 1);
        var other = await EnqueueAsync("digest:other", parts: 1);
        var claimed = await ClaimAsync();
        claimed.Count.ShouldBe(2);
        (await _ledger.MarkOnWireAsync(claimed.Single(delivery => delivery.Id != other[0]), Token)).ShouldBeTrue();

        (await _ledger.RecoverAsync(atStart: false, Token)).ShouldBe(0, "a living sender keeps its rows");
        (await _ledger.RecoverAsync(atStart: true, Token)).ShouldBe(1);
        var rows = await RowsAsync();
        rows.Single(row => row.Id == other[0]).State.ShouldBe(DeliveryState.Pending);
        rows.Single(row => row.Id != other[0]).State.ShouldBe(DeliveryState.Unknown);
        (await ClaimAsync()).ShouldHaveSingleItem().Id.ShouldBe(other[0]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_row_expires_before_it_is_claimed_or_at_the_wire(string provider)
    {
        await BeginAsync(provider);
        var late = (await ClaimAsync()).ShouldHaveSingleItem();
        Clock.Advance(TimeSpan.FromHours(24));
        (await _ledger.MarkOnWireAsync(late, Token)).ShouldBeFalse();
        (await RowsAsync()).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Expired);

        var waiting = await EnqueueAsync("digest:late", parts: 1);
        Clock.Advance(TimeSpan.FromHours(24));
        await _ledger.RecoverAsync(atStart: false, Token);
        (await RowsAsync()).Single(row => row.Id == waiting[0]).State.ShouldBe(DeliveryState.Expired);
    }

    [Fact]
    public async Task A_row_that_is_being_called_back_at_this_moment_does_not_leave()
    {
        await BeginAsync("Postgres");
        var claimed = (await ClaimAsync()).ShouldHaveSingleItem();
        var mark = Task.FromResult(true);
        await _house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                await context.Deliveries.Where(row => row.Id == claimed.Id).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, DeliveryState.Cancelled), token);
                mark = _ledger.MarkOnWireAsync(claimed, Token);
                await context.Database.ExecuteSqlRawAsync("SELECT pg_sleep(0.3)", token);
                mark.IsCompleted.ShouldBeFalse("it waits for the one who calls it back");
            },
            Token);
        (await mark).ShouldBeFalse();
        (await RowsAsync()).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Cancelled);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_notice_follows_its_chat_to_a_successor_that_was_known_before(string provider)
    {
        await BeginAsync(provider);
        await SendAsync(new DeliveryOutcome.Arrived(1));
        var heir = new ChatAddress(Interlocked.Increment(ref _lastChat), 0);
        var heirId = (await _house.Get<SubscriberBook>().SubscribeAsync(heir, ["un"], Language.Russian, Token)).Id;
        await EnqueueAsync("notice:1", parts: 1, notice: true);
        var claimed = (await ClaimAsync()).ShouldHaveSingleItem();
        (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeTrue();
        await _house.Get<SubscriberBook>().MoveAsync(_chat.ChatId, heir.ChatId, Token);
        await _ledger.SettleAsync(claimed, new DeliveryOutcome.Moved(heir.ChatId), Token);
        var again = (await ClaimAsync()).ShouldHaveSingleItem();
        (again.SubscriberId, again.Address).ShouldBe((heirId, heir));
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Whoever_unsubscribes_between_claim_and_wire_gets_nothing(string provider)
    {
        await BeginAsync(provider);
        var claimed = (await ClaimAsync()).ShouldHaveSingleItem();
        await _house.Get<SubscriberBook>().UnsubscribeAsync(_chat, ["nato"], Token);
        (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeFalse();
        (await RowsAsync()).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Cancelled);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chat_that_is_gone_cancels_what_else_waits_for_it(string provider)
    {
        await BeginAsync(provider, parts: 3);
        await SendAsync(new DeliveryOutcome.Retire("bot was blocked"));
        (await RowsAsync()).ShouldAllBe(row => row.State == DeliveryState.Cancelled && row.FinishedAt != null);
        (await ClaimAsync()).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_row_cancelled_while_it_waited_for_its_place_stays_cancelled(string provider)
    {
        await BeginAsync(provider);
        var other = await EnqueueAsync("digest:other", parts: 1);
        var claimed = await ClaimAsync();
        var waiting = claimed.Single(delivery => delivery.Id == other[0]);
        await SettleAsync(claimed.Single(delivery => delivery.Id != other[0]), new DeliveryOutcome.Retire("bot was blocked"));
        await _ledger.ReturnAsync(waiting, TimeSpan.FromSeconds(5), Token);
        (await RowsAsync()).Single(row => row.Id == other[0]).State.ShouldBe(DeliveryState.Cancelled);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task One_key_is_promised_to_a_chat_once(string provider)
    {
        await BeginAsync(provider);
        var again = EnqueueAsync("digest:first", parts: 1);
        await Should.ThrowAsync<DbUpdateException>(() => Clock.RunAsync(again));
        (await RowsAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Senders_side_by_side_never_claim_one_row_twice(string provider)
    {
        await BeginAsync(provider);
        for (var i = 0; i < 12; i++)
        {
            await EnqueueAsync($"digest:{i}", parts: 1);
        }

        var claims = Enumerable.Range(0, 6).Select(_ => _ledger.ClaimAsync(4, Token)).ToArray();
        await Clock.RunAsync(Task.WhenAll(claims));
        var ids = claims.SelectMany(claim => claim.Result).Select(delivery => delivery.Id).ToList();
        ids.Count.ShouldBe(13);
        ids.Distinct().Count().ShouldBe(13);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_paused_lane_is_remembered_across_a_restart(string provider)
    {
        using var database = TestDatabase.Create(provider);
        var until = new DateTimeOffset(2026, 11, 22, 6, 0, 17, TimeSpan.Zero);
        await using (var before = await House.OpenAsync(database))
        {
            var ledger = new DeliveryLedger(before.Database, Options.Create(new DeliveryOptions()), before.Clock, NullLogger<DeliveryLedger>.Instance);
            (await ledger.ReadPauseAsync(Token)).ShouldBeNull();
            await ledger.PauseLaneAsync(until.AddHours(-1), Token);
            await ledger.PauseLaneAsync(until, Token);
        }

        await using var after = await House.OpenAsync(database);
        (await new DeliveryLedger(after.Database, Options.Create(new DeliveryOptions()), after.Clock, NullLogger<DeliveryLedger>.Instance).ReadPauseAsync(Token)).ShouldBe(until);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_chat_that_is_erased_gets_nothing_more_and_what_is_on_the_wire_is_waited_for(string provider)
    {
        await BeginAsync(provider, parts: 2);
        await EnqueueAsync("digest:second", parts: 1);
        var eraser = _house.Get<Eraser>();
        var first = (await ClaimAsync())[0];
        (await _ledger.MarkOnWireAsync(first, Token)).ShouldBeTrue();

        (await eraser.EraseAsync(_chat.ChatId, Token)).ShouldBeFalse();
        (await RowsAsync()).OrderBy(row => row.Id).Select(row => row.State).ShouldBe([DeliveryState.OnWire, DeliveryState.Cancelled, DeliveryState.Cancelled], "the other messages do not leave");
        var card = await _house.Get<SubscriberBook>().ReadAsync(_chat, Token);
        (card.Topics.Count, card.NextDueAt).ShouldBe((0, null));

        (await SettleAsync(first, new DeliveryOutcome.Arrived(42))).State.ShouldBe(DeliveryState.Sent);
        (await eraser.EraseAsync(_chat.ChatId, Token)).ShouldBeTrue();
        (await RowsAsync()).ShouldBeEmpty();
        (await _house.Get<SubscriberBook>().ReadAsync(_chat, Token)).Id.ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_message_that_was_claimed_before_its_chat_was_erased_does_not_leave(string provider)
    {
        await BeginAsync(provider);
        var claimed = (await ClaimAsync()).ShouldHaveSingleItem();

        (await _house.Get<Eraser>().EraseAsync(_chat.ChatId, Token)).ShouldBeTrue();
        (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeFalse();
        await _ledger.SettleAsync(claimed, new DeliveryOutcome.Doubt("no answer"), Token);
        (await RowsAsync()).ShouldBeEmpty();
    }

    private async Task BeginAsync(string provider, int parts = 1, int thread = 0)
    {
        _house = await houses.OpenAsync(provider);
        _ledger = new DeliveryLedger(_house.Database, Options.Create(new DeliveryOptions()), Clock, NullLogger<DeliveryLedger>.Instance);
        await _house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Deliveries.Where(row => row.State <= DeliveryState.OnWire)
                .ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, DeliveryState.Cancelled), token),
            Token);
        _chat = new ChatAddress(Interlocked.Increment(ref _lastChat), thread);
        _subscriber = (await _house.Get<SubscriberBook>().SubscribeAsync(_chat, ["nato"], Language.Russian, Token)).Id;
        await EnqueueAsync("digest:first", parts);
    }

    private Task<List<long>> EnqueueAsync(string key, int parts, bool notice = false) =>
        _house.Database.WriteAsync(
            WritePriority.Background,
            async (context, token) =>
            {
                var outbox = _house.Get<Outbox>();
                var messages = Enumerable.Range(0, parts).Select(part => RenderedMessage.Of(new StyledTextBuilder().Text($"part {part}").Build())).ToList();
                var edition = await outbox.KeepAsync(context, messages, token);
                outbox.Enqueue(context, _subscriber, key, edition, parts, Clock.GetUtcNow(), notice);
                await context.SaveChangesAsync(token);
                return await context.Deliveries.Where(row => row.SubscriberId == _subscriber && row.Key == key).OrderBy(row => row.Part).Select(row => row.Id).ToListAsync(token);
            },
            Token);

    private Task<IReadOnlyList<LeasedDelivery>> ClaimAsync() => _ledger.ClaimAsync(50, Token);

    private async Task<DeliveryRow> SendAsync(DeliveryOutcome outcome)
    {
        var claimed = (await ClaimAsync()).ShouldHaveSingleItem();
        (await _ledger.MarkOnWireAsync(claimed, Token)).ShouldBeTrue();
        return await SettleAsync(claimed, outcome);
    }

    private async Task<DeliveryRow> SettleAsync(LeasedDelivery delivery, DeliveryOutcome outcome)
    {
        await _ledger.SettleAsync(delivery, outcome, Token);
        return (await RowsAsync()).Single(row => row.Id == delivery.Id);
    }

    private Task<List<DeliveryRow>> RowsAsync() =>
        _house.Database.ReadAsync((context, token) => context.Deliveries.Where(row => row.SubscriberId == _subscriber).ToListAsync(token), Token);
}
