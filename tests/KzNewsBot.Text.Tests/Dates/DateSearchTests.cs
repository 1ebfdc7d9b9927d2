using System.Text.RegularExpressions;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Tests.Dates;

public sealed class DateSearchTests
{
    private const string Pattern = @"(?<!\w)((from|on the eve of) )?(\d+( and \d+)?|today|\p{L}{3,9} year)(?!\w)";

    [Theory]
    [InlineData("From 12 and 13, on the eve of 14, from today.")]
    [InlineData("12")]
    [InlineData("Today12 x12 12x from12 yesterday, ٣ and 5")]
    [InlineData("today today TODAY last year, from next year on the eve of today")]
    [InlineData("Nothing at all")]
    [InlineData("")]
    public void What_the_pattern_finds_is_found(string text) =>
        new DateSearch(Pattern, numbers: true, "today", " year").Matches(text).Select(match => (match.Index, match.Value))
            .ShouldBe(Regex.Matches(text, Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                .Select(match => (match.Index, match.Value)));
}
