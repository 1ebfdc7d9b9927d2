using System.Text.RegularExpressions;

namespace KzNewsBot.Tests.Architecture;

/// <summary>A C# file as the rules read it.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
internal sealed partial record SourceText(string Path, string Text)
{
    private static readonly Lazy<IReadOnlyList<SourceText>> Product = new(ReadProduct);

    /// <summary>Every C# file under src that somebody wrote.</summary>
    public static IReadOnlyList<SourceText> All => Product.Value;

    public static string Root { get; } = FindRoot();

    public IEnumerable<SourceLine> Lines => WithoutComments().Split('\n').Select((line, place) => new SourceLine(Path, place + 1, line));

    /// <summary>The code alone; every line keeps its number.</summary>
    public string WithoutComments() => CommentOrLiteral().Replace(
        Text,
        match => match.Value.StartsWith('/') ? new string('\n', match.Value.Count(c => c == '\n')) : match.Value);

    private static List<SourceText> ReadProduct() =>
        [.. Directory.EnumerateFiles(System.IO.Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/')))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new SourceText(file.Path, File.ReadAllText(file.File)))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "KzNewsBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("KzNewsBot.sln stands in no folder above the tests.");
    }

    // Literals are matched only so that "https://" in one of them is not taken for a comment.
    [GeneratedRegex("""
        \"{3}[\s\S]*?\"{3}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|//[^\n]*|/\*[\s\S]*?\*/
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 5000)]
    private static partial Regex CommentOrLiteral();
}

internal sealed record SourceLine(string Path, int Number, string Code)
{
    public string Fault(string arrow) => $"{Path}:{Number}: {arrow} ({Code.Trim()})";
}
