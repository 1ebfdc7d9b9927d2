using System.Text.Json.Nodes;

namespace KzNewsBot.Evaluation.Input;

/// <summary>A folder of pages.jsonl with labels beside it, joined by id.</summary>
internal static class LabelledPages
{
    public static IReadOnlyList<JsonObject> Pages(string folder) => Items.ReadLines(Path.Combine(folder, "pages.jsonl"));

    public static Dictionary<string, JsonObject> Gold(string folder) =>
        Items.ReadLines(Path.Combine(folder, "topics.jsonl")).ToDictionary(item => item.Text("id") ?? "", StringComparer.Ordinal);

    /// <summary>The story of each page that has one, single events included.</summary>
    public static Dictionary<string, string> Stories(string folder) =>
        Items.ReadLines(Path.Combine(folder, "stories.jsonl"))
            .Concat(Items.ReadLines(Path.Combine(folder, "single_events.jsonl")))
            .SelectMany(story => story.Texts("ids").Select(id => (Id: id, Story: story.Text("story_id") ?? "")))
            .DistinctBy(pair => pair.Id, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Id, pair => pair.Story, StringComparer.Ordinal);

    /// <summary>Stories near enough to another that a pair of them counts neither way, both orders.</summary>
    public static HashSet<(string, string)> Related(string folder) =>
        Items.ReadLines(Path.Combine(folder, "stories.jsonl"))
            .Concat(Items.ReadLines(Path.Combine(folder, "single_events.jsonl")))
            .SelectMany(story => story.Texts("related").Select(other => (Story: story.Text("story_id") ?? "", Other: other)))
            .SelectMany(pair => new[] { (pair.Story, pair.Other), (pair.Other, pair.Story) })
            .ToHashSet();

    /// <summary>Pairs of pages that are one story, and look-alikes that are not.</summary>
    public static IEnumerable<(string A, string B, bool Same)> Pairs(string folder)
    {
        foreach (var ids in Items.ReadLines(Path.Combine(folder, "stories.jsonl")).Select(story => story.Texts("ids")))
        {
            for (var i = 0; i < ids.Count; i++)
            {
                for (var j = i + 1; j < ids.Count; j++)
                {
                    yield return (ids[i], ids[j], true);
                }
            }
        }

        foreach (var pair in Items.ReadLines(Path.Combine(folder, "hard_negatives.jsonl")))
        {
            yield return (pair.Text("a") ?? "", pair.Text("b") ?? "", false);
        }
    }
}
