using System.Text.RegularExpressions;
using KzNewsBot.Sources;

namespace KzNewsBot.Tests.Sources;

/// <summary>A wrong registry names the source, the key and what is expected.</summary>
public class SourceRulesTests
{
    private const string Road = """{"kind":"feed","url":"https://one.kz/rss"}""";

    [Theory]
    [InlineData("", "is not valid JSON (line 1); expected {\"sources\":[…]}.")]
    [InlineData("{", "is not valid JSON (line 1); expected {\"sources\":[…]}.")]
    [InlineData("[]", "has no \"sources\" list; expected {\"sources\":[…]}.")]
    [InlineData("{}", "has no \"sources\" list; expected {\"sources\":[…]}.")]
    [InlineData("""{"sources":{}}""", "has no \"sources\" list; expected {\"sources\":[…]}.")]
    [InlineData("""{"sources":["tass"]}""", ": source 1 has no id; expected {\"id\":\"tass\", …}.")]
    [InlineData("""{"sources":[{"name":"A"}]}""", ": source 1 has no id; expected {\"id\":\"tass\", …}.")]
    [InlineData("""{"sources":[{"id":"a","side":"west"}]}""", ", source \"a\": name is missing; expected a text.")]
    [InlineData("""{"sources":[{"id":"a","name":"A"}]}""", ", source \"a\": side is missing; expected a text.")]
    public void A_file_without_sources_says_so(string json, string fault) =>
        Should.Throw<FormatException>(() => SourceRegistry.Parse(json)).Message.ShouldBe("seeds/sources.json" + (fault[0] is ',' or ':' ? fault : " " + fault));

    [Theory]
    [InlineData("Tass")]
    [InlineData("tass ru")]
    [InlineData("тасс")]
    [InlineData("")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void An_id_is_short_and_Latin(string id) =>
        Should.Throw<FormatException>(() => SourceRegistry.Parse($$"""{"sources":[{"id":"{{id}}","name":"A","side":"west"}]}"""))
            .Message.ShouldBe($"seeds/sources.json, source \"{id}\": id is \"{id}\"; expected lower-case Latin letters, digits and hyphens, at most 40.");

    [Fact]
    public void An_id_stands_once() =>
        Should.Throw<FormatException>(() => SourceRegistry.Parse("""{"sources":[{"id":"a","name":"A","side":"west"},{"id":"a","name":"B","side":"west"}]}"""))
            .Message.ShouldBe("seeds/sources.json, source \"a\": id is listed twice; expected unique ids.");

    [Theory]
    [InlineData("\"hosts\":[\"a.kz\"]", "\"hosts\":[\"b.kz\",\"a.kz\"]")]
    [InlineData("\"hosts\":[\"a.kz\"]", "\"retiredHosts\":[\"a.kz\"]")]
    public void A_host_has_one_owner(string first, string second) =>
        Should.Throw<FormatException>(() => SourceRegistry.Parse($$"""{"sources":[{"id":"one","name":"A","side":"west",{{first}}},{"id":"two","name":"B","side":"west",{{second}}}]}"""))
            .Message.ShouldBe("seeds/sources.json, source \"two\": hosts lists \"a.kz\", which is listed for \"one\" already; expected one owner for each host.");

    [Theory]
    [InlineData("\"side\":\"moon\"", "side is \"moon\"; expected one of kz-official, kz-state, kz-independent")]
    [InlineData("\"name\":\" \"", "name is empty; expected what the outlet calls itself.")]
    [InlineData("\"country\":\"Kazakhstan\"", "country is \"Kazakhstan\"; expected an ISO 3166 code such as KZ, or INT.")]
    [InlineData("\"country\":\"kz\"", "country is \"kz\"; expected an ISO 3166 code such as KZ, or INT.")]
    [InlineData("\"homepage\":\"one.kz\"", "homepage is \"one.kz\"; expected an absolute http or https address.")]
    [InlineData("\"languages\":[\"rus\"]", "languages is \"rus\"; expected ISO 639-1 codes such as ru, kk, en.")]
    [InlineData("\"languages\":[\"kz\"]", "languages is \"kz\"; expected ISO 639-1 codes such as ru, kk, en.")]
    [InlineData("\"hosts\":[\"https://one.kz\"]", "hosts is \"https://one.kz\"; expected lower-case host names without scheme, port and \"www.\".")]
    [InlineData("\"hosts\":[\"One.kz\"]", "hosts is \"One.kz\"; expected")]
    [InlineData("\"hosts\":[\"www.one.kz\"]", "hosts is \"www.one.kz\"; expected")]
    [InlineData("\"hosts\":[\"one.kz:8080\"]", "hosts is \"one.kz:8080\"; expected")]
    [InlineData("\"hosts\":[\"one\"]", "hosts is \"one\"; expected")]
    [InlineData("\"retiredHosts\":[\"one.kz/news\"]", "retiredHosts is \"one.kz/news\"; expected")]
    [InlineData("\"names\":{\"kz\":\"Бірінші\"}", "names.kz is a language we do not speak; expected ru, kk, en.")]
    [InlineData("\"owner\":{\"ru\":\"\"}", "owner.ru is empty; expected a text.")]
    [InlineData("\"hots\":[]", "hots is not a key we know; expected id, name, names, aliases, hosts")]
    [InlineData("\"feeds\":[]", "feeds is not a key we know; expected id, name")]
    [InlineData("\"hosts\":\"one.kz\"", "hosts cannot be read; expected a list of texts.")]
    [InlineData("\"names\":\"One\"", "names cannot be read; expected {\"ru\":\"…\",\"kk\":\"…\",\"en\":\"…\"}.")]
    [InlineData("\"certainty\":\"rumour\"", "certainty cannot be read; expected one of evidenced, generalKnowledge.")]
    [InlineData("\"enabled\":\"yes\"", "enabled cannot be read; expected true or false.")]
    [InlineData("\"hosts\":[],\"hosts\":[]", "hosts is there twice; expected each key once.")]
    [InlineData("\"names\":{\"ru\":\"А\",\"ru\":\"Б\"}", "names.ru is there twice; expected each key once.")]
    [InlineData("\"hosts\":null", "hosts is null; expected a value, or no such key.")]
    [InlineData("\"hosts\":[\"one.kz\",null]", "hosts[1] is null; expected a value, or no such key.")]
    [InlineData("\"side\":null", "side is null; expected a value, or no such key.")]
    [InlineData("\"roads\":[null]", "roads[0] is null; expected a value, or no such key.")]
    [InlineData("\"roads\":[\"https://one.kz\"]", "roads[0] cannot be read; expected a list of {\"kind\":…, \"url\":…}.")]
    [InlineData("\"hosts\":[1]", "hosts[0] cannot be read; expected a list of texts.")]
    [InlineData("\"roads\":{}", "roads cannot be read; expected a list of {\"kind\":…, \"url\":…}.")]
    public void A_wrong_key_is_named(string key, string fault) =>
        Registry.FaultOf(key).ShouldStartWith("seeds/sources.json, source \"one\": " + fault);

    [Theory]
    [InlineData("names")]
    [InlineData("owner")]
    [InlineData("basis")]
    [InlineData("why")]
    public void An_enabled_source_speaks_every_language(string key) =>
        Registry.FaultOf($"{Regex.Replace(Registry.Words, $"(\"{key}\":{{[^}}]*),\"kk\":\"[^\"]*\"", "$1", RegexOptions.None, TimeSpan.FromSeconds(1))},\"roads\":[{Road}]")
            .ShouldBe($"seeds/sources.json, source \"one\": {key}.kk is missing; expected a text, because the source is enabled.");

    [Fact]
    public void An_enabled_source_has_a_road() =>
        Registry.FaultOf(Registry.Words).ShouldBe("seeds/sources.json, source \"one\": roads is empty; expected at least one road, because the source is enabled.");

    [Fact]
    public void An_enabled_source_says_how_sure_its_owner_is() =>
        Registry.FaultOf($"{Registry.Words.Replace("\"certainty\":\"evidenced\",", "", StringComparison.Ordinal)},\"roads\":[{Road}]")
            .ShouldBe("seeds/sources.json, source \"one\": certainty is missing; expected evidenced or generalKnowledge, because the source is enabled.");

    [Fact]
    public void An_enabled_source_with_all_its_words_is_fine() =>
        Registry.With($"{Registry.Words},\"roads\":[{Road}]").Enabled.ShouldBeTrue();

    [Fact]
    public void A_damaged_file_is_a_registry_or_a_sentence_never_a_crash()
    {
        var json = Registry.Json(
            $$$"""
            {{{Registry.Words}}},"country":"KZ","homepage":"https://one.kz","hosts":["one.kz"],"retiredHosts":["old.kz"],"roads":[{{{Road}}},
            {"kind":"jsonList","url":"https://one.kz/api","language":"kk","json":{"items":"a","title":"t","linkTemplate":"https://one.kz/{id}"}},
            {"kind":"htmlList","url":"https://one.kz/news","html":{"item":"li"},"minIntervalMinutes":5,"include":["/a/"],"encoding":"utf-8"}]
            """);
        var random = new Random(20260101);
        string[] pieces = ["", "null", "{}", "[]", "\"\"", "0", "-1", "1e999", ",", ":", "\"", "true", "\u0000", "\\ud800"];
        for (var round = 0; round < 2000; round++)
        {
            var start = random.Next(json.Length);
            var damaged = json[..start] + pieces[random.Next(pieces.Length)] + json[Math.Min(json.Length, start + random.Next(12))..];
            try
            {
                SourceRegistry.Parse(damaged).All.Count.ShouldBe(1);
            }
            catch (FormatException e)
            {
                e.Message.ShouldStartWith("seeds/sources.json", Case.Sensitive, damaged);
            }
        }
    }

    [Fact]
    public void Every_fault_is_told_at_once() =>
        Registry.FaultOf("\"country\":\"kz\",\"homepage\":\"one\",\"roads\":[{\"kind\":\"feed\",\"url\":\"two\"}]").Split('\n').Length.ShouldBe(3);
}
