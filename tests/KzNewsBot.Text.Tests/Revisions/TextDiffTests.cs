using KzNewsBot.Text.Revisions;

namespace KzNewsBot.Text.Tests.Revisions;

public class TextDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("Одно.", "Одно.", "Одно.")]
    [InlineData("", "Новое.", "{+Новое.+}")]
    [InlineData("Старое.", "", "[-Старое.-]")]
    [InlineData("В учениях участвуют 480 военных.", "В учениях участвуют 520 военных.", "В учениях участвуют [-480 -]{+520 +}военных.")]
    [InlineData("Первый.\nВторой.\nТретий.", "Первый.\nТретий.", "Первый.\n[-Второй.\n-]Третий.")]
    [InlineData("Первый.\nТретий.", "Первый.\nВторой.\nТретий.", "Первый.\n{+Второй.\n+}Третий.")]
    [InlineData("Раз два три.\nЧетыре.", "Раз три.\nЧетыре пять.", "Раз [-два -]три.\n[-Четыре.-]{+Четыре пять.+}")]
    public void What_changed_is_marked_by_words(string old, string now, string marked) =>
        string.Concat(TextDiff.Between(old, now).Select(part => part.Kind switch
        {
            DiffKind.Removed => $"[-{part.Text}-]",
            DiffKind.Added => $"{{+{part.Text}+}}",
            _ => part.Text,
        })).ShouldBe(marked);

    [Fact]
    public void Both_texts_can_be_put_together_from_the_parts_whatever_they_are()
    {
        var random = new Random(20261122);
        string[] pieces = ["альянс ", "страна ", "граница. ", "\n", "480 ", "  ", "😀 ", "НАТО, "];
        for (var round = 0; round < 500; round++)
        {
            var old = Draw(random, pieces);
            var now = random.Next(3) == 0 ? old.Replace("480 ", "520 ", StringComparison.Ordinal) : Draw(random, pieces);
            var parts = TextDiff.Between(old, now);
            string.Concat(parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)).ShouldBe(old);
            string.Concat(parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)).ShouldBe(now);
            parts.Zip(parts.Skip(1)).ShouldAllBe(pair => pair.First.Kind != pair.Second.Kind);
        }
    }

    [Fact]
    public void Texts_past_all_measure_are_not_aligned_word_by_word()
    {
        var old = string.Join(' ', Enumerable.Range(0, 30_000));
        var now = string.Join(' ', Enumerable.Range(30_000, 30_000));
        TextDiff.Between(old, now).Select(part => part.Kind).ShouldBe([DiffKind.Removed, DiffKind.Added]);
    }

    [Fact]
    public void Many_short_paragraphs_cost_no_square_of_their_number()
    {
        var old = string.Concat(Enumerable.Repeat("а\n", 150_000));
        var now = string.Concat(Enumerable.Repeat("б\n", 150_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        TextDiff.Between(old, now).Select(part => part.Kind).ShouldBe([DiffKind.Removed, DiffKind.Added]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000_000);
    }

    private static string Draw(Random random, string[] pieces) => string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
}
