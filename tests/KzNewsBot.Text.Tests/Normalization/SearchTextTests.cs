using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Tests.Normalization;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Миротворческие силы", "миротворческих сил")]
    [InlineData("Объединённых Наций", "объединенные нации")]
    [InlineData("ОДКБ", "ОДКБ")]
    public void Query_meets_other_forms_of_its_words(string text, string query) =>
        Terms(SearchText.Normalize(query, Language.Russian)).ShouldBeSubsetOf(Terms(SearchText.Normalize(text, Language.Russian)), StringComparer.Ordinal);

    [Fact]
    public void Kazakh_query_meets_inflected_words() =>
        Terms(SearchText.Normalize("қауіпсіздік кеңес", Language.Kazakh)).ShouldBeSubsetOf(Terms(SearchText.Normalize("Қауіпсіздік Кеңесінің отырысы", Language.Kazakh)), StringComparer.Ordinal);

    [Theory]
    [InlineData("бiтiмгершiлiк", "бітімгершілік")]
    [InlineData("Iшкi iстер", "Ішкі істер")]
    [InlineData("əскери əуежай", "әскери әуежай")]
    [InlineData("gauhar гауhар", "gauhar гауһар")]
    public void Kazakh_word_typed_with_a_Latin_letter_is_the_same_word(string text, string word) =>
        SearchText.Normalize(text, Language.Kazakh).ShouldBe(SearchText.Normalize(word, Language.Kazakh));

    [Theory]
    [InlineData("ШОС", "шоссе")]
    [InlineData("ШОС", "шосса")]
    [InlineData("НАТО", "ната")]
    public void Acronym_does_not_meet_a_word_like_it(string query, string text) =>
        Terms(SearchText.Normalize(text, Language.Russian)).ShouldNotContain(Terms(SearchText.Normalize(query, Language.Russian))[^1], StringComparer.Ordinal);

    [Theory]
    [InlineData("НАТО-ның")]
    [InlineData("НАТОға")]
    [InlineData("НАТО\u2011мен")]
    public void Acronym_loses_its_ending(string text) =>
        SearchText.Normalize(text, Language.Kazakh).ShouldBe(SearchText.Normalize("НАТО", Language.Kazakh));

    [Fact]
    public void Only_letters_and_digits_remain() =>
        SearchText.Normalize("«Рубеж-2024»: 18,5 % — it's", Language.Russian).ShouldAllBe(c => char.IsLetterOrDigit(c) || c == ' ');

    [Fact]
    public void Punctuation_alone_gives_nothing() => SearchText.Normalize("«—» …", Language.Russian).ShouldBeEmpty();

    private static string[] Terms(string normalized) => normalized.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
