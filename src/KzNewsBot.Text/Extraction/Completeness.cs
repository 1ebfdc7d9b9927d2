namespace KzNewsBot.Text.Extraction;

/// <summary>How much of its article a page shows.</summary>
internal enum CompletenessVerdict
{
    Full,

    /// <summary>Only a beginning; the rest is on another page.</summary>
    Teaser,

    /// <summary>Only a beginning; the rest is sold.</summary>
    Paywall,
}

/// <summary>What speaks against a page showing its whole article.</summary>
internal enum CompletenessEvidence
{
    /// <summary>The structured data say "isAccessibleForFree": false.</summary>
    StatedAsPaid,

    /// <summary>An element named like a paywall stands on the page and does not hold the article itself.</summary>
    PaywallElement,

    /// <summary>A line asks to subscribe in order to read on.</summary>
    CallToPay,

    /// <summary>«Читать далее», «Толығырақ», "Read more" right behind the text.</summary>
    ReadMoreEnding,

    /// <summary>A short text that ends with an ellipsis.</summary>
    CutEnding,

    /// <summary>Fewer than half of the words the structured data count.</summary>
    FewerWordsThanStated,
}

/// <param name="Evidence">Empty for a full article that nothing speaks against.</param>
internal sealed record Completeness(CompletenessVerdict Verdict, IReadOnlyList<CompletenessEvidence> Evidence)
{
    public static readonly Completeness Full = new(CompletenessVerdict.Full, []);
}
