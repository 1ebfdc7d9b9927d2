using System.Text.RegularExpressions;

namespace KzNewsBot.Tests.Architecture;

/// <summary>FAULTS.md names tests: each must be there.</summary>
public partial class FaultMapTests
{
    [Fact]
    public void Every_test_that_the_map_of_faults_names_exists()
    {
        var tests = Path.Combine(SourceText.Root, "tests");
        var named = Named().Matches(File.ReadAllText(Path.Combine(tests, "KzNewsBot.Tests", "FAULTS.md"))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        named.Count.ShouldBeGreaterThan(60);
        var written = Directory.EnumerateFiles(tests, "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Method().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);
        named.Except(written, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [GeneratedRegex(@"(?<=`)[A-Z][A-Za-z0-9]*_[A-Za-z0-9_]+(?=`)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"public (async Task|Task|void) (?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();
}
