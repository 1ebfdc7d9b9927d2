namespace KzNewsBot.Playground.Newsroom.Outlets;

/// <summary>How an outlet lets clients ask whether something changed.</summary>
internal enum Validators
{
    StrongTag,
    WeakTag,
    Date,
    TagAndDate,
}

/// <summary>An invented outlet: whom it plays and how its web site behaves.</summary>
internal sealed record Outlet
{
    /// <summary>Begins with "sample-", so that nobody takes its articles for news.</summary>
    public required string Id { get; init; }

    /// <summary>The host name is this label under ".example".</summary>
    public required string Label { get; init; }

    /// <summary>By language; each says that the outlet is invented.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required string Side { get; init; }

    /// <summary>ISO 3166 alpha-2, or INT.</summary>
    public required string Country { get; init; }

    /// <summary>The main one first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Owner { get; init; }

    public string Charset { get; set; } = "utf-8";

    public Validators Validators { get; init; }

    /// <summary>Hours ahead of UTC of the dates the outlet prints.</summary>
    public int UtcOffset { get; set; } = 5;

    /// <summary>Where articles stand: {year}, {month}, {day}, {number}, {slug} and {lang} are filled in.</summary>
    public required string ArticlePath { get; init; }

    /// <summary>The page template of articles that ask for no other one.</summary>
    public required string Layout { get; init; }

    /// <summary>False where pages are empty shells and the feed carries the text.</summary>
    public bool FetchPages { get; set; } = true;

    /// <summary>Beginnings of paths that robots.txt closes.</summary>
    public IReadOnlyList<string> Disallow { get; set; } = ["/admin/"];

    public required IReadOnlyList<OutletFeed> Feeds { get; init; }

    public TimeSpan Offset => TimeSpan.FromHours(UtcOffset);

    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Names["en"];
}
