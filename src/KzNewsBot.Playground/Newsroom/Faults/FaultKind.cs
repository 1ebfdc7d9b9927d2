namespace KzNewsBot.Playground.Newsroom.Faults;

/// <summary>What may go wrong at an outlet.</summary>
internal enum FaultKind
{
    HtmlInsteadOfFeed,
    EmptyAnswer,
    OnlyOldItems,
    NewIds,
    TruncatedGzip,
    Slow,
    TooManyRequests,
    Unavailable,
    ServerError,
    Challenge,
    Captcha,
    NotFound,
    Gone,
    NotModified,
    RedirectPermanent,
    RedirectLoop,
    WrongCharset,
    SloppyXml,
    BrokenXml,
    NeverEnding,
    DropConnection,
}

/// <summary>The kinds by the names that the control API uses.</summary>
internal static class FaultNames
{
    private static readonly (string Name, FaultKind Kind, string Meaning)[] Table =
    [
        ("html-instead-of-feed", FaultKind.HtmlInsteadOfFeed, "200 with a login page"),
        ("empty-200", FaultKind.EmptyAnswer, "200 without a body"),
        ("only-old-items", FaultKind.OnlyOldItems, "a feed that stopped more than a year ago"),
        ("new-ids", FaultKind.NewIds, "the same articles under other ids"),
        ("truncated-gzip", FaultKind.TruncatedGzip, "half of the compressed body, as if it were whole"),
        ("slow", FaultKind.Slow, "one byte a second"),
        ("429", FaultKind.TooManyRequests, "too many requests, with Retry-After"),
        ("503", FaultKind.Unavailable, "unavailable, with Retry-After"),
        ("500", FaultKind.ServerError, "a server error, with a page"),
        ("captcha", FaultKind.Captcha, "200 with a challenge page"),
        ("403", FaultKind.Challenge, "forbidden, with a challenge page"),
        ("404", FaultKind.NotFound, "not found"),
        ("410", FaultKind.Gone, "gone"),
        ("not-modified", FaultKind.NotModified, "304 to whoever did not ask"),
        ("redirect-permanent", FaultKind.RedirectPermanent, "301 to an address that works"),
        ("redirect-loop", FaultKind.RedirectLoop, "302 to itself"),
        ("wrong-charset", FaultKind.WrongCharset, "windows-1251 that calls itself UTF-8"),
        ("sloppy-xml", FaultKind.SloppyXml, "a leading blank, an unknown entity, a lone &, a control character"),
        ("broken-xml", FaultKind.BrokenXml, "markup that ends in the middle"),
        ("never-ending", FaultKind.NeverEnding, "a body without end"),
        ("drop-connection", FaultKind.DropConnection, "cut off in the middle"),
    ];

    public static IEnumerable<(string Name, string Meaning)> All => Table.Select(row => (row.Name, row.Meaning));

    public static FaultKind? Find(string name) => Table.Where(row => row.Name == name).Select(row => (FaultKind?)row.Kind).FirstOrDefault();

    public static string Of(FaultKind kind) => Table.First(row => row.Kind == kind).Name;
}
