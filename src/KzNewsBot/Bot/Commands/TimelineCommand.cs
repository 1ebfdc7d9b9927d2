using System.Globalization;
using System.Text.RegularExpressions;
using KzNewsBot.Bot.Views;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Bot.Commands;

/// <summary>"/timeline odkb 2004..2024": what the articles on a topic date, in the order of the dates.</summary>
internal sealed partial class TimelineCommand(TopicCatalogue catalogue, TimelineReader timeline, TimeProvider clock) : IBotCommand
{
    public IReadOnlyList<string> Names { get; } = ["timeline"];

    public bool ChangesSettings(CommandRequest request) => false;

    public async Task<BotReply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        // A topic may end in a figure, as "c5" does: all of it is tried first.
        var match = Arguments().Match(request.Arguments);
        var whole = catalogue.Find(request.Arguments.Trim());
        var topic = whole ?? (match.Success ? catalogue.Find(match.Groups["topic"].Value) : null);
        if (topic is null)
        {
            return match.Success && match.Groups["topic"].Value is var unknown && unknown.Any(char.IsLetter) && !BeginsWithTopic(unknown)
                ? SubscribeCommand.TopicUnknown(unknown, "/timeline odkb 2004..2024", catalogue, request.Scene)
                : BotReply.Say(TimelineView.Usage(request.Scene));
        }

        if (whole is not null)
        {
            return await ShowAsync(whole, TimelineView.EarliestYear, TimelineView.LatestYear, 0, request.Scene, cancellationToken);
        }

        var from = Year(match.Groups["from"]) ?? TimelineView.EarliestYear;
        var to = Year(match.Groups["to"]) ?? (match.Groups["open"].Success || !match.Groups["from"].Success ? TimelineView.LatestYear : from);
        return await ShowAsync(topic, Math.Min(from, to), Math.Max(from, to), 0, request.Scene, cancellationToken);
    }

    /// <param name="from">A year, Gregorian.</param>
    public async Task<BotReply> ShowAsync(TopicDefinition topic, int from, int to, int offset, ChatScene scene, CancellationToken cancellationToken)
    {
        var (first, last) = (Math.Clamp(from, DateOnly.MinValue.Year, DateOnly.MaxValue.Year), Math.Clamp(to, DateOnly.MinValue.Year, DateOnly.MaxValue.Year));
        var today = WallClock.DayIn(scene.Card.TimeZone, clock.GetUtcNow());
        var page = await timeline.ReadAsync(topic.Id, scene.Words.Language, new DateOnly(first, 1, 1), new DateOnly(last, 12, 31), offset, TimelineView.PageSize, today, cancellationToken);
        return BotReply.Say(TimelineView.Render(topic, first, last, page, scene)) with { Told = [.. page.Entries.Select(entry => entry.Story).OfType<StoryCard>().DistinctBy(story => story.Id)] };
    }

    /// <summary>"odkb 10": the topic is known, and the rest is no year.</summary>
    private bool BeginsWithTopic(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, words.Length).Any(count => catalogue.Find(string.Join(' ', words.Take(count))) is not null);
    }

    private static int? Year(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\s*(?<topic>.*?\S)[\s,]*(?<from>\b[0-9]{4})?\s*(?<open>\.\.|-|–|—|…)?\s*(?<to>\b[0-9]{4})?\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Arguments();
}
