using System.Globalization;
using KzNewsBot.Fetching;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Feeds;

/// <summary>How one poll changes what we remember of a road. Pure but for the state it is given.</summary>
internal static class RoadLedger
{
    /// <summary>A host that does not answer is given so many chances before the next road takes over.</summary>
    public const int MostTransient = 3;

    /// <summary>
    /// A permanent redirect is believed after so many sights in a row: hosts send whole sites to an error page for an hour. One
    /// to another site is counted once a day, for it may be the work of somebody who holds the host for an hour.
    /// </summary>
    public const int MoveBelievedAfter = 3;

    /// <summary>An address that was "not found" for so long is retired as "gone" is.</summary>
    public static readonly TimeSpan NotFoundForGood = TimeSpan.FromDays(14);

    /// <summary>A retired road is asked again so seldom: sites come back, and 410 is sent by mistake.</summary>
    public static readonly TimeSpan AskedAgainAfter = TimeSpan.FromDays(30);

    private static readonly TimeSpan WaitedLongEnough = TimeSpan.FromDays(1);

    /// <summary>An answer that tells something; true when it is a success, false when all it holds is old.</summary>
    public static bool Succeed(RoadState state, FeedsOptions options, DateTimeOffset now)
    {
        state.PolledAt = now;
        var newest = state.NewestAt ?? state.NewEntryAt;
        if (newest is { } last && now - last > TimeSpan.FromDays(options.StaleDays))
        {
            Note(state, RoadFault.OnlyOld, string.Create(CultureInfo.InvariantCulture, $"newest entry {last:yyyy-MM-dd}"), now);
            state.Down = true;
            state.NextDueAt = now + PollSchedule.Jittered(PollSchedule.BackOff(state.Failures, options), state.Key, now);
            StayRetired(state, now);
            return false;
        }

        state.SucceededAt = now;
        (state.Failures, state.FailingSince, state.Fault, state.FaultDetail, state.Down, state.RetiredAt) = (0, null, null, null, false, null);
        return true;
    }

    public static void NoteEntries(RoadState state, IReadOnlyList<FoundEntry> entries, int added, DateTimeOffset now)
    {
        var dates = entries.Select(entry => entry.Published ?? entry.Updated).OfType<DateTimeOffset>().ToList();
        state.NewestAt = dates.Count > 0 ? dates.Max().ToUniversalTime() : null;
        state.NewEntryAt = added > 0 || state.NewEntryAt is null ? now : state.NewEntryAt;
    }

    public static void Fail(RoadState state, RoadFault fault, string detail, FeedsOptions options, DateTimeOffset now)
    {
        state.PolledAt = now;
        if (fault == RoadFault.NotFound && state.Fault != RoadFault.NotFound)
        {
            // The fortnight is one of nothing but "not found".
            (state.Failures, state.FailingSince) = (0, null);
        }

        Note(state, fault, detail, now);
        var passes = state.Failures < MostTransient && fault is (RoadFault.NoAnswer or RoadFault.BadStatus or RoadFault.AskedToWait);
        state.Down |= !passes;
        var isGone = fault == RoadFault.Gone || (fault == RoadFault.NotFound && state.Failures >= MostTransient && now - state.FailingSince >= NotFoundForGood);
        var retires = isGone && state.Address is null;

        if (state.Address is not null && !passes)
        {
            // Where it has moved to was wrong, or is no more: the registry's address gets its chance again, as one never read.
            (state.Address, state.ETag, state.LastModified) = (null, null, null);
        }

        if (!passes)
        {
            (state.MovingTo, state.MoveSeen) = (null, 0);
        }

        state.NextDueAt = now + PollSchedule.Jittered(PollSchedule.BackOff(state.Failures, options), state.Key, now);
        state.RetiredAt = retires ? now : state.RetiredAt;
        StayRetired(state, now);
    }

    /// <summary>
    /// The host asked for a pause: no failure of the road, and no reason to leave it until it has asked for a day. Who asks for a
    /// minute each time is not asked each minute, a road that is out of service no sooner than after any other fault.
    /// </summary>
    public static void Wait(RoadState state, string detail, DateTimeOffset until, FeedsOptions options, DateTimeOffset now)
    {
        state.PolledAt = now;
        state.FailingSince ??= now;
        state.Down |= now - state.FailingSince >= WaitedLongEnough;
        (state.Fault, state.FaultDetail) = (RoadFault.AskedToWait, detail);
        // From a clock that was ahead: longer than any host may ask for.
        var asked = until < now + RetryAfter.Longest ? until : now + RetryAfter.Longest;
        var soonest = now + PollSchedule.BackOff(Math.Max(state.Failures, 1), options);
        state.NextDueAt = asked > soonest ? asked : soonest;
        StayRetired(state, now);
    }

    /// <summary>On the operator's word, who knows better: asked at once, as one that never failed.</summary>
    public static void Revive(RoadState state) =>
        (state.Failures, state.FailingSince, state.Fault, state.FaultDetail, state.Down, state.RetiredAt, state.NextDueAt) = (0, null, null, null, false, null, null);

    /// <summary>To be asked before the poll is noted.</summary>
    public static bool IsFirstOfDay(RoadState state, DateTimeOffset now) => state.PolledAt?.UtcDateTime.Date < now.UtcDateTime.Date;

    /// <param name="target">Where every redirect on the way was permanent; null when there was none, or one was temporary.</param>
    /// <param name="isElsewhere">It is on another site than the outlet's own.</param>
    public static void NoteMove(RoadState state, string? target, bool isElsewhere, DateTimeOffset now)
    {
        if (target is null || target == state.Address)
        {
            (state.MovingTo, state.MoveSeen) = (null, 0);
            return;
        }

        if (target != state.MovingTo)
        {
            (state.MovingTo, state.MoveSeen) = (target, 1);
        }
        else if (!isElsewhere || IsFirstOfDay(state, now))
        {
            state.MoveSeen++;
        }

        if (state.MoveSeen >= MoveBelievedAfter)
        {
            (state.Address, state.MovingTo, state.MoveSeen) = (target, null, 0);
        }
    }

    private static void StayRetired(RoadState state, DateTimeOffset now)
    {
        if (state.RetiredAt is not null)
        {
            (state.RetiredAt, state.NextDueAt) = (now, now + AskedAgainAfter);
        }
    }

    private static void Note(RoadState state, RoadFault fault, string detail, DateTimeOffset now)
    {
        state.Failures++;
        state.FailingSince ??= now;
        (state.Fault, state.FaultDetail) = (fault, DisplayText.Cut(detail, 200));
    }
}
