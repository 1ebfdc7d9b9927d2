using KzNewsBot.Delivery;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Subscriptions;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Tests.Delivery;

public class PacerTests
{
    private readonly VirtualClock _clock = VirtualClock.StandingAt(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
    private readonly Pacer _pacer;

    public PacerTests() => _pacer = new Pacer(Options.Create(new DeliveryOptions { MessagesPerSecond = 25 }), _clock);

    [Fact]
    public void The_lane_lets_through_its_rate_and_no_more()
    {
        var sent = SendFor(TimeSpan.FromSeconds(4), () => Person(_clock.GetUtcNow().Ticks));
        sent.ShouldBeInRange(95, 101);
    }

    [Fact]
    public void After_a_pause_of_the_lane_it_is_slower_and_slowly_regains_its_rate()
    {
        Flood();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Rate().ShouldBeInRange(16, 18, "seven tenths");
        _clock.Advance(TimeSpan.FromMinutes(8));
        Rate().ShouldBeInRange(20, 23);
        _clock.Advance(TimeSpan.FromHours(1));
        Rate().ShouldBeInRange(24, 26);

        for (var again = 0; again < 10; again++)
        {
            Flood();
            _clock.Advance(TimeSpan.FromSeconds(9));
        }

        Rate().ShouldBeInRange(7, 8, "it never stands still");

        int Rate() => SendFor(TimeSpan.FromSeconds(4), () => Person(_clock.GetUtcNow().Ticks)) / 4;

        void Flood()
        {
            for (var chat = 1; chat <= 4; chat++)
            {
                _pacer.NoteFlood(Person(chat), TimeSpan.FromSeconds(9));
            }
        }
    }

    [Fact]
    public void One_chat_gets_one_message_a_second() => SendFor(TimeSpan.FromSeconds(10), () => Person(1)).ShouldBeInRange(10, 11);

    [Fact]
    public void A_group_gets_twenty_a_minute() => SendFor(TimeSpan.FromSeconds(59), () => new ChatAddress(-100, 0)).ShouldBe(20);

    [Fact]
    public void Threads_of_one_group_share_its_limit()
    {
        var thread = 0;
        SendFor(TimeSpan.FromSeconds(59), () => new ChatAddress(-100, thread++ % 3)).ShouldBe(20);
    }

    [Fact]
    public void A_clock_set_back_makes_nobody_wait()
    {
        var clock = new SetBackClock();
        var pacer = new Pacer(Options.Create(new DeliveryOptions { MessagesPerSecond = 25 }), clock);
        pacer.TryTake(Person(1)).ShouldBeNull();
        pacer.PauseLane(clock.GetUtcNow().AddSeconds(2));
        clock.SetBackHours = 5;
        clock.Elapsed = TimeSpan.FromSeconds(3);
        pacer.TryTake(Person(1)).ShouldBeNull();
        pacer.LanePausedUntil.ShouldBeLessThan(clock.GetUtcNow());
    }

    [Fact]
    public void A_clock_set_back_pauses_no_lane_that_was_never_paused()
    {
        var clock = new SetBackClock();
        var pacer = new Pacer(Options.Create(new DeliveryOptions { MessagesPerSecond = 25 }), clock);
        clock.SetBackHours = 1;
        pacer.LanePausedUntil.ShouldBeLessThan(clock.GetUtcNow());
        pacer.TryTake(Person(1)).ShouldBeNull();
    }

    [Fact]
    public void Slow_groups_hold_up_nobody_else()
    {
        foreach (var group in new[] { -101, -102, -103, -104 })
        {
            _pacer.NoteFlood(new ChatAddress(group, 0), TimeSpan.FromHours(1)).ShouldBeFalse();
        }

        _pacer.TryTake(new ChatAddress(-101, 0)).ShouldBe(TimeSpan.FromHours(1));
        _pacer.TryTake(Person(1)).ShouldBeNull();
    }

    [Fact]
    public void A_pause_of_long_ago_is_none()
    {
        _pacer.PauseLane(DateTimeOffset.MinValue);
        _pacer.TryTake(Person(1)).ShouldBeNull();
    }

    [Fact]
    public void A_reply_counts_against_its_chat()
    {
        _pacer.NoteReply(Person(1));
        _pacer.TryTake(Person(1)).ShouldBe(TimeSpan.FromSeconds(1));
        _pacer.TryTake(Person(2)).ShouldBeNull();
    }

    [Fact]
    public void One_chats_429_delays_that_chat_alone()
    {
        _pacer.NoteFlood(Person(1), TimeSpan.FromSeconds(30)).ShouldBeFalse();
        _pacer.TryTake(Person(1)).ShouldBe(TimeSpan.FromSeconds(30));
        _pacer.TryTake(Person(2)).ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(30));
        _pacer.TryTake(Person(1)).ShouldBeNull();
    }

    [Fact]
    public void Three_chats_refused_within_seconds_pause_the_lane()
    {
        _pacer.NoteFlood(Person(1), TimeSpan.FromSeconds(9)).ShouldBeFalse();
        _pacer.NoteFlood(Person(1), TimeSpan.FromSeconds(9)).ShouldBeFalse();
        _pacer.NoteFlood(Person(2), TimeSpan.FromSeconds(9)).ShouldBeFalse();
        _pacer.NoteFlood(Person(3), TimeSpan.FromSeconds(9)).ShouldBeTrue();
        _pacer.LanePausedUntil.ShouldBe(_clock.GetUtcNow().AddSeconds(9));
        _pacer.TryTake(Person(4)).ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void Whoever_asks_too_much_pauses_no_digest_of_others()
    {
        foreach (var asker in new[] { Person(1), Person(2), Person(3), Person(4) })
        {
            _pacer.PauseChat(asker, TimeSpan.FromSeconds(30));
        }

        _pacer.PauseOf(Person(1)).ShouldBe(TimeSpan.FromSeconds(30));
        _pacer.TryTake(Person(1)).ShouldBe(TimeSpan.FromSeconds(30));
        _pacer.TryTake(Person(5)).ShouldBeNull();
    }

    [Fact]
    public void No_pause_that_was_kept_lasts_longer_than_a_day()
    {
        _pacer.PauseLane(_clock.GetUtcNow().AddYears(60));
        _pacer.TryTake(Person(1)).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void Refusals_far_apart_do_not_pause_the_lane()
    {
        for (var chat = 1; chat <= 5; chat++)
        {
            _pacer.NoteFlood(Person(chat), TimeSpan.FromSeconds(1)).ShouldBeFalse();
            _clock.Advance(TimeSpan.FromSeconds(3));
        }
    }

    [Fact]
    public void A_pause_is_never_shortened()
    {
        _pacer.PauseLane(_clock.GetUtcNow().AddMinutes(5));
        _pacer.PauseLane(_clock.GetUtcNow().AddMinutes(1));
        _pacer.TryTake(Person(1)).ShouldBe(TimeSpan.FromMinutes(5));
    }

    private static ChatAddress Person(long id) => new(id, 0);

    private int SendFor(TimeSpan time, Func<ChatAddress> next)
    {
        var end = _clock.GetUtcNow() + time;
        var sent = 0;
        while (_clock.GetUtcNow() < end)
        {
            if (_pacer.TryTake(next()) is { } wait)
            {
                _clock.Advance(wait < TimeSpan.FromMilliseconds(10) ? wait : TimeSpan.FromMilliseconds(10));
            }
            else
            {
                sent++;
            }
        }

        return sent;
    }

    private sealed class SetBackClock : TimeProvider
    {
        private static readonly DateTimeOffset Start = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

        public int SetBackHours { get; set; }

        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Start + Elapsed - TimeSpan.FromHours(SetBackHours);

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
