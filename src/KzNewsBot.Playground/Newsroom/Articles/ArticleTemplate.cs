namespace KzNewsBot.Playground.Newsroom.Articles;

/// <summary>An invented article as its file has it: words in braces are filled in when it is published.</summary>
internal sealed record ArticleTemplate
{
    /// <summary>Event and file name, "quiet-line/vostok-fakt-ru": unique, and good for an address.</summary>
    public required string Id { get; init; }

    public required string Event { get; init; }

    public required string Outlet { get; init; }

    /// <summary>ru, kk or en.</summary>
    public required string Language { get; init; }

    /// <summary>After the event's start.</summary>
    public required int Minutes { get; init; }

    public required string Title { get; init; }

    /// <summary>A line grammar of our own: see <see cref="Pages.BodyHtml"/>.</summary>
    public required string Body { get; init; }

    /// <summary>The page template; null takes the outlet's.</summary>
    public string? Layout { get; init; }

    public string? Author { get; init; }

    /// <summary>The id of the article whose claim this one denies.</summary>
    public string? Denies { get; init; }

    /// <summary>The id of the wire story this one repeats nearly word for word.</summary>
    public string? Reprints { get; init; }

    public Correction? Correction { get; init; }

    /// <summary>Minutes after publication until the page is gone; null stays.</summary>
    public int? DeletedAfter { get; init; }

    /// <summary>Minutes after publication until feeds list it as new, under another id but at the same address; null never.</summary>
    public int? RepublishedAfter { get; init; }
}

/// <summary>A later wording of the same article.</summary>
/// <param name="After">Minutes after publication.</param>
internal sealed record Correction(int After, string Title, string Body);
