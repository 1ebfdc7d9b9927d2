using KzNewsBot.Data;
using KzNewsBot.Playground.Simulator;
using KzNewsBot.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Tests.Data;

public class DatabaseStandingTests
{
    private static readonly DbUpdateException Full = new("", new SqliteException("database or disk is full", 13));

    private readonly VirtualClock _clock = VirtualClock.StandingAt(new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero));
    private readonly LinesOf<DatabaseStanding> _log = new();

    [Fact]
    public void That_it_is_away_and_that_it_is_back_is_one_line_each()
    {
        var standing = new DatabaseStanding(_clock, _log);
        for (var second = 0; second < 3600; second += 2)
        {
            standing.NoteFailure(Full);
            standing.NoteSuccess();
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        standing.AwayFor.ShouldBe(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(2));
        _log.Lines.ShouldBe(["The database is away (database or disk is full); what needs it waits and tries again"]);
        _clock.Advance(TimeSpan.FromSeconds(75));
        standing.NoteSuccess();
        standing.AwayFor.ShouldBeNull();
        _log.Lines.Skip(1).ShouldBe(["The database is back after 01:01:15"]);

        standing.NoteFailure(Full);
        _log.Lines.Count.ShouldBe(3);
    }

    [Fact]
    public void A_fault_of_our_own_is_none_of_the_database()
    {
        var standing = new DatabaseStanding(_clock, _log);
        standing.NoteFailure(new InvalidOperationException("our own"));
        standing.NoteFailure(new OperationCanceledException());
        standing.AwayFor.ShouldBeNull();
        _log.Lines.ShouldBeEmpty();
    }
}
