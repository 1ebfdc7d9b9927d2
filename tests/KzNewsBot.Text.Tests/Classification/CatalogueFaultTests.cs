using KzNewsBot.Text.Classification;

namespace KzNewsBot.Text.Tests.Classification;

public sealed class CatalogueFaultTests
{
    private const string Good = """
        {"topics":[{"id":"a","command":"a","order":1,"names":{"ru":"А1","kk":"Ә1","en":"A1"},"longNames":{"ru":"Б1","kk":"В1","en":"C1"},"aliases":["эй"],"terms":{"ru":["слово"]}}]}
        """;

    [Fact]
    public void Smallest_catalogue_reads() => TopicCatalogue.Parse(Good).Topics.ShouldHaveSingleItem().Names[Language.Kazakh].ShouldBe("Ә1");

    [Theory]
    [InlineData("{", "{", "$: expected JSON")]
    [InlineData("\"order\":1", "\"order\":\"1\"", "$.topics[0].order: expected a whole number")]
    [InlineData("\"kk\":\"Ә1\",", "", "$.topics[0].names.kk: expected a value")]
    [InlineData("\"Ә1\"", "\" \"", "$.topics[0].names.kk: expected a non-empty string")]
    [InlineData("\"command\":\"a\"", "\"command\":\"A b\"", "$.topics[0].command: expected 1 to 32 lower-case")]
    [InlineData("\"слово\"", "\"слово\",7", "$.topics[0].terms.ru[1]: expected a non-empty string")]
    [InlineData("\"слово\"", "\"сло/во\"", "$.topics[0].terms.ru[0]: expected letters or digits")]
    [InlineData("\"слово\"", "", "$.topics[0].terms: expected at least one pattern")]
    [InlineData("\"terms\"", "\"term\"", "$.topics[0].term: expected one of the properties")]
    [InlineData("{\"ru\":[\"слово\"]}", "{\"de\":[\"Wort\"]}", "$.topics[0].terms.de: expected one of the properties ru, kk, en, other")]
    [InlineData("{\"ru\":[\"слово\"]}", "{\"other\":[\"Wo/rt\"]}", "$.topics[0].terms.other[0]: expected letters or digits")]
    [InlineData("[\"эй\"]", "\"эй\"", "$.topics[0].aliases: expected an array")]
    [InlineData("\"order\":1", "\"order\":1,\"scoped\":1", "$.topics[0].scoped: expected true or false")]
    [InlineData("\"order\":1", "\"order\":1,\"context\":{\"with\":[\"b\"],\"ru\":[\"слава\"]}", "$.topics[0].context.with[0]: expected the id of a topic or an area")]
    [InlineData("]}}]}", "]}}],\"areas\":[{\"id\":\"a\",\"terms\":{\"ru\":[\"x\"]}}]}", "$.topics[0]: expected names no other topic has")]
    [InlineData("]}}]}", "]}}],\"areas\":[{\"id\":\"z\",\"languages\":[\"de\"],\"terms\":{\"ru\":[\"x\"]}}]}", "$.areas[0].languages[0]: expected ru, kk or en")]
    [InlineData("]}}]}", "]}}],\"areas\":[{\"id\":\"z\",\"topics\":[\"b\"],\"terms\":{\"ru\":[\"x\"]}}]}", "$.areas[0].topics[0]: expected the id of a topic or an area")]
    [InlineData("]}}]}", "]}}],\"areas\":[{\"id\":\"z\",\"displaces\":[\"b\"],\"terms\":{\"ru\":[\"x\"]}}]}", "$.areas[0].displaces[0]: expected the id of a topic or an area")]
    [InlineData("{\"topics\"", "{\"themes\"", "$.themes: expected one of the properties")]
    public void Fault_names_its_path_and_what_is_expected(string part, string replacement, string message)
    {
        var json = string.Equals(part, "{", StringComparison.Ordinal) ? "{" : Good.Replace(part, replacement, StringComparison.Ordinal);
        Should.Throw<FormatException>(() => TopicCatalogue.Parse(json)).Message.ShouldStartWith(message);
    }

    [Fact]
    public void An_operators_topics_stand_beside_the_shipped_and_for_those_of_their_names()
    {
        var shipped = TopicCatalogue.Parse(Good);
        var beside = shipped.With(Other("b", "cyber", context: "\"context\":{\"with\":[\"a\"],\"ru\":[\"взлом\"]},"));
        beside.Topics.Select(topic => topic.Id).ShouldBe(["a", "b"]);
        beside.Fingerprint.ShouldNotBe(shipped.Fingerprint, StringComparer.Ordinal);

        // Also of their areas, and of a topic that others are named beside.
        var instead = beside.With(Other("c", "ЭЙ", context: ""));
        instead.Topics.Select(topic => topic.Id).ShouldBe(["b", "c"]);
        var report = string.Join(' ', Enumerable.Repeat("Ночью на складе в городе снова случился взлом замка и пропали вещи.", 10));
        new TopicMatcher(instead).Match("Взлом на складе", report, Language.Russian).Topics.ShouldBeEmpty("what it stood beside is gone");
        instead.GaveWay.ShouldBe(["a"]);
        shipped.With(Other("a", "cyber", context: "")).GaveWay.ShouldBeEmpty("it was meant");

        // Readers never see an area's id: a topic may be called so.
        var areas = shipped.With("""{"topics":[],"areas":[{"id":"z","topics":["a"],"terms":{"ru":["x"]}}]}""");
        areas.Areas.ShouldHaveSingleItem();
        areas.With(Other("b", "z", context: "")).Areas.ShouldHaveSingleItem();

        Should.Throw<FormatException>(() => shipped.With(Other("b", "cyber", "\"context\":{\"with\":[\"nobody\"],\"ru\":[\"взлом\"]},"))).Message
            .ShouldStartWith("$.topics[0].context.with[0]: expected the id of a topic or an area");

        static string Other(string id, string alias, string context) =>
            $$$"""{"topics":[{"id":"{{{id}}}","command":"{{{id}}}","order":2,"names":{"ru":"{{{id}}}1","kk":"{{{id}}}2","en":"{{{id}}}3"},"longNames":{"ru":"{{{id}}}4","kk":"{{{id}}}5","en":"{{{id}}}6"},"aliases":["{{{alias}}}"],{{{context}}}"terms":{"ru":["кибер*"]}}]}""";
    }

    [Fact]
    public void A_catalogue_without_topics_is_none() =>
        Should.Throw<FormatException>(() => TopicCatalogue.Parse("""{"topics":[]}""")).Message.ShouldStartWith("$.topics: expected at least one topic");

    [Fact]
    public void Two_topics_cannot_share_a_name()
    {
        var topic = Good[Good.IndexOf("[{", StringComparison.Ordinal)..][1..].Trim()[..^2];
        var twice = $"{{\"topics\":[{topic},{topic.Replace("\"id\":\"a\"", "\"id\":\"b\"", StringComparison.Ordinal)}]}}";
        Should.Throw<FormatException>(() => TopicCatalogue.Parse(twice)).Message.ShouldStartWith("$.topics[1]: expected names no other topic has");
    }

    [Fact]
    public void Fingerprint_follows_the_rules_and_not_the_names()
    {
        var fingerprint = TopicCatalogue.Parse(Good).Fingerprint;
        fingerprint.Length.ShouldBe(64);
        TopicCatalogue.Parse(Good.Replace("А1", "А2", StringComparison.Ordinal)).Fingerprint.ShouldBe(fingerprint);
        TopicCatalogue.Parse(Good.Replace("слово", "слава", StringComparison.Ordinal)).Fingerprint.ShouldNotBe(fingerprint, StringComparer.Ordinal);
    }
}
