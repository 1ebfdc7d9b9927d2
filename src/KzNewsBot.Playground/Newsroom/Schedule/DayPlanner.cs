using KzNewsBot.Playground.Newsroom.Articles;
using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Playground.Newsroom.Schedule;

/// <summary>Lays the invented events out over the days after the opening.</summary>
internal sealed class DayPlanner(ArticleLibrary library, OutletBook outlets, DateTimeOffset openedAt, int seed)
{
    private const int EventsPerDay = 3;

    /// <summary>Article numbers of a day follow its day number.</summary>
    private const int NumbersPerDay = 1000;

    /// <summary>After the opening outlets answer one another over hours, as they do in the world.</summary>
    private const double DailyPace = 6;

    private static readonly TimeSpan FirstLive = TimeSpan.FromSeconds(40);
    private static readonly DateOnly Epoch = new(2020, 1, 1);

    /// <summary>Where the events happen; Kazakhstan has one zone since 1 March 2024.</summary>
    private static readonly TimeSpan Zone = TimeSpan.FromHours(5);

    private readonly DateOnly _openingDay = LocalDay(openedAt);

    /// <param name="day">0 is the opening with what came before it.</param>
    public IReadOnlyList<Publication> Plan(int day)
    {
        var reports = day == 0 ? Opening() : Daily(day);
        var planDay = _openingDay.AddDays(day);
        return [.. reports
            .OrderBy(report => report.At)
            .ThenBy(report => report.Article.Id, StringComparer.Ordinal)
            .Select((report, index) => new Publication(
                report.Article,
                report.Wording,
                outlets.Get(report.Article.Outlet),
                planDay,
                ((planDay.DayNumber - Epoch.DayNumber) * NumbersPerDay) + index + 1,
                report.At,
                day == 0 ? 1 : DailyPace))];
    }

    private IEnumerable<Report> Opening()
    {
        var before = library.Events.Where(newsEvent => newsEvent.Phase == EventPhase.Before)
            .SelectMany(newsEvent => ReportsOf(newsEvent, openedAt - TimeSpan.FromMinutes(newsEvent.Start), Edition(0), pace: 1));
        var live = library.Events.Where(newsEvent => newsEvent.Phase == EventPhase.Live)
            .SelectMany(newsEvent => ReportsOf(newsEvent, openedAt + TimeSpan.FromMinutes(newsEvent.Start), Edition(0), pace: 1))
            .OrderBy(report => report.At)
            .ThenBy(report => report.Article.Id, StringComparer.Ordinal);
        return before.Concat(OneByOne(live));
    }

    /// <summary>Only the order of live reports counts; one appears every minute or two.</summary>
    private IEnumerable<Report> OneByOne(IEnumerable<Report> live)
    {
        var random = new Random(seed);
        var at = openedAt + FirstLive;
        foreach (var report in live)
        {
            yield return report with { At = at };
            at += TimeSpan.FromSeconds(random.Next(60, 111));
        }
    }

    private List<Report> Daily(int day)
    {
        var random = new Random(unchecked((seed * 397) + day));
        var start = openedAt + TimeSpan.FromDays(day);
        var slot = TimeSpan.FromDays(1) / (EventsPerDay + 1);
        return [.. EventsOf(day).SelectMany((turn, place) =>
            ReportsOf(turn.Event, start + (slot * place) + TimeSpan.FromMinutes(random.Next(5, 90)), Edition(turn.Round), DailyPace))];
    }

    /// <summary>
    /// Three events and something off topic. The queue of events begins with those that the opening left for later; when it
    /// is through, it begins anew, shuffled.
    /// </summary>
    private IEnumerable<Turn> EventsOf(int day) =>
        Enumerable.Range((day - 1) * EventsPerDay, EventsPerDay).Select(place => TurnAt(place, offTopic: false))
            .Append(TurnAt(day - 1, offTopic: true));

    private Turn TurnAt(int place, bool offTopic)
    {
        var events = library.Events.Where(newsEvent => newsEvent.OffTopic == offTopic).ToArray();
        var late = events.Where(newsEvent => newsEvent.Phase == EventPhase.Later).ToArray();
        if (place < late.Length)
        {
            return new Turn(late[place], Round: 0);
        }

        var (round, rest) = Math.DivRem(place - late.Length, events.Length);
        new Random(unchecked((seed * 31) + round)).Shuffle(events);
        return new Turn(events[rest], round + 1);
    }

    private IEnumerable<Report> ReportsOf(NewsEvent newsEvent, DateTimeOffset start, int edition, double pace)
    {
        var wording = new Wording(newsEvent, edition, LocalDay(start));
        return library.Of(newsEvent).Select(article => new Report(article, wording, start + TimeSpan.FromMinutes(article.Minutes * pace)));
    }

    /// <summary>A newsroom opened on another day tells its events with other names and numbers.</summary>
    private int Edition(int round) => _openingDay.DayNumber + round;

    private static DateOnly LocalDay(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Zone).Date);

    private sealed record Turn(NewsEvent Event, int Round);

    private sealed record Report(ArticleTemplate Article, Wording Wording, DateTimeOffset At);
}
