namespace KzNewsBot.Playground.Simulator;

/// <summary>
/// The clock of the simulated Telegram and of the bot beside it. It follows the system clock from a chosen start
/// (or stands still) and can be moved forward; timers due in the skipped stretch fire at once.
/// </summary>
internal sealed class VirtualClock : TimeProvider
{
    /// <summary>System timers refuse waits past 49 days; longer ones are re-armed.</summary>
    private static readonly TimeSpan LongestRealWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly List<VirtualTimer> _timers = [];
    private readonly bool _running;
    private readonly long _startedAt = System.GetTimestamp();
    private readonly DateTimeOffset _start;
    private TimeSpan _moved;
    private TimeSpan _set;

    private VirtualClock(DateTimeOffset start, bool running)
    {
        _start = start;
        _running = running;
    }

    /// <summary>Raised after <see cref="Advance"/>, when every timer that became due has fired.</summary>
    public event EventHandler? Advanced;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public static VirtualClock Following(TimeSpan offset = default) => new(System.GetUtcNow() + offset, running: true);

    /// <summary>Runs as the system clock does, from a moment of one's own.</summary>
    public static VirtualClock RunningFrom(DateTimeOffset start) => new(start, running: true);

    public static VirtualClock StandingAt(DateTimeOffset now) => new(now, running: false);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _start + _set + Elapsed();
        }
    }

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return Elapsed().Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>How many timers are due when this much time has passed: whoever moves the clock can wait until they are set.</summary>
    public int DueWithin(TimeSpan time)
    {
        lock (_gate)
        {
            var until = (Elapsed() + time).Ticks;
            return _timers.Count(timer => timer.DueAt <= until);
        }
    }

    /// <summary>Sets what the clock shows, and no time passes: as by an operator or a wrong time server.</summary>
    public void Set(TimeSpan step)
    {
        lock (_gate)
        {
            _set += step;
        }
    }

    /// <summary>Moves the clock forward. Time never runs backwards here: a negative step is refused.</summary>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        VirtualTimer[] timers;
        lock (_gate)
        {
            _moved += step;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.FireIfDue();
        }

        Advanced?.Invoke(this, EventArgs.Empty);
    }

    private TimeSpan Elapsed() => _moved + (_running ? System.GetElapsedTime(_startedAt) : TimeSpan.Zero);

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private readonly Lock _timerGate = new();
        private ITimer? _real;
        private long _dueAt = long.MaxValue;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public long DueAt => Volatile.Read(ref _dueAt);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_timerGate)
            {
                _period = period;
                _dueAt = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : clock.GetTimestamp() + dueTime.Ticks;
                lock (clock._gate)
                {
                    clock._timers.Remove(this);
                    if (_dueAt != long.MaxValue)
                    {
                        clock._timers.Add(this);
                    }
                }

                ScheduleReal();
            }

            return true;
        }

        public void FireIfDue()
        {
            lock (_timerGate)
            {
                if (clock.GetTimestamp() < _dueAt)
                {
                    // Woken early by the coarse system timer: wait for the rest.
                    ScheduleReal();
                    return;
                }

                var repeats = _period > TimeSpan.Zero;
                _dueAt = repeats ? clock.GetTimestamp() + _period.Ticks : long.MaxValue;
                if (repeats)
                {
                    ScheduleReal();
                }
                else
                {
                    lock (clock._gate)
                    {
                        clock._timers.Remove(this);
                    }
                }
            }

            // On the pool, as a real timer would: a continuation must not run inside Advance.
            ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void ScheduleReal()
        {
            _real?.Dispose();
            _real = null;
            if (clock._running && _dueAt != long.MaxValue)
            {
                var left = TimeSpan.FromTicks(Math.Clamp(_dueAt - clock.GetTimestamp(), 0, LongestRealWait.Ticks));
                _real = System.CreateTimer(_ => FireIfDue(), null, left, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
