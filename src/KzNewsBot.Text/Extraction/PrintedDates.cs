using AngleSharp.Dom;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <summary>Dates that a page prints for its readers: "time" elements and lines that are a date and nothing else.</summary>
/// <param name="fetchedAt">For «сегодня» and to tell the day of reading; null when nobody knows.</param>
internal sealed class PrintedDates(IDocument document, IElement? heading, DayOrder order, DateTimeOffset? fetchedAt)
{
    /// <summary>How many elements may stand between the headline and its date.</summary>
    private const int ElementsBelow = 60;
    private const int ElementsAbove = 20;

    private const int MaxLine = 120;

    /// <summary>Lines of one element, before it counts as more than a date.</summary>
    private const int MaxLines = 6;
    private const int MaxLabelledChildren = 8;
    private const int MaxTimes = 50;

    /// <summary>Letters beside «сегодня, 14:05» before it counts as part of a sentence.</summary>
    private const int MaxBesideRelative = 20;

    /// <summary>How far above a date the link or list of a teaser stands.</summary>
    private const int TeaserLevels = 12;

    /// <summary>Up to here above the headline it is the article's own head, not the page.</summary>
    private const int HeadLevels = 4;

    private static readonly HashSet<string> PublishedLabels = new(
        ("опубликовано опубликована опубликован публикации дата размещено добавлено создано жарияланды жарияланған жарияланым басылған "
        + "published publish posted submitted created publicado publicada publié veröffentlicht erstellt datum opublikowano опубліковано").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Embeds = ["twitter-tweet", "instagram-media", "tgme_", "embed", "youtube"];

    private readonly PagePlaces places = new(heading, IsEmbed);
    private readonly List<IElement> elements = document.Body is { } body ? [.. body.QuerySelectorAll("*")] : [];
    private HashSet<IElement>? aroundEmbeds;

    /// <summary>Their lines are an embed's too; what stands beside it has an element of its own.</summary>
    private HashSet<IElement> AroundEmbeds => aroundEmbeds ??= [.. elements.Where(IsEmbed).SelectMany(embed => embed.GetAncestors().OfType<IElement>())];

    /// <summary>A line that begins with a word for publication.</summary>
    public static bool IsLabelled(string line) => PublishedLabels.Contains(line.Split([' ', ':'], 2)[0]);

    /// <summary>Best first.</summary>
    public IEnumerable<DateCandidate> Find()
    {
        var near = NearHeadline().ToList();
        var (labelled, only, update, aside) = Labelled();
        return new[] { OwnTime(), near.Find(date => !date.IsUpdate), labelled, only, aside, near.Find(date => date.IsUpdate), update }.OfType<DateCandidate>();
    }

    private DateCandidate? OwnTime()
    {
        var times = elements.Where(element => element.LocalName == "time" && !places.IsElsewhere(element) && !IsInLink(element)).Take(MaxTimes)
            .Select(element => (Element: element, Date: ReadTime(element))).Where(time => time.Date is not null).ToList();
        var own = times.Where(time => time.Element.HasAttribute("pubdate"))
            .Concat(times.Where(time => SharesHead(time.Element) && time.Date is { IsUpdate: false }))
            .Concat(times.Where(time => SharesHead(time.Element)))
            .Select(time => time.Date).FirstOrDefault();
        return own ?? (times.Select(time => time.Date?.Date.Day).Distinct().Count() == 1 ? times[0].Date : null);
    }

    /// <summary>A link that holds more than the date leads to another article.</summary>
    private static bool IsInLink(IElement time) => Around(time, "a") is { } link
        && !string.Equals(ShortText.Line(link, MaxLine), ShortText.Line(time, MaxLine), StringComparison.Ordinal);

    private DateCandidate? ReadTime(IElement time)
    {
        var raw = time.GetAttribute("datetime") is { Length: > 0 and <= MaxLine } stated ? stated : ShortText.Line(time, MaxLine) ?? "";
        var label = time.ParentElement is { } parent ? ShortText.Line(parent, MaxLine) : null;
        return MachineDate.Read(raw, order) is { } date
            ? new DateCandidate(date, DateOrigin.TimeElement, raw, DateNames.IsUpdate(time) || (label is not null && StartsWithUpdate(label)))
            : null;
    }

    private bool SharesHead(IElement time)
    {
        var ancestor = heading?.ParentElement;
        for (var level = 0; level < HeadLevels && ancestor is not null && ancestor.LocalName is not ("body" or "html"); level++)
        {
            if (ancestor.Contains(time))
            {
                return true;
            }

            ancestor = ancestor.ParentElement;
        }

        return false;
    }

    private IEnumerable<DateCandidate> NearHeadline()
    {
        var at = heading is null ? -1 : elements.IndexOf(heading);
        if (at < 0)
        {
            return [];
        }

        var below = Near(elements.Skip(at + 1).Take(ElementsBelow), isAbove: false);
        var above = Near(elements.Take(at).Reverse().Take(ElementsAbove), isAbove: true);

        // Templates that name the date above their headline leave whatever looks like one below it to the text.
        var isNamedBelow = below.Find(date => !date.Candidate.IsUpdate) is not { Place: { } first } || DateNames.IsDate(first);
        var named = isNamedBelow ? [] : above.Where(date => DateNames.IsDate(date.Place) && SharesHead(date.Place));
        return named.Concat(below).Concat(above).Select(date => date.Candidate);
    }

    private List<(IElement Place, DateCandidate Candidate)> Near(IEnumerable<IElement> around, bool isAbove) =>
        [.. around.SelectMany(element => Lines(element, isAbove), (element, date) => (element, date))];

    private IEnumerable<DateCandidate> Lines(IElement element, bool isAbove)
    {
        var lines = ShortText.Lines(element, MaxLine) ?? [];
        return lines.Count is 0 or > MaxLines || IsTeaser(element, lines) || AroundEmbeds.Contains(element) || places.IsElsewhere(element)
            ? []
            : lines.Append(string.Join(' ', lines)).Distinct(StringComparer.Ordinal).Select(line => ReadLine(line, element, isAbove))
                .OfType<DateCandidate>().Where(_ => !IsInSentence(element));
    }

    /// <summary>A link or bold words within a sentence tell the day of an event, unless the element is named a date.</summary>
    private bool IsInSentence(IElement element) =>
        !DateNames.IsDate(element) && InlineLine.IsSentence(element) && DateLine.Read(InlineLine.Of(element), OutletNames.Empty, order, withByline: true) is null;

    /// <summary>A link with more than the date in it, or one in a list, leads to another article; of lists the items are read.</summary>
    private static bool IsTeaser(IElement element, IReadOnlyList<string> lines)
    {
        if (element.LocalName is "ul" or "ol")
        {
            return true;
        }

        var around = Around(element, "a");
        if ((around ?? element.QuerySelector("a")) is not { } link)
        {
            return false;
        }

        var isWhole = string.Equals(ShortText.Line(link, MaxLine), string.Join(' ', lines), StringComparison.Ordinal);
        return isWhole ? Around(link, "li") is not null : around is not null;
    }

    private static IElement? Around(IElement element, string tag)
    {
        var place = element;
        for (var level = 0; level < TeaserLevels && place is not null; level++, place = place.ParentElement)
        {
            if (place.LocalName.Equals(tag, StringComparison.Ordinal))
            {
                return place;
            }
        }

        return null;
    }

    private DateCandidate? ReadLine(string line, IElement element, bool isAbove)
    {
        if (DateLine.Read(line, OutletNames.Empty, order, withByline: true, withNames: !isAbove && element.LocalName is not ("h2" or "h3" or "h4" or "h5" or "h6")) is { } dated)
        {
            var ofToday = isAbove && !DateNames.IsPublication(element)
                && (dated.HasWeekday || (fetchedAt is { } seen && dated.Date.Day == DateOnly.FromDateTime(seen.DateTime)));
            return ofToday ? null : new DateCandidate(dated.Date, DateOrigin.NearTitle, line, IsUpdate(dated, element));
        }

        return fetchedAt is { } moment && RelativeDates.FindFirst(line, moment) is { } relative && line.Length - relative.Span.Length < MaxBesideRelative
            && (relative.Time is not null || (!isAbove && IsAlone(relative, line)))
                ? new DateCandidate(relative, DateOrigin.Relative, line)
                : null;
    }

    /// <summary>«Что известно сегодня», "Contact us today": without an hour a word for a day is a date only by itself.</summary>
    private static bool IsAlone(DateMention relative, string line) =>
        DateWords.AreLabels(string.Concat(line.AsSpan(0, relative.Span.Start), " ", line.AsSpan(relative.Span.End)));

    /// <summary>
    /// Anywhere on the page, if the place is named or labelled as a date and all such places agree; otherwise the only day that
    /// the article prints below its headline, or the only one that a column beside it calls its publication.
    /// </summary>
    private (DateCandidate? Published, DateCandidate? Only, DateCandidate? Update, DateCandidate? Aside) Labelled()
    {
        var any = new List<DateCandidate>();
        var start = heading is null ? -1 : elements.IndexOf(heading);
        var updates = new List<DateCandidate>();
        var labelled = new List<DateCandidate>();
        var named = new List<DateCandidate>();
        var aside = new List<DateCandidate>();
        foreach (var (at, element) in elements.Index().Where(pair => pair.Item.ChildElementCount <= MaxLabelledChildren && pair.Item.LocalName is not ("a" or "script" or "style")))
        {
            var lines = ShortText.Lines(element, MaxLine) ?? [];
            if (lines.Count is 0 or > MaxLines || !lines.Any(line => line.Any(char.IsAsciiDigit)) || IsTeaser(element, lines) || AroundEmbeds.Contains(element))
            {
                continue;
            }

            var isElsewhere = places.IsElsewhere(element);
            foreach (var line in lines.Append(string.Join(' ', lines)).Distinct(StringComparer.Ordinal))
            {
                if (DateLine.Read(line, OutletNames.Empty, order, withByline: true) is not { } dated || IsInSentence(element))
                {
                    continue;
                }

                var isUpdate = IsUpdate(dated, element);
                var isLabelled = IsLabelled(line);
                if (isElsewhere)
                {
                    if (isLabelled && !isUpdate && !IsEmbedded(element))
                    {
                        aside.Add(new DateCandidate(dated.Date, DateOrigin.Labelled, line));
                    }
                }
                else if (isUpdate || isLabelled || DateNames.IsDate(element))
                {
                    (isUpdate ? updates : isLabelled ? labelled : named).Add(new DateCandidate(dated.Date, DateOrigin.Labelled, line, isUpdate));
                }
                else if (start >= 0 ? at > start : element.Closest("main, article") is not null)
                {
                    any.Add(new DateCandidate(dated.Date, DateOrigin.Labelled, line));
                }
            }
        }

        return (Unanimous(labelled) ?? Unanimous(named), Unanimous(any), Unanimous(updates), Unanimous(aside));
    }

    private bool IsEmbedded(IElement element) => element.GetAncestors().OfType<IElement>().Prepend(element)
        .TakeWhile(place => heading is null || !place.Contains(heading)).Any(IsEmbed);

    /// <summary>Posts and films of others, and what is quoted, have dates of their own.</summary>
    private static bool IsEmbed(IElement place) =>
        place.LocalName is "blockquote"
        || (place.LocalName is not ("body" or "html" or "main" or "article") && place.ClassName is { Length: > 0 } name
            && Embeds.Any(embed => name.Contains(embed, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The label may stand in the element around the date.</summary>
    private static bool IsUpdate(DateLine dated, IElement element) =>
        dated.IsUpdate || DateNames.IsUpdate(element)
        || (element.ParentElement is { } parent && ShortText.Line(parent, MaxLine) is { } around
            && DateLine.Read(around, OutletNames.Empty, order: default, withByline: true) is { IsUpdate: true } labelled && labelled.Date.Day == dated.Date.Day);

    private static DateCandidate? Unanimous(List<DateCandidate> dates) =>
        dates.Select(date => date.Date.Day).Distinct().Count() == 1 ? dates[0] : null;

    private static bool StartsWithUpdate(string label) => label.Split([' ', ':'], 3).Take(2).Any(DateWords.IsUpdate);
}
