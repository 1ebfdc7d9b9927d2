using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Tasks;

namespace KzNewsBot.Tests.Evaluation;

/// <summary>Labels of other makers, each in a shape of its own.</summary>
public sealed class TopicLabelsTests
{
    private const string Right = """{"precision":1,"recall":1,"f1":1,"gold":1}""";

    private static readonly Lazy<Understanding> Known = new(Understanding.Load);

    [Fact]
    public void Titles_are_scored_in_each_language_by_the_labels_of_the_English_one()
    {
        var score = Score(".jsonl", """{"kk":"ҰҚШҰ кеңесінің отырысы","en":"Session of the council of the CSTO","topics_from_english":["CSTO","EAEU"]}""");

        score["named"]!.ToJsonString().ShouldBe($$$"""{"en":{"odkb":{{{Right}}}},"kk":{"odkb":{{{Right}}}}}""");
    }

    [Fact]
    public void Organisations_that_no_item_was_labelled_with_are_not_scored()
    {
        var score = Score(".jsonl", """{"text":"В ООН обсудили доклад НАТО.","lang":"ru","linked_topics":["NATO"]}""");

        score["named"]!["ru"]!.ToJsonString().ShouldBe($$"""{"nato":{{Right}}}""");
    }

    [Fact]
    public void Core_security_concerns_Kazakhstan_and_security()
    {
        var score = Score(
            ".jsonl",
            """{"text":"Миротворцы ОДКБ прибыли в Казахстан на учения.","scope":2,"csto_main":true}""",
            """{"text":"В Алматы открыли парк.","scope":0}""");

        ((int)score["items"]!).ShouldBe(2);
        score["core_security"]!.ToJsonString().ShouldBe(Right);
        score["csto_main"]!.ToJsonString().ShouldBe(Right);
    }

    [Fact]
    public void A_section_says_what_concerns_Kazakhstan_and_a_hashtag_does_too()
    {
        var score = Score(
            ".jsonl",
            """{"title":"Мост открыли в Астане","text":"В Астане открыли мост через Ишим.","section":"kazakhstan_news"}""",
            """{"title":"Турция выдала Казахстану беглеца","text":"Турция выдала Казахстану беглеца.","section":"world_news","hashtags":["казахстан"]}""",
            """{"title":"В Париже открыли мост","text":"Мост через Сену открыли в Париже.","section":"world_news"}""",
            """{"title":"Мост","text":"Мост открыли.","section":"news"}""");

        ((int)score["items"]!).ShouldBe(3);
        ((int)score["kz_relevant"]!["gold"]!).ShouldBe(2);
        ((double)score["kz_relevant"]!["f1"]!).ShouldBe(1);
    }

    [Fact]
    public void Words_must_and_must_not_speak_of_a_topic()
    {
        var score = Score(".tsv", "csto\t1\tОДКБ|ҰҚШҰ-ның", "csto\t0\tшарт");

        score["forms"]!.ToJsonString().ShouldBe("""{"csto":"3/3"}""");
    }

    [Fact]
    public void Articles_without_labels_are_counted()
    {
        var score = Score(".jsonl", """{"text":"В ООН обсудили доклад о климате."}""", """{"text":"Мост открыли."}""");

        score["found"]!.ToJsonString().ShouldBe("""{"an_organisation":1,"kz_relevant":0,"security":0,"by_topic":{"un":1}}""");
    }

    private static JsonObject Score(string ending, params string[] lines)
    {
        var file = Path.ChangeExtension(Path.GetTempFileName(), ending);
        try
        {
            File.WriteAllLines(file, lines);
            return TopicsTask.Run(file, Known.Value).Score.ShouldNotBeNull();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
