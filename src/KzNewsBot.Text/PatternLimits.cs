using System.Text.RegularExpressions;

namespace KzNewsBot.Text;

/// <summary>What every regular expression is held to.</summary>
public static class PatternLimits
{
    /// <summary>
    /// Of one match, in milliseconds of the wall clock. The patterns themselves are linear, so it is met by mistake alone; it is as long
    /// as a machine may stand still, for an article must not be given up because its machine did.
    /// </summary>
    public const int Milliseconds = 10_000;

    /// <summary>For a long pattern that few texts come to: as generated code it takes megabytes and milliseconds to compile that it never saves.</summary>
    public static Regex Interpreted(string pattern, RegexOptions options) => new(pattern, options, TimeSpan.FromMilliseconds(Milliseconds));
}
