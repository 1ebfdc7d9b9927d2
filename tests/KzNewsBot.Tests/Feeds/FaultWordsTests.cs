using KzNewsBot.Feeds;
using KzNewsBot.Localization;
using KzNewsBot.Text;

namespace KzNewsBot.Tests.Feeds;

public class FaultWordsTests
{
    public static TheoryData<string> Faults => [.. Enum.GetNames<RoadFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Who_answered_is_not_said_to_be_silent(string fault) =>
        Of(Enum.Parse<RoadFault>(fault)).ShouldBe(fault switch
        {
            nameof(RoadFault.NoAnswer) => "no answer",
            nameof(RoadFault.BadStatus) => "answers with an error",
            nameof(RoadFault.AskedToWait) => "the feed's server asks to wait",
            nameof(RoadFault.NotFound) or nameof(RoadFault.Gone) => "the address is gone",
            nameof(RoadFault.Wall) => "closed to programs",
            nameof(RoadFault.Unsafe) => "its answer can't be used",
            nameof(RoadFault.NotAFeed) or nameof(RoadFault.Empty) => "no news at the address",
            nameof(RoadFault.OnlyOld) => "nothing new there",
            _ => "a fault without words",
        });

    [Fact]
    public void Where_no_fault_is_known_there_was_no_answer() => Of(fault: null).ShouldBe("no answer");

    private static string Of(RoadFault? fault) => FaultWords.Of(fault, new PhraseBook().In(Language.English));
}
