using KzNewsBot.Localization;

namespace KzNewsBot.Feeds;

/// <summary>Why a road brings nothing, in a reader's words.</summary>
internal static class FaultWords
{
    public static string Of(RoadFault? fault, Words words) => words.Say(fault switch
    {
        RoadFault.AskedToWait => Phrase.FaultWait,
        RoadFault.NotFound or RoadFault.Gone => Phrase.FaultGone,
        RoadFault.Wall => Phrase.FaultWall,
        RoadFault.NotAFeed or RoadFault.Empty => Phrase.FaultEmpty,
        RoadFault.OnlyOld => Phrase.FaultOld,
        _ => Phrase.FaultNoAnswer,
    });
}
