using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Tests.Tokens;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Посол прибыл.", "Посол|прибыл|.")]
    [InlineData("НАТО-ның ҚР-дағы өкілі", "НАТО-ның|ҚР-дағы|өкілі")]
    [InlineData("Кот\u2011д\u2019Ивуар и Алма-Ата", "Кот\u2011д\u2019Ивуар|и|Алма-Ата")]
    [InlineData("CSTO's plan — 18,5 % by 10:30", "CSTO's|plan|—|18,5|%|by|10:30")]
    [InlineData("«Россия–НАТО»", "«|Россия|–|НАТО|»")]
    [InlineData("Су-30 и COVID-19", "Су-30|и|COVID-19")]
    [InlineData("-слово- 'x'", "-|слово|-|'|x|'")]
    [InlineData("и\u0306од", "и\u0306од")]
    [InlineData("👍🏽да", "👍|🏽|да")]
    public void Text_is_cut_into_words_numbers_and_marks(string text, string expected) =>
        string.Join('|', Tokenize(text).Select(token => token.In(text).ToString())).ShouldBe(expected);

    [Fact]
    public void Kinds_tell_words_numbers_and_marks_apart() =>
        Tokenize("В 2024 году!").Select(token => token.Kind)
            .ShouldBe([TokenKind.Word, TokenKind.Number, TokenKind.Word, TokenKind.Punctuation]);

    [Fact]
    public void Lone_surrogates_are_marks_and_do_not_break_reading() =>
        Tokenize("а\uD800б\uDC00").Count.ShouldBe(4);

    [Fact]
    public void Tokens_cover_everything_but_whitespace_once()
    {
        const string alphabet = "абвҚқНАТО-'’ .,!«»1 2\n\t👍\u0301e";
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 60).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var tokens = Tokenize(text);
            string.Concat(tokens.Select(token => token.In(text).ToString())).ShouldBe(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
            tokens.Zip(tokens.Skip(1)).ShouldAllBe(pair => pair.First.Span.End <= pair.Second.Span.Start);
        }
    }

    private static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        for (var position = 0; Tokenizer.TryRead(text, ref position, out var token);)
        {
            tokens.Add(token);
        }

        return tokens;
    }
}
