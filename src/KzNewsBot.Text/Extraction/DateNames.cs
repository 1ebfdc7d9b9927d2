using AngleSharp.Dom;

namespace KzNewsBot.Text.Extraction;

/// <summary>What the names of an element tell about a date in it.</summary>
internal static class DateNames
{
    private static readonly HashSet<string> Dates = new(
        ["dates", "datetime", "time", "timestamp", "dateline", "published", "publish", "posted", "created", "submitted", "publication"], StringComparer.Ordinal);

    private static readonly HashSet<string> OtherDates = new(["update", "lastupdate", "candidate", "mandate", "validate", "birthdate", "duedate"], StringComparer.Ordinal);

    private static readonly HashSet<string> Publications = new(
        ["published", "publish", "pubdate", "posted", "publication", "created", "submitted", "dateline", "article", "post", "entry", "story", "news", "blog", "meta",
         "byline", "author"],
        StringComparer.Ordinal);

    public static bool IsDate(IElement element) => ElementNames.Of(element).Any(name => Dates.Contains(name)
        || name.EndsWith("datum", StringComparison.Ordinal) || (name.EndsWith("date", StringComparison.Ordinal) && !OtherDates.Contains(name)));

    /// <summary>The date of an article rather than any date.</summary>
    public static bool IsPublication(IElement element) => ElementNames.Of(element).Any(Publications.Contains);

    /// <summary>The date of a change, and not that of publication too.</summary>
    public static bool IsUpdate(IElement element)
    {
        var names = ElementNames.Of(element).ToList();
        return names.Any(name => name is "updated" or "modified" or "changed" or "update" or "lastupdate")
            && !names.Any(name => name is "published" or "created" or "posted");
    }
}
