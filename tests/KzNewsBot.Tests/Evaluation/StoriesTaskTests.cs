using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Tasks;

namespace KzNewsBot.Tests.Evaluation;

public class StoriesTaskTests
{
    [Fact]
    public void News_of_one_moment_are_scored_in_other_orders_too()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, [
                Item("1", "drill", "Учения миротворцев прошли в Алматы", "В учениях под Алматы участвовали двести миротворцев."),
                Item("2", "drill", "Учения миротворцев прошли в Алматы", "Двести миротворцев участвовали в учениях под Алматы."),
                Item("3", "trade", "ШОС утвердила программу торговли", "Министры подписали в Бишкеке программу на пять лет."),
            ]);
            var score = StoriesTask.Run(file).Score.ShouldNotBeNull();
            var others = score["in_other_orders"].ShouldNotBeNull().AsObject();
            ((double)others["b_cubed"]!["f1"]!).ShouldBe(1);
            others.ContainsKey("stories").ShouldBeFalse("counts are no rates");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Item(string id, string story, string title, string text) =>
        new JsonObject { ["id"] = id, ["story"] = story, ["title"] = title, ["text"] = text, ["lang"] = "ru" }.ToJsonString();
}
