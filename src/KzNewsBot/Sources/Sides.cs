using KzNewsBot.Localization;

namespace KzNewsBot.Sources;

/// <summary>Who speaks. The label says who owns an outlet, never who is right.</summary>
internal static class Sides
{
    public const string Archive = "archive";

    private static readonly OrderedDictionary<string, Phrase> Names = new(StringComparer.Ordinal)
    {
        ["kz-official"] = Phrase.SideKzOfficial,
        ["kz-state"] = Phrase.SideKzState,
        ["kz-independent"] = Phrase.SideKzPrivate,
        ["russia"] = Phrase.SideRussia,
        ["csto"] = Phrase.SideCsto,
        ["west"] = Phrase.SideWest,
        ["un"] = Phrase.SideUn,
        ["organisations"] = Phrase.SideOrganisations,
        ["china-sco"] = Phrase.SideChina,
        ["turkey-ots"] = Phrase.SideTurkey,
        ["regional"] = Phrase.SideRegional,
        [Archive] = Phrase.SideArchive,
    };

    /// <summary>In the order in which a story lists them.</summary>
    public static IReadOnlyList<string> All => Names.Keys;

    /// <summary>Those that an outlet can have: the archive is ours.</summary>
    public static IReadOnlyList<string> OfOutlets { get; } = [.. All.Where(side => side != Archive)];

    public static Phrase NameOf(string side) => Names.GetValueOrDefault(side, Phrase.SideUnknown);

    /// <summary>Its place among <see cref="All"/>; behind them where it is none of them.</summary>
    public static int RankOf(string side) => Names.IndexOf(side) is >= 0 and var place ? place : Names.Count;
}
