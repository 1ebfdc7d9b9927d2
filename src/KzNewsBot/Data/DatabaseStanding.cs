namespace KzNewsBot.Data;

/// <summary>
/// Whether the database can be worked with, as those at work met it: one line in the log when it goes away and one when it is
/// back, however many workers try again and again meanwhile.
/// </summary>
internal sealed partial class DatabaseStanding(TimeProvider clock, ILogger<DatabaseStanding> logger)
{
    /// <summary>
    /// A full disk answers questions and takes commits of nothing: it is back when something went well and nothing has failed
    /// for longer than any worker waits before its next try.
    /// </summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(75);

    private readonly Lock _gate = new();
    private Absence? _absence;

    /// <summary>For how long it has failed those at work; null when it does not. A single failure is of no length.</summary>
    public TimeSpan? AwayFor
    {
        get
        {
            lock (_gate)
            {
                return _absence is { } absence ? clock.GetElapsedTime(absence.Since, absence.Last) : null;
            }
        }
    }

    public void NoteFailure(Exception exception)
    {
        if (!NewsDatabase.IsAway(exception))
        {
            return;
        }

        lock (_gate)
        {
            var now = clock.GetTimestamp();
            if (_absence is null)
            {
                LogAway(exception.GetBaseException().Message);
            }

            _absence = new Absence(_absence?.Since ?? now, now);
        }
    }

    public void NoteSuccess()
    {
        lock (_gate)
        {
            if (_absence is { } absence && clock.GetElapsedTime(absence.Last) >= Calm)
            {
                LogBack(clock.GetElapsedTime(absence.Since));
                _absence = null;
            }
        }
    }

    private sealed record Absence(long Since, long Last);

    [LoggerMessage(LogLevel.Error, "The database is away ({Reason}); what needs it waits and tries again")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Warning, "The database is back after {Time}")]
    private partial void LogBack(TimeSpan time);
}
