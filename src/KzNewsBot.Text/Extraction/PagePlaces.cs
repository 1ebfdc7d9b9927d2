using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>
/// Tells the places of a page where dates and names are those of something else: today, the weather, other articles, comments.
/// </summary>
/// <param name="isForeign">Further places of something else.</param>
internal sealed class PagePlaces(IElement? heading, Predicate<IElement>? isForeign = null)
{
    /// <summary>An aside or a footer inside the article with less text than this holds the article's own facts.</summary>
    private const int FactsCharacters = 240;

    private static readonly HashSet<string> ForeignNames = new(
        ["current", "today", "now", "clock", "weather", "currency", "rates", "related", "recommended", "recommend", "popular", "latest", "trending",
         "comment", "comments", "sidebar", "copyright", "teaser", "teasers", "event", "events", "calendar", "disqus"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> EventNames = new(["event", "events"], StringComparer.Ordinal);

    private readonly HashSet<IElement> aroundHeading = [.. heading is null ? [] : heading.GetAncestors().OfType<IElement>()];

    /// <summary>What is around the headline is called so too: some call all their news events, and date them in "event-date".</summary>
    private readonly bool isOfEvents = heading is not null && heading.GetAncestors().OfType<IElement>().Any(place => place.LocalName is not ("body" or "html") && ElementNames.Of(place).Any(EventNames.Contains));

    /// <summary>Each element is judged once, however many dates and names stand in it.</summary>
    private readonly Dictionary<IElement, bool> judged = [];

    /// <summary>Only what does not hold the headline too is judged.</summary>
    public bool IsElsewhere(IElement element)
    {
        var undecided = new List<IElement>();
        var isElsewhere = false;
        for (var place = element; place is not null && !aroundHeading.Contains(place); place = place.ParentElement)
        {
            if (judged.TryGetValue(place, out isElsewhere))
            {
                break;
            }

            undecided.Add(place);
        }

        for (var i = undecided.Count - 1; i >= 0; i--)
        {
            isElsewhere = isElsewhere || IsFrame(undecided[i]) || ElementNames.Of(undecided[i]).Any(name => ForeignNames.Contains(name) && !(isOfEvents && EventNames.Contains(name))) || isForeign?.Invoke(undecided[i]) is true;
            judged.Add(undecided[i], isElsewhere);
        }

        return isElsewhere;
    }

    private static bool IsFrame(IElement place) => place.LocalName switch
    {
        "nav" => true,
        "header" => !IsInArticle(place),
        "footer" => !IsInArticle(place) || IsLong(place),
        "aside" => IsLong(place),
        _ => false,
    };

    private static bool IsLong(IElement place) => ShortText.Lines(place, FactsCharacters) is null;

    private static bool IsInArticle(IElement element) => element.GetAncestors().OfType<IElement>().Any(ancestor => ancestor.LocalName is "article" or "main");
}
