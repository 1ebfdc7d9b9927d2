using System.Text;
using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Normalization;

public class TextCleanerTests
{
    [Theory]
    [InlineData("a\u202Eb\u2066c\u2069", "abc")]
    [InlineData("a\u200Bb\u2060c\uFEFFd\u00ADe\u061Cf\u180Eg", "abcdefg")]
    [InlineData("a\U000E0041b", "ab")]
    [InlineData("a\u0001b\u007Fc", "abc")]
    [InlineData("5\u00A0000\u202Fkm", "5 000 km")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("и\u0306", "й")]
    [InlineData("Кот\u2011д\u2019Ивуар", "Кот\u2011д\u2019Ивуар")]
    [InlineData("👩\u200D🚒", "👩\u200D🚒")]
    public void Unseen_characters_go_and_the_rest_stays(string text, string cleaned) =>
        TextCleaner.Clean(text).ShouldBe(cleaned);

    [Fact]
    public void Half_a_surrogate_pair_goes() => TextCleaner.Clean("a" + (char)0xD83D + "b").ShouldBe("ab");

    [Fact]
    public void Piled_up_marks_are_capped() =>
        TextCleaner.Clean("q" + new string('\u0323', 50_000)).Length.ShouldBe(4);

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var text = new string([.. Enumerable.Range(0, 30).Select(_ => (char)random.Next(0x20, 0x10000))]);
            var once = TextCleaner.Clean(text);

            TextCleaner.Clean(once).ShouldBe(once);
            once.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        }
    }
}
