using System.Globalization;

namespace KzNewsBot.Playground.Newsroom.Articles;

/// <summary>
/// Reads an article file: front matter between lines of "---", the text, and, after a line "+++", the corrected text.
/// </summary>
internal static class ArticleReader
{
    private const string Fence = "---\n";
    private const string CorrectionMark = "\n+++\n";

    private static readonly string[] Known =
        ["outlet", "event", "minutes", "title", "lang", "layout", "author", "denies", "reprints", "correctedAfter", "correctedTitle", "deletedAfter", "republishedAfter"];

    /// <exception cref="FormatException">The file is no article; the message says which and why.</exception>
    public static ArticleTemplate Read(string id, string text)
    {
        var end = text.StartsWith(Fence, StringComparison.Ordinal) ? text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            throw Fault(id, "has no front matter");
        }

        var fields = ReadFields(id, text[Fence.Length..end]);
        var bodies = text[(end + Fence.Length + 1)..].Split(CorrectionMark);
        var title = Required(id, fields, "title");
        return new ArticleTemplate
        {
            Id = id,
            Event = Required(id, fields, "event"),
            Outlet = Required(id, fields, "outlet"),
            Language = Required(id, fields, "lang"),
            Minutes = Number(id, Required(id, fields, "minutes")),
            Title = title,
            Body = bodies[0].Trim(),
            Layout = fields.GetValueOrDefault("layout"),
            Author = fields.GetValueOrDefault("author"),
            Denies = fields.GetValueOrDefault("denies"),
            Reprints = fields.GetValueOrDefault("reprints"),
            Correction = bodies is [_, var corrected]
                ? new Correction(Number(id, Required(id, fields, "correctedAfter")), fields.GetValueOrDefault("correctedTitle") ?? title, corrected.Trim())
                : null,
            DeletedAfter = fields.TryGetValue("deletedAfter", out var deleted) ? Number(id, deleted) : null,
            RepublishedAfter = fields.TryGetValue("republishedAfter", out var republished) ? Number(id, republished) : null,
        };
    }

    private static Dictionary<string, string> ReadFields(string id, string head)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in head.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var key, { Length: > 0 } value] || !Known.Contains(key, StringComparer.Ordinal))
            {
                throw Fault(id, $"has the line \"{line}\"; expected one of {string.Join(", ", Known)} and a value");
            }

            fields.Add(key, value);
        }

        return fields;
    }

    private static string Required(string id, Dictionary<string, string> fields, string key) =>
        fields.GetValueOrDefault(key) ?? throw Fault(id, $"has no {key}");

    private static int Number(string id, string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw Fault(id, $"has \"{text}\" where a number of minutes is expected");

    private static FormatException Fault(string id, string what) => new($"The sample article \"{id}\" {what}.");
}
