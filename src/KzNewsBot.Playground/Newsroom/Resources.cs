using System.Reflection;

namespace KzNewsBot.Playground.Newsroom;

/// <summary>The newsroom's articles, pages and lists, which travel inside the assembly under their paths.</summary>
internal static class Resources
{
    private const string Prefix = "Newsroom/";

    private static readonly Assembly Assembly = typeof(Resources).Assembly;

    // Built on Windows, the names have backslashes.
    private static readonly Dictionary<string, string> Names = Assembly.GetManifestResourceNames()
        .Select(name => (Name: name, Path: name.Replace('\\', '/')))
        .Where(resource => resource.Path.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(resource => resource.Path[Prefix.Length..], resource => resource.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Under(string folder, string extension) => Names.Keys
        .Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal) && path.EndsWith(extension, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string Read(string path)
    {
        using var stream = Assembly.GetManifestResourceStream(Names[path])
            ?? throw new InvalidOperationException($"The newsroom lacks {path}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
