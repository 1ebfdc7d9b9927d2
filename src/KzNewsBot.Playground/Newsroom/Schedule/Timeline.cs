using KzNewsBot.Playground.Newsroom.Articles;
using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Playground.Newsroom.Schedule;

/// <summary>
/// What appears when. The opening and the seed decide everything: no timer runs, a jump of the clock finds all that the
/// skipped days brought.
/// </summary>
internal sealed class Timeline(ArticleLibrary library, OutletBook outlets, DateTimeOffset openedAt, int seed)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly DayPlanner _planner = new(library, outlets, openedAt, seed);
    private List<Publication> _planned = [];
    private int _days;

    public DateTimeOffset OpenedAt => openedAt;

    /// <summary>Oldest first, deleted ones included.</summary>
    public IEnumerable<Publication> PublishedBy(DateTimeOffset now) => PlannedUntil(now).TakeWhile(publication => publication.IsPublishedAt(now));

    /// <summary>The first article that isn't out yet; every day brings some.</summary>
    public IEnumerable<Publication> After(DateTimeOffset now) => PlannedUntil(now + (2 * Day)).SkipWhile(publication => publication.IsPublishedAt(now));

    private List<Publication> PlannedUntil(DateTimeOffset until)
    {
        // A day's reports may reach into the next one, so the plan is complete only up to the last day but one.
        var needed = Math.Max(1, (int)((until - openedAt) / Day) + 2);
        lock (_gate)
        {
            if (_days < needed)
            {
                var added = Enumerable.Range(_days, needed - _days).SelectMany(_planner.Plan);
                _planned = [.. _planned.Concat(added).OrderBy(publication => publication.PublishedAt).ThenBy(publication => publication.Number)];
                _days = needed;
            }

            return _planned;
        }
    }
}
