using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace KzNewsBot.Playground.Simulator.Http;

/// <summary>A parameter's text; <see cref="Kind"/> is known when it came in a JSON body.</summary>
internal readonly record struct Parameter(string Text, JsonValueKind? Kind);

internal sealed record UploadedFile(string Name, byte[] Content);

/// <summary>Parameters as the server reads them: every one is a text, numbers are lenient, the first of a name wins.</summary>
internal sealed class RequestParameters
{
    private readonly Dictionary<string, Parameter> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UploadedFile> _files = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Parameter> Values => _values;

    public IReadOnlyDictionary<string, UploadedFile> Files => _files;

    /// <summary>Some value was no valid UTF-8.</summary>
    public bool BrokenText { get; set; }

    public void Add(string name, string text, JsonValueKind? kind) => _values.TryAdd(name, new Parameter(text, kind));

    public void AddFile(string name, UploadedFile file) => _files.TryAdd(name, file);

    public bool Has(string name) => _values.ContainsKey(name);

    public string Text(string name) => _values.TryGetValue(name, out var value) ? value.Text : "";

    public long Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public int Number(string name, int absent, int minimum, int maximum) =>
        Has(name) ? (int)Math.Clamp(Number(name), minimum, maximum) : absent;

    public bool Flag(string name) => Text(name).ToLowerInvariant() is "true" or "yes" or "1";

    /// <summary>The parameter as JSON; false when it is absent or no JSON at all.</summary>
    public bool TryJson(string name, [NotNullWhen(true)] out JsonElement? json)
    {
        json = null;
        if (Text(name) is not { Length: > 0 } text)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            json = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
