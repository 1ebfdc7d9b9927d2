using KzNewsBot.Text.Similarity;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Tests.Similarity;

public sealed class TermTests
{
    [Fact]
    public void Title_words_weigh_three_times_and_function_words_nothing()
    {
        var terms = StoryTerms.Of("Учение и сбор", "Сбор на полигоне", Language.Russian).Words;
        terms["сбор"].ShouldBe(4f);
        terms["полигон"].ShouldBe(1f);
        terms.ContainsKey("на").ShouldBeFalse();
        terms.ContainsKey("и").ShouldBeFalse();
    }

    [Theory]
    [InlineData("Официальное сообщение Министерства обороны", 4)]
    [InlineData("Взрыв на складе", 4)]
    [InlineData("Учение", 1)]
    public void Where_a_headline_names_only_its_form_the_first_sentence_is_one(string title, float weight) =>
        StoryTerms.Of(title, "Взрыв произошёл ночью. Пострадавших нет.", Language.Russian).Words["взрыв"].ShouldBe(weight);

    [Fact]
    public void Rare_terms_weigh_more_and_weights_return_after_removal()
    {
        var frequencies = new DocumentFrequencies();
        var before = frequencies.Idf("союз");
        for (var i = 0; i < 5; i++)
        {
            frequencies.Add(["союз", "договор" + i]);
        }

        frequencies.Count.ShouldBe(5);
        frequencies.Idf("договор1").ShouldBeGreaterThan(frequencies.Idf("союз"));
        frequencies.Idf("союз").ShouldBeGreaterThan(0);
        for (var i = 0; i < 5; i++)
        {
            frequencies.Remove(["союз", "договор" + i]);
        }

        frequencies.Count.ShouldBe(0);
        frequencies.Idf("союз").ShouldBe(before);
    }

    [Fact]
    public void What_everybody_writes_weighs_little_however_rare_it_is_here()
    {
        var words = new StoryFrequencies().Words;
        var said = Stemmer.Stem("время", Language.Russian);
        words.Idf(said).ShouldBeLessThan(words.Idf("бозторгай") / 2);
        words.Idf(said).ShouldBeGreaterThan(0);
        for (var i = 0; i < 1000; i++)
        {
            words.Add(["договор"]);
        }

        // Counts of general news only lower a weight: what is common in the field stays so.
        words.Idf("договор").ShouldBeLessThan(0.1f);
    }

    [Fact]
    public void Cosine_is_one_for_the_same_text_and_zero_for_foreign_ones()
    {
        var frequencies = new DocumentFrequencies();
        var a = StoryTerms.Of("Горный щит", "Учение началось", Language.Russian).Words;
        TermVectors.Cosine(a, a, frequencies).ShouldBe(1, 1e-9);
        TermVectors.Cosine(a, StoryTerms.Of("Экспорт зерна", "Рост", Language.Russian).Words, frequencies).ShouldBe(0);
        TermVectors.Cosine(a, StoryTerms.Of("", "", Language.Russian).Words, frequencies).ShouldBe(0);
    }

    [Fact]
    public void Reprint_with_a_new_tail_is_contained_in_its_source()
    {
        const string wire = "Две тысячи военных и сорок вертолётов участвуют в учении под Таразом, сообщил генерал Ержанов в среду.";
        var source = Shingles.Of(wire + " Учение продлится неделю. Наблюдатели прибудут завтра из пяти стран региона.", Language.Russian);
        Shingles.Containment(source, Shingles.Of(wire + " Фото автора.", Language.Russian)).ShouldBeGreaterThan(Shingles.Reprint);
        Shingles.Containment(source, Shingles.Of("Экспорт зерна вырос на треть за этот квартал.", Language.Russian)).ShouldBe(0);
        Shingles.Containment(source, Shingles.Of("", Language.Russian)).ShouldBe(0);
    }
}
