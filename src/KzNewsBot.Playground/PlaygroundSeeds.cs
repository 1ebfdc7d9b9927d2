using System.Text.Json;
using System.Text.Json.Nodes;

namespace KzNewsBot.Playground;

/// <summary>
/// The seeds of the playground's bot: those that came with the program, with every real outlet switched off and the
/// invented ones of the newsroom added. Written anew at each start, for the newsroom's ports may differ.
/// </summary>
internal static class PlaygroundSeeds
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The folder to name in Seeds:Folder.</summary>
    public static string Write(string dataFolder, string newsroomSources)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "seeds");
        var folder = Path.Combine(Path.GetFullPath(dataFolder), "newsroom-seeds");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? folder);
            File.Copy(file, copy, overwrite: true);
        }

        var registry = Sources(File.ReadAllText(Path.Combine(shipped, "sources.json")));
        foreach (var source in registry.OfType<JsonObject>().Where(source => source["enabled"]?.GetValue<bool>() is true))
        {
            // Why it is on would not hold any more.
            source["enabled"] = false;
            source.Remove("why");
        }

        foreach (var source in Sources(newsroomSources))
        {
            registry.Add(source?.DeepClone());
        }

        File.WriteAllText(Path.Combine(folder, "sources.json"), new JsonObject { ["sources"] = registry.DeepClone() }.ToJsonString());
        return folder;
    }

    private static JsonArray Sources(string json) =>
        JsonNode.Parse(json, documentOptions: Lenient)?["sources"]?.AsArray() ?? throw new FormatException("A registry without \"sources\".");
}
