namespace KzNewsBot.Sources;

/// <summary>Who speaks. The label says who owns an outlet, never who is right.</summary>
internal static class Sides
{
    public const string Archive = "archive";

    /// <summary>In the order in which a story lists them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "kz-official", "kz-state", "kz-independent", "russia", "csto", "west", "un", "organisations", "china-sco", "turkey-ots", "regional", Archive,
    ];

    /// <summary>Those that an outlet can have: the archive is ours.</summary>
    public static IReadOnlyList<string> OfOutlets { get; } = [.. All.Where(side => side != Archive)];
}
