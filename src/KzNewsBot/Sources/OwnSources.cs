using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KzNewsBot.Data;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Sources;

/// <summary>
/// The operator's own part of the registry, a file beside the database: an update of the program replaces the shipped
/// registry and leaves this one alone. A running bot reads it at its next start.
/// </summary>
internal sealed class OwnSources(IOptions<StorageOptions> storage)
{
    public const string FileName = "own-sources.json";

    private static readonly SourceJson Written = new(new JsonSerializerOptions(SourceJson.Default.Options)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the file is read by people, and by no browser
    });

    public string Path => System.IO.Path.Combine(System.IO.Path.GetFullPath(storage.Value.Folder), FileName);

    public string? ReadText() => File.Exists(Path) ? File.ReadAllText(Path) : null;

    /// <exception cref="FormatException">The file is no registry.</exception>
    public RegistryFile Read() => ReadText() is { } json ? SourceReader.Read(json, FileName) : RegistryFile.Empty;

    /// <summary>Takes the old file's place in one step: a crash leaves the one or the other.</summary>
    public void Write(RegistryFile file)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path) ?? ".");
        var draft = Path + ".new";
        File.WriteAllText(draft, TextOf(file));
        File.Move(draft, Path, overwrite: true);
    }

    public static string TextOf(RegistryFile file) => new JsonObject
    {
        ["on"] = new JsonArray([.. file.On.Select(id => (JsonNode)id)]),
        ["off"] = new JsonArray([.. file.Off.Select(id => (JsonNode)id)]),
        ["sources"] = new JsonArray([.. file.Sources.Select(source => JsonSerializer.SerializeToNode(source, Written.SourceDefinition))]),
    }.ToJsonString(Written.Options) + "\n";

    /// <exception cref="FormatException">The file switches an outlet that nobody lists.</exception>
    public static IReadOnlyList<SourceDefinition> Merge(IReadOnlyList<SourceDefinition> shipped, RegistryFile own)
    {
        var replaced = own.Sources.Select(source => source.Id).ToHashSet(StringComparer.Ordinal);
        var merged = shipped.Where(source => !replaced.Contains(source.Id)).Concat(own.Sources).ToList();
        if (own.On.Concat(own.Off).FirstOrDefault(id => !merged.Exists(source => source.Id == id)) is { } unknown)
        {
            throw new FormatException($"{FileName}: \"on\" or \"off\" names \"{unknown}\", which no registry lists; \"sources\" lists the ids.");
        }

        return merged.ConvertAll(source => own.Off.Contains(source.Id, StringComparer.Ordinal) ? source with { Enabled = false }
            : own.On.Contains(source.Id, StringComparer.Ordinal) ? source with { Enabled = true }
            : source);
    }
}
