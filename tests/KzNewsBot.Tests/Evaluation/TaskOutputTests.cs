using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Tasks;

namespace KzNewsBot.Tests.Evaluation;

/// <summary>Other programs read the objects of each task: their keys stay, and two runs give the same.</summary>
public sealed class TaskOutputTests : IDisposable
{
    private const string Text = "Учения ОДКБ прошли 12 мая 2023 года под Алматы. В них участвовали двести миротворцев из шести стран. Минобороны опровергло сообщения о переносе учений.";

    private static readonly Lazy<Understanding> Known = new(Understanding.Load);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Language_has_a_code_and_a_confidence() =>
        Run(LanguageTask.Run, Lines(new JsonObject { ["text"] = Text }), "lang", "confidence").Text("lang").ShouldBe("ru");

    [Fact]
    public void Topics_have_their_evidence_as_spans_of_title_and_text()
    {
        var item = Run(input => TopicsTask.Run(input, Known.Value), Lines(Article("1")), "id", "topics", "kz_relevant", "security");

        var topic = item.Objects("topics").First(topic => topic.Text("id") == "odkb");
        Keys(topic).ShouldBe(["id", "score", "about", "evidence"]);
        In($"Учения под Алматы\n{Text}", topic.Objects("evidence")[0]).ShouldBe("ОДКБ");
    }

    [Fact]
    public void Pairs_have_a_score_between_0_and_1() =>
        ((double)Run(PairsTask.Run, Lines(new JsonObject { ["a"] = Article("1"), ["b"] = Article("2") }), "same", "score")["score"]!).ShouldBeInRange(0, 1);

    [Fact]
    public void Stories_have_a_name() => Run(StoriesTask.Run, Lines(Article("1")), "id", "story").Text("story").ShouldNotBeNullOrEmpty();

    [Fact]
    public void Quotes_are_spans_of_the_text()
    {
        var quote = Run(input => QuotesTask.Run(input, 1), Lines(Article("1")), "id", "quotes").Objects("quotes")[0];

        Keys(quote).ShouldBe(["article", "start", "length", "text"]);
        quote.Text("text").ShouldBe(In(Text, quote));
    }

    [Fact]
    public void A_page_has_all_its_fields()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "page.html"), $"<html lang=ru><head><title>Учения под Алматы</title></head><body><article><h1>Учения под Алматы</h1><p>{Text}</p><p>{Text}</p></article></body></html>");

        Run(_ => Timeless(ExtractTask.Run(_folder.FullName, Known.Value)), _folder.FullName, "file", "title", "body", "date", "lang", "author", "site", "canonical_url", "ms");
    }

    [Theory]
    [InlineData("not bozo and entries[0]['title'] == u'\\u041c\\u043e\\u0441\\u0442' and entries[0].published_parsed == (2026, 3, 5, 5, 0, 0, 3, 64, 0)", 1, 1, 0)]
    [InlineData("entries[0]['title'] == 'Мост' and entries[0]['link'] == '/2'", 1, 0, 0)]
    [InlineData("entries[0]['summary'] == 'Он <b>открыт</b>' and len(entries) == 1", 1, 1, 0)]
    [InlineData("entries[0]['rights'] == 'x'", 0, 0, 1)]
    public void A_case_of_a_feed_library_is_judged_by_its_comment(string expected, int judged, int right, int other)
    {
        File.WriteAllText(
            Path.Combine(_folder.CreateSubdirectory("wellformed").FullName, "case.xml"),
            $"<!--\nDescription: one\nExpect:      {expected}\n-->\n<rss><channel><item><title>Мост</title><link>/1</link><pubDate>Thu, 05 Mar 2026 10:00:00 +0500</pubDate><description>Он &lt;b&gt;открыт&lt;/b&gt;</description></item></channel></rss>");
        var score = FeedsTask.Run(_folder.FullName).Score!["wellformed"]!;
        ((int)score["judged"]!, (int)score["right"]!, (int)score["of_other_fields"]!).ShouldBe((judged, right, other));
    }

    [Fact]
    public void A_dump_has_all_its_fields()
    {
        var file = Path.Combine(_folder.FullName, "dump.txt");
        File.WriteAllText(file, $"Учения под Алматы\n12.05.2023\n\n{Text}\n\n{Text}\n");

        Run(input => DumpTask.Run(input, Known.Value, 2), file, "file", "title", "date", "outlet", "lang", "body", "topics", "quotes");
    }

    [Fact]
    public void Dated_facts_are_spans_of_the_text()
    {
        var fact = Run(ChronologyTask.Run, Lines(Article("1")), "id", "events").Objects("events")[0];

        Keys(fact).ShouldBe(["date", "precision", "start", "length"]);
        (fact.Text("date"), fact.Text("precision"), In(Text, fact)).ShouldBe(("2023-05-12", "day", "12 мая 2023 года"));
    }

    [Fact]
    public void Denials_name_who_denies()
    {
        var denial = Run(DenialsTask.Run, Lines(Article("1")), "id", "denials").Objects("denials")[0];

        Keys(denial).ShouldBe(["by", "told", "start", "length", "in"]);
        (denial.Text("by"), In(Text, denial)).ShouldBe(("Минобороны", "Минобороны опровергло сообщения о переносе учений."));
    }

    [Fact]
    public void Speed_is_told_of_each_step_and_of_the_whole_chain()
    {
        var figures = SpeedTask.Run(Lines(Article("1"), Article("2")), Known.Value).Items.Single();

        Keys(figures).ShouldBe(["items", "items_per_second", "peak_memory_mb", "stories_ms_per_item_by_size"]);
        Keys(figures["items_per_second"]!.AsObject()).ShouldBe(["language", "tokens", "topics", "quotes", "denials", "chronology", "origins", "chain", "chain_whole_story"]);
    }

    /// <returns>The first object, after all were seen to be the same in a second run and to have these keys.</returns>
    private static JsonObject Run(Func<string, TaskResult> run, string input, params string[] keys)
    {
        var items = run(input).Items.ToList();
        run(input).Items.Select(item => item.ToJsonString()).ShouldBe(items.Select(item => item.ToJsonString()));
        items.ShouldNotBeEmpty();
        items.ShouldAllBe(item => !keys.Except(Keys(item), StringComparer.Ordinal).Any());
        return items[0];
    }

    /// <summary>How long a page took is another thing in each run.</summary>
    private static TaskResult Timeless(TaskResult result) => result with
    {
        Items = [.. result.Items.Select(item =>
        {
            item["ms"] = ((double)item["ms"]!) >= 0 ? 0 : throw new InvalidOperationException("Time ran backwards.");
            return item;
        })],
    };

    private static JsonObject Article(string id) => new() { ["id"] = id, ["title"] = "Учения под Алматы", ["text"] = Text, ["date"] = "2023-05-13" };

    private static IEnumerable<string> Keys(JsonObject item) => item.Select(pair => pair.Key);

    private static string In(string text, JsonObject span) => text.Substring((int)span["start"]!, (int)span["length"]!);

    private string Lines(params JsonObject[] items)
    {
        var file = Path.Combine(_folder.FullName, "input.jsonl");
        File.WriteAllLines(file, items.Select(item => item.ToJsonString()));
        return file;
    }
}
