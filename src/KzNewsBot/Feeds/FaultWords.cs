using KzNewsBot.Localization;

namespace KzNewsBot.Feeds;

/// <summary>Why a road brings nothing, in a reader's words.</summary>
internal static class FaultWords
{
    public static string Of(RoadFault? fault, Words words) => words.Say(fault switch
    {
        RoadFault.BadStatus => Phrase.FaultError,
        RoadFault.AskedToWait => Phrase.FaultWait,
        RoadFault.NotFound or RoadFault.Gone => Phrase.FaultGone,
        RoadFault.Wall => Phrase.FaultWall,
        RoadFault.Unsafe => Phrase.FaultUnusable,
        RoadFault.NotAFeed or RoadFault.Empty => Phrase.FaultEmpty,
        RoadFault.OnlyOld => Phrase.FaultOld,
        null or RoadFault.NoAnswer => Phrase.FaultNoAnswer,
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
