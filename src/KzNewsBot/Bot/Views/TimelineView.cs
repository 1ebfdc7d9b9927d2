using System.Globalization;
using KzNewsBot.Localization;
using KzNewsBot.Stories;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

/// <summary>A page of a topic's chronology: a date, the sentence that gives it, who says so.</summary>
internal static class TimelineView
{
    /// <summary>So many of the longest sentences fit into one message.</summary>
    public const int PageSize = 6;

    public const int EarliestYear = 1900;
    public const int LatestYear = 2099;

    public static RenderedMessage Render(TopicDefinition topic, int from, int to, TimelinePage page, ChatScene scene)
    {
        var words = scene.Words;
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.TimelineTitle, ("topic", topic.Name(words.Language))) + YearsOf(from, to)).Line();
        if (page.Total == 0)
        {
            return Empty(text.Line(), topic, page.Reach, words);
        }

        var ahead = page.Entries.FirstOrDefault(entry => entry.IsAhead);
        foreach (var entry in page.Entries)
        {
            if (ReferenceEquals(entry, ahead))
            {
                text.Line().Italic(words.Say(Phrase.TimelineAhead)).Line();
            }

            text.Line().Bold(DateOf(entry, words)).Line();
            if (entry.Story?.DenialIn(words.Language) is { } denial)
            {
                text.Text(StoryText.DenierOf(denial, words) is { } denier ? words.Say(Phrase.TimelineDeniedBy, ("who", denier)) : words.Say(Phrase.TimelineDenied)).Line();
            }

            text.BlockQuote(entry.Quote.Text).Line().Text("— ");
            StoryText.Outlet(text, entry.Quote.Article, words);
            text.Text($", {StoryText.When(entry.Quote.Article, words, scene.Card.TimeZone)}").Line();
        }

        return Layout.Message(text, PagingButtons(topic, from, to, page, words), [ToTopic(topic, words)]);
    }

    /// <summary>Where there is something, and the way there.</summary>
    private static RenderedMessage Empty(StyledTextBuilder text, TopicDefinition topic, TimelineReach? reach, Words words) => reach is null
        ? Layout.Message(text.Text(words.Say(Phrase.TimelineNone)), [ToTopic(topic, words)])
        : Layout.Message(
            text.Text(words.Say(Phrase.TimelineEmpty, ("first", Text($"{reach.From.Year}")), ("last", Text($"{reach.To.Year}")))),
            [words.Button(Phrase.ButtonChronology, CallbackText.Timeline(topic.Id, EarliestYear, LatestYear, 0))],
            [ToTopic(topic, words)]);

    /// <summary>To the first page and the last too: a long chronology has hundreds between them.</summary>
    private static List<MessageButton> PagingButtons(TopicDefinition topic, int from, int to, TimelinePage page, Words words)
    {
        var buttons = new List<MessageButton>();
        if (page.Offset > PageSize)
        {
            buttons.Add(new MessageButton("«", CallbackText.Timeline(topic.Id, from, to, 0)));
        }

        if (page.Offset > 0)
        {
            buttons.Add(words.Button(Phrase.ButtonEarlier, CallbackText.Timeline(topic.Id, from, to, Math.Max(0, page.Offset - PageSize))));
        }

        var following = page.Total - page.Offset - PageSize;
        if (following > 0)
        {
            buttons.Add(words.Button(Phrase.ButtonLater, CallbackText.Timeline(topic.Id, from, to, page.Offset + PageSize)));
        }

        if (following > PageSize)
        {
            buttons.Add(new MessageButton("»", CallbackText.Timeline(topic.Id, from, to, int.MaxValue)));
        }

        return buttons;
    }

    private static MessageButton ToTopic(TopicDefinition topic, Words words) => words.Button(Phrase.ButtonBack, CallbackText.TopicPage(topic.Id, 0));

    public static RenderedMessage Usage(ChatScene scene) => RenderedMessage.Of(new StyledTextBuilder().Text(scene.Words.Say(Phrase.TimelineUsage)).Build());

    /// <summary>", 2004–2024", ", 2022", ", 2022–"; nothing when all years are asked for.</summary>
    private static string YearsOf(int from, int to) =>
        from == EarliestYear && to == LatestYear ? ""
        : from == to ? Text($", {from}")
        : $", {(from == EarliestYear ? "" : Text($"{from}"))}–{(to == LatestYear ? "" : Text($"{to}"))}";

    /// <summary>Whole years are figures; days and months are in words, and so are spans of them.</summary>
    private static string DateOf(TimelineEntry entry, Words words)
    {
        if (entry.From == entry.To)
        {
            return words.Long(entry.From);
        }

        var (first, last) = (entry.From, entry.To);
        if (first is { Month: 1, Day: 1 } && last is { Month: 12, Day: 31 })
        {
            return first.Year == last.Year ? Text($"{first.Year}") : Text($"{first.Year}–{last.Year}");
        }

        var wholeMonths = first.Day == 1 && last == new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month));
        return (wholeMonths, first.Year == last.Year && first.Month == last.Month) switch
        {
            (true, true) => words.Month(first),
            (true, false) => $"{words.Month(first)} – {words.Month(last)}",
            _ => $"{words.Long(first)} – {words.Long(last)}",
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
