using KzNewsBot.Feeds;

namespace KzNewsBot.Tests.Feeds;

public class RoadLedgerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);
    private static readonly FeedsOptions Options = new();

    [Fact]
    public void A_silent_host_gets_three_chances()
    {
        var road = Road();
        RoadLedger.Fail(road, RoadFault.NoAnswer, "", Options, Now);
        RoadLedger.Fail(road, RoadFault.NoAnswer, "", Options, Now);
        road.Down.ShouldBeFalse();
        RoadLedger.Fail(road, RoadFault.NoAnswer, "", Options, Now);
        road.Down.ShouldBeTrue();
    }

    [Theory]
    [InlineData(RoadFault.Empty)]
    [InlineData(RoadFault.NotAFeed)]
    [InlineData(RoadFault.Wall)]
    public void An_answer_that_is_no_news_ends_a_road_at_once(object fault)
    {
        var road = Road();
        RoadLedger.Fail(road, (RoadFault)fault, "", Options, Now);
        road.Down.ShouldBeTrue();
        road.RetiredAt.ShouldBeNull();
    }

    [Fact]
    public void A_host_that_asks_for_patience_is_left_only_after_a_day()
    {
        var road = Road();
        for (var hours = 0; hours < 24; hours++)
        {
            RoadLedger.Wait(road, "RateLimited", Now.AddHours(hours + 1), Options, Now.AddHours(hours));
            road.NextDueAt.ShouldBe(Now.AddHours(hours + 1));
        }

        (road.Down, road.Failures).ShouldBe((false, 0));
        RoadLedger.Wait(road, "RateLimited", Now.AddYears(1), Options, Now.AddHours(24));
        road.NextDueAt.ShouldBe(Now.AddHours(48), "said by a clock that was ahead");
        road.Down.ShouldBeTrue();
        RoadLedger.Succeed(road, Options, Now.AddHours(26)).ShouldBeTrue();
        (road.Down, road.FailingSince).ShouldBe((false, null));
    }

    [Fact]
    public void A_host_that_asks_for_a_minute_each_time_is_not_asked_each_minute()
    {
        var road = Road();
        RoadLedger.Wait(road, "RateLimited", Now.AddMinutes(1), Options, Now);
        road.NextDueAt.ShouldBe(Now.AddMinutes(Options.FloorMinutes));

        for (var poll = 0; poll < 9; poll++)
        {
            RoadLedger.Fail(road, RoadFault.NotFound, "404", Options, Now);
        }

        RoadLedger.Wait(road, "RateLimited", Now.AddMinutes(1), Options, Now);
        road.NextDueAt.ShouldBe(Now.AddMinutes(Options.CeilingMinutes), "another road serves meanwhile");
    }

    [Fact]
    public void Gone_retires_and_so_does_a_fortnight_of_not_found()
    {
        var gone = Road();
        RoadLedger.Fail(gone, RoadFault.Gone, "410", Options, Now);
        gone.RetiredAt.ShouldBe(Now);

        var missing = Road();
        RoadLedger.Fail(missing, RoadFault.NotFound, "404", Options, Now);
        RoadLedger.Fail(missing, RoadFault.NotFound, "404", Options, Now.AddDays(13));
        missing.RetiredAt.ShouldBeNull();
        RoadLedger.Fail(missing, RoadFault.NotFound, "404", Options, Now.AddDays(14));
        missing.RetiredAt.ShouldBe(Now.AddDays(14));
    }

    [Fact]
    public void A_fortnight_of_other_faults_is_none_of_not_found()
    {
        var road = Road();
        RoadLedger.Fail(road, RoadFault.Wall, "", Options, Now);
        RoadLedger.Fail(road, RoadFault.NotFound, "404", Options, Now.AddDays(15));
        road.RetiredAt.ShouldBeNull();

        // The bot was off between the two.
        RoadLedger.Fail(road, RoadFault.NotFound, "404", Options, Now.AddDays(40));
        road.RetiredAt.ShouldBeNull();
    }

    [Fact]
    public void Gone_where_a_road_had_moved_to_retires_nothing()
    {
        var road = Road();
        road.Address = "https://moved.example/feed";
        RoadLedger.Fail(road, RoadFault.Gone, "410", Options, Now);
        (road.RetiredAt, road.Address).ShouldBe((null, null));
    }

    [Fact]
    public void Only_old_entries_are_a_failure_that_news_mends()
    {
        var road = Road();
        road.NewestAt = Now.AddDays(-31);
        RoadLedger.Succeed(road, Options, Now).ShouldBeFalse();
        road.Fault.ShouldBe(RoadFault.OnlyOld);
        road.Down.ShouldBeTrue();

        road.NewestAt = Now.AddDays(-1);
        RoadLedger.Succeed(road, Options, Now).ShouldBeTrue();
        road.Down.ShouldBeFalse();
        road.Fault.ShouldBeNull();
    }

    [Fact]
    public void A_move_is_believed_after_three_sights_in_a_row_and_undone_when_it_leads_nowhere()
    {
        var road = Road();
        RoadLedger.NoteMove(road, "https://b/feed", isElsewhere: false, Now);
        RoadLedger.NoteMove(road, "https://b/feed", isElsewhere: false, Now);
        RoadLedger.NoteMove(road, null, isElsewhere: false, Now);
        RoadLedger.NoteMove(road, "https://b/feed", isElsewhere: false, Now);
        RoadLedger.NoteMove(road, "https://b/feed", isElsewhere: false, Now);
        road.Address.ShouldBeNull();
        RoadLedger.NoteMove(road, "https://b/feed", isElsewhere: false, Now);
        road.Address.ShouldBe("https://b/feed");

        (road.ETag, road.LastModified) = ("\"b\"", "Sat, 21 Nov 2026 10:00:00 GMT");
        RoadLedger.Fail(road, RoadFault.NotFound, "404", Options, Now);
        (road.Address, road.ETag, road.LastModified).ShouldBe((null, null, null));

        road.ETag = "\"a\"";
        RoadLedger.Fail(road, RoadFault.NoAnswer, "", Options, Now);
        road.ETag.ShouldBe("\"a\"", "the same address may still have nothing new");
    }

    [Fact]
    public void A_move_to_another_site_is_believed_when_it_has_held_for_more_than_a_day()
    {
        var road = Road();
        var polls = 0;
        for (var now = Now; road.Address is null && polls < 1000; now += TimeSpan.FromMinutes(10), polls++)
        {
            RoadLedger.NoteMove(road, "https://b/feed", isElsewhere: true, now);
            road.PolledAt = now;
        }

        (road.PolledAt - Now).ShouldBe(TimeSpan.FromHours(43), "from five in the morning to the midnight after the next");
    }

    [Fact]
    public void A_hiccup_neither_undoes_a_move_nor_begins_its_count_again()
    {
        var road = Road();
        RoadLedger.NoteMove(road, "https://b/feed", isElsewhere: false, Now);
        RoadLedger.NoteMove(road, "https://b/feed", isElsewhere: false, Now);
        RoadLedger.Fail(road, RoadFault.NoAnswer, "", Options, Now);
        RoadLedger.NoteMove(road, "https://b/feed", isElsewhere: false, Now);
        road.Address.ShouldBe("https://b/feed");

        RoadLedger.Fail(road, RoadFault.BadStatus, "502", Options, Now);
        road.Address.ShouldBe("https://b/feed");
        RoadLedger.Fail(road, RoadFault.BadStatus, "502", Options, Now);
        RoadLedger.Fail(road, RoadFault.BadStatus, "502", Options, Now);
        road.Address.ShouldBeNull();
    }

    [Fact]
    public void Failures_are_retried_ever_later_but_within_the_ceiling()
    {
        var waits = Enumerable.Range(1, 40).Select(failures => PollSchedule.BackOff(failures, Options)).ToList();
        waits[0].ShouldBe(TimeSpan.FromMinutes(Options.FloorMinutes));
        waits.ShouldBe(waits.Order());
        waits[^1].ShouldBe(TimeSpan.FromMinutes(Options.CeilingMinutes));
    }

    [Theory]
    [InlineData(10_000, null, null, 10)]
    [InlineData(168, null, null, 60)]
    [InlineData(0, null, null, 360)]
    [InlineData(10_000, 30, null, 30)]
    [InlineData(10_000, 525_600, null, 360)]
    [InlineData(10_000, 1, null, 10)]
    [InlineData(10_000, null, 720, 720)]
    public void The_interval_follows_rhythm_feed_and_registry(int newInWeek, int? asked, int? registry, int minutes) =>
        PollSchedule.Interval(newInWeek, Minutes(asked), Minutes(registry), Options).TotalMinutes.ShouldBe(minutes, tolerance: 0.001);

    [Fact]
    public void Jitter_only_delays_and_by_a_tenth_at_most()
    {
        var hour = TimeSpan.FromHours(1);
        var spread = Enumerable.Range(0, 200).Select(n => PollSchedule.Jittered(hour, $"https://a/{n}", Now)).ToList();
        spread.ShouldAllBe(interval => interval >= hour && interval <= hour * 1.1);
        spread.Distinct().Count().ShouldBeGreaterThan(150);
    }

    private static TimeSpan? Minutes(int? value) => value is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    private static RoadState Road() => new() { SourceId = "a", Key = "https://a/feed" };
}
