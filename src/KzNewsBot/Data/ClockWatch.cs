namespace KzNewsBot.Data;

/// <summary>
/// Whether the wall clock may be trusted with what can't be taken back: planning, expiring, deleting. One that has jumped
/// against the clock nobody sets, as by a wrong time server or the resume of a virtual machine, gets a minute to be set right:
/// then nothing has happened. After it the new time is the time.
/// </summary>
internal sealed partial class ClockWatch(TimeProvider clock, ILogger<ClockWatch> logger)
{
    /// <summary>Clocks are corrected by less all the time.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Reading _trusted = Reading.Of(clock);
    private Reading? _doubted;

    /// <summary>Asked by whoever is about to act by the wall clock; each look is compared with the last.</summary>
    public bool IsCalm
    {
        get
        {
            lock (_gate)
            {
                var now = Reading.Of(clock);
                if (!IsJump(_trusted, now))
                {
                    (_trusted, _doubted) = (now, null);
                    return true;
                }

                if (_doubted is not { } doubted || IsJump(doubted, now))
                {
                    _doubted = now;
                    LogJumped(now.Wall - _trusted.Wall, Elapsed(_trusted, now));
                    return false;
                }

                if (Elapsed(doubted, now) < Calm)
                {
                    return false;
                }

                (_trusted, _doubted) = (now, null);
                return true;
            }
        }
    }

    private bool IsJump(Reading from, Reading to) => (to.Wall - from.Wall - Elapsed(from, to)).Duration() > Jump;

    private TimeSpan Elapsed(Reading from, Reading to) => clock.GetElapsedTime(from.Stamp, to.Stamp);

    private readonly record struct Reading(DateTimeOffset Wall, long Stamp)
    {
        public static Reading Of(TimeProvider clock) => new(clock.GetUtcNow(), clock.GetTimestamp());
    }

    [LoggerMessage(LogLevel.Warning, "The clock went {Wall} while {Elapsed} passed; for a minute nothing is planned, expired or deleted, then the new time is trusted")]
    private partial void LogJumped(TimeSpan wall, TimeSpan elapsed);
}
