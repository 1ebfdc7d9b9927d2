using System.Text.RegularExpressions;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Tests.Tokens;

public sealed class KeyedPatternTests
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [Theory]
    [InlineData("СЛУХИ о сборах", true)]
    [InlineData("Он слухам верит, слухи любит", true)]
    [InlineData("Послухи", false)]
    [InlineData("Сборы", false)]
    public void A_key_in_any_case_leads_to_the_pattern(string sentence, bool matches) =>
        new KeyedPattern(@"\bслух\w+", Options, "слух").IsMatch(sentence).ShouldBe(matches);

    [Fact]
    public void Without_keys_the_pattern_reads_everything() =>
        new KeyedPattern(@"\bслух\w+", Options).Matches("Слухам верит, слухи любит").Select(match => match.Value).ShouldBe(["Слухам", "слухи"]);
}
