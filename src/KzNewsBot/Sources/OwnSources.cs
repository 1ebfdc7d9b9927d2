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

    private static readonly IReadOnlyDictionary<string, string> SwitchedOn =
        AddedSource.Words("включено оператором этого бота", "осы боттың операторы іске қосқан", "switched on by the operator of this bot");

    private static readonly IReadOnlyDictionary<string, string> SwitchedOff =
        AddedSource.Words("выключено оператором этого бота", "осы боттың операторы өшірген", "switched off by the operator of this bot");

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

    /// <param name="strict">
    /// True where the operator writes the file. At a start a new version may have dropped or renamed an outlet, or ship one
    /// that the operator added: then what the file says of the missing one is left, and its own outlet keeps its hosts.
    /// </param>
    /// <param name="warn">Told what was left.</param>
    /// <exception cref="FormatException">The file switches an outlet that nobody lists, where that matters.</exception>
    public static IReadOnlyList<SourceDefinition> Merge(IReadOnlyList<SourceDefinition> shipped, RegistryFile own, bool strict, Action<string> warn)
    {
        var replaced = own.Sources.Select(source => source.Id).ToHashSet(StringComparer.Ordinal);
        var kept = shipped.Where(source => !replaced.Contains(source.Id));
        var merged = (strict ? kept : kept.Select(source => WithoutHostsOf(source, own, warn))).Concat(own.Sources).ToList();
        foreach (var unknown in own.On.Concat(own.Off).Where(id => !merged.Exists(source => source.Id == id)))
        {
            var fault = $"{FileName}: \"on\" or \"off\" names \"{unknown}\", which no registry lists; \"sources\" lists the ids.";
            if (strict)
            {
                throw new FormatException(fault);
            }

            warn(fault);
        }

        return merged.ConvertAll(source => own.Off.Contains(source.Id, StringComparer.Ordinal) ? Switched(source, on: false)
            : own.On.Contains(source.Id, StringComparer.Ordinal) ? Switched(source, on: true)
            : source);
    }

    /// <summary>Why the registry has it on or off is no reason any more for what the operator made of it.</summary>
    private static SourceDefinition Switched(SourceDefinition source, bool on) =>
        source.Enabled == on ? source : source with { Enabled = on, Why = on ? SwitchedOn : SwitchedOff };

    private static SourceDefinition WithoutHostsOf(SourceDefinition source, RegistryFile own, Action<string> warn)
    {
        var taken = own.Sources.SelectMany(other => other.Hosts.Concat(other.RetiredHosts)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!source.Hosts.Concat(source.RetiredHosts).Any(taken.Contains))
        {
            return source;
        }

        warn($"{FileName} has a host of \"{source.Id}\", which this version ships: the articles there stay with your own outlet, and \"{source.Id}\" is off.");
        return Switched(source, on: false) with { Hosts = [.. source.Hosts.Where(host => !taken.Contains(host))], RetiredHosts = [.. source.RetiredHosts.Where(host => !taken.Contains(host))] };
    }
}
