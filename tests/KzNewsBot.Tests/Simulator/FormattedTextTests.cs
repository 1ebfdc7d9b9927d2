using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;

namespace KzNewsBot.Tests.Simulator;

public sealed class FormattedTextTests
{
    [Theory]
    [InlineData("a\tb\u0001c\rd\u2028e\u202Ef", "a b cdef")]
    [InlineData("  x \n ", "x")]
    [InlineData("\u200Dx\u200B", "\u200Dx\u200B")]
    [InlineData("a\u030Ab\u0333c\u033Fd\u0301", "abcd\u0301")]
    public void Text_is_cleaned_and_trimmed(string raw, string text) => FormattedText.Prepare(raw, []).Text.ShouldBe(text);

    [Theory]
    // Moved by what is removed before them, kept where they begin in leading blanks.
    [InlineData("\r\rab", "bold 2+2", "bold 0+2")]
    [InlineData("a\u030Ab", "bold 0+2, italic 2+1", "bold 0+1, italic 1+1")]
    [InlineData("  ab", "bold 2+2", "bold 0+2")]
    [InlineData("  ab", "bold 1+3", "bold 0+3")]
    [InlineData("ab  ", "bold 0+4", "bold 0+2")]
    // Empty, blank, found by the server itself wherever it lies.
    [InlineData("ab", "bold 0+0", "")]
    [InlineData("a  b", "bold 1+2", "")]
    [InlineData("ab", "url 5+1", "")]
    // Nesting.
    [InlineData("abcdef", "italic 1+2, bold 0+4", "bold 0+4, italic 1+2")]
    [InlineData("abcdef", "bold 0+4, italic 2+4", "bold 0+2, italic 2+4, bold 2+2")]
    [InlineData("abcdef", "bold 0+4, bold 2+4", "bold 0+6")]
    [InlineData("abcdef", "bold 0+6, code 2+2", "bold 0+2, code 2+2, bold 4+2")]
    [InlineData("abcdef", "code 0+4, text_link 2+4", "code 0+4")]
    [InlineData("abcdef", "text_link 0+4, text_link 1+2", "text_link 0+4")]
    [InlineData("abcdef", "code 0+4, text_link 2+40", "code 0+4")]
    [InlineData("abcdef", "blockquote 0+6, blockquote 2+2", "blockquote 0+6")]
    [InlineData("abcdef", "blockquote 0+6, text_link 2+2, bold 1+2", "blockquote 0+6, bold 1+1, text_link 2+2, bold 2+1")]
    [InlineData("abcdef", "blockquote 0+3, text_link 2+2", "blockquote 0+3")]
    public void Entities_are_mended(string raw, string asked, string expected) =>
        Write(FormattedText.Prepare(raw, Read(asked)).Entities).ShouldBe(expected);

    [Theory]
    [InlineData("ab", "bold 3+1", "entity begins after the end of the text at UTF-16 offset 3")]
    [InlineData("ab", "bold 2+1", "entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 3")]
    [InlineData("ab", "bold 1+9", "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10")]
    [InlineData("ab", "blockquote 0+3, bold 0+1", "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 3")]
    [InlineData("", "bold 0+1", "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 1")]
    [InlineData("ab", "bold -1+2", "receive an entity with incorrect offset -1")]
    [InlineData("ab", "bold 1000001+0", "receive an entity with incorrect offset 1000001")]
    [InlineData("ab", "bold 0+-1", "receive an entity with incorrect length -1")]
    [InlineData("\U0001F600ab", "bold 1+2", "entity begins in a middle of a UTF-16 symbol at byte offset 4")]
    [InlineData("ж\U0001F600", "bold 0+2", "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 6")]
    [InlineData("\r\U0001F600", "bold 2+9", "entity begins in a middle of a UTF-16 symbol at byte offset 5")]
    public void Entities_that_do_not_fit_the_text_refuse_it(string raw, string asked, string reason) =>
        Should.Throw<ApiErrorException>(() => FormattedText.Prepare(raw, Read(asked))).Message.ShouldBe("Bad Request: " + reason);

    [Theory]
    [InlineData("abcdef", "italic 1+2, bold 0+4", 0)]
    [InlineData("  ab", "bold 2+2", 0)]
    [InlineData("abcdef", "bold 0+4, italic 2+4", 1)]
    [InlineData("ab  ", "bold 0+4", 1)]
    [InlineData("ab", "bold 0+0, url 5+1", 2)]
    [InlineData("ab gov.kz", "url 3+6", 1)]
    [InlineData("a\tb", "bold 0+1", 1)]
    public void Every_repair_is_told(string raw, string asked, int repairs) =>
        FormattedText.Prepare(raw, Read(asked)).Mended.Count.ShouldBe(repairs);

    [Theory]
    [InlineData("/start@my_bot и /help, a/b", "bot_command 0+13, bot_command 16+5")]
    [InlineData("пишите @kz_news или на a@b.example", "mention 7+8, email 23+11")]
    [InlineData("#ОДКБ #123 x#y", "hashtag 0+5")]
    [InlineData("см. https://news.example/a?b=1. и gov.kz, но не т.е. или файл.txt2", "url 4+26, url 34+6")]
    public void Addresses_and_commands_are_marked(string text, string expected) =>
        Write(FormattedText.Prepare(text, []).Entities).ShouldBe(expected);

    [Fact]
    public void What_the_server_marks_does_not_enter_links_and_code() =>
        Write(FormattedText.Prepare("gov.kz #a", Read("text_link 0+6, code 7+2")).Entities).ShouldBe("text_link 0+6, code 7+2");

    [Fact]
    public void Only_a_hundred_entities_are_kept()
    {
        var prepared = FormattedText.Prepare(Words(101), Named("bold", 101));
        prepared.Entities.Count.ShouldBe(100);
        prepared.Mended.ShouldHaveSingleItem();
    }

    [Fact]
    public void Of_too_many_entities_bold_and_italic_go_first()
    {
        var asked = Named("bold", 60).Concat(Named("text_link", 120).Skip(60)).Concat([new TextEntity("blockquote", 0, 1)]).ToList();
        var prepared = FormattedText.Prepare(Words(120), asked);
        Count(prepared, "text_link").ShouldBe(60);
        Count(prepared, "blockquote").ShouldBe(1);
        prepared.Entities.Where(entity => entity.Type is "bold").Select(entity => entity.Offset).ShouldBe(Enumerable.Range(0, 39).Select(i => 2 * i));
    }

    [Theory]
    [InlineData("custom_emoji")]
    [InlineData("url")]
    public void What_the_server_does_not_count_comes_on_top(string type)
    {
        var marks = type is "url" ? [] : Named(type, 10);
        var begin = Words(10).Length + 1;
        var asked = Named("bold", 100).Select(entity => entity with { Offset = entity.Offset + begin }).Concat(marks).ToList();
        var prepared = FormattedText.Prepare($"{Words(10)} {Words(100)} " + string.Join(' ', Enumerable.Repeat("gov.kz", 10)), asked);
        Count(prepared, "bold").ShouldBe(100);
        Count(prepared, type).ShouldBe(10);
        prepared.Mended.ShouldBeEmpty();
    }

    [Fact]
    public void Any_entities_on_any_text_are_refused_or_end_up_nested_and_inside()
    {
        var random = new Random(20260301);
        var taken = 0;
        string[] types = ["bold", "italic", "spoiler", "code", "pre", "blockquote", "text_link", "url", "custom_emoji"];
        for (var round = 0; round < 3000; round++)
        {
            var raw = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(6) switch { 0 => " ", 1 => "\n", 2 => "\U0001F600", 3 => "\u202E", 4 => "x.kz ", _ => "ж" }));
            var asked = Enumerable.Range(0, random.Next(8)).Select(_ => new TextEntity(types[random.Next(types.Length)], random.Next(raw.Length), random.Next(raw.Length))).ToList();
            FormattedText prepared;
            try
            {
                prepared = FormattedText.Prepare(raw, asked);
            }
            catch (ApiErrorException)
            {
                continue;
            }

            taken++;
            var entities = prepared.Entities;
            entities.All(entity => entity.Offset >= 0 && entity.Length > 0 && entity.End <= prepared.Text.Length).ShouldBeTrue();
            entities.Any(entity => entities.Any(entity.Crosses)).ShouldBeFalse();
            entities.Any(entity => entity.IsCode && entities.Any(other => other != entity && !other.IsQuote && other.Overlaps(entity))).ShouldBeFalse();
        }

        taken.ShouldBeGreaterThan(500);
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat('x', count));

    private static List<TextEntity> Named(string type, int count) => [.. Enumerable.Range(0, count).Select(i => new TextEntity(type, 2 * i, 1))];

    private static int Count(FormattedText text, string type) => text.Entities.Count(entity => string.Equals(entity.Type, type, StringComparison.Ordinal));

    private static List<TextEntity> Read(string entities) =>
    [
        .. entities.Split(", ").Select(text =>
        {
            var parts = text.Split(' ', '+');
            return new TextEntity(parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
        }),
    ];

    private static string Write(IEnumerable<TextEntity> entities) => string.Join(", ", entities.Select(e => $"{e.Type} {e.Offset}+{e.Length}"));
}
