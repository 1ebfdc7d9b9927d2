using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Methods;

internal static class Files
{
    private const int MaximumDownload = 20 << 20;
    private const string Folder = "photos/";

    public static ApiAnswer Get(ApiCall call)
    {
        var fileId = call.Text("file_id");
        if (fileId.Length == 0)
        {
            throw ApiErrorException.BadRequest("file_id not specified");
        }

        if (!call.World.Files.TryGetValue(fileId, out var content))
        {
            throw ApiErrorException.BadRequest("invalid file_id");
        }

        return content.Length > MaximumDownload
            ? throw ApiErrorException.BadRequest("file is too big")
            : ApiAnswer.Success(new JsonObject
            {
                ["file_id"] = fileId,
                ["file_unique_id"] = "AQAD" + fileId[^12..],
                ["file_size"] = content.Length,
                ["file_path"] = Folder + fileId,
            });
    }

    /// <summary>The content behind a file_path, or null.</summary>
    public static byte[]? Find(SimulatedWorld world, string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) ? world.Files.GetValueOrDefault(path[Folder.Length..]) : null;
}
