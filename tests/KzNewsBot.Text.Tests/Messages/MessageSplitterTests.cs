using System.Diagnostics;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Text.Tests.Messages;

public sealed class MessageSplitterTests
{
    [Fact]
    public void Short_message_is_one_part_without_outer_whitespace()
    {
        var message = new StyledTextBuilder().Text("\n ").Bold("Итог").Line().Build();
        var part = MessageSplitter.Split(message, 100).ShouldHaveSingleItem();
        part.Text.ShouldBe("Итог");
        part.Spans.ShouldBe([new StyledSpan(TextStyle.Bold, 0, 4)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void Blank_message_has_no_parts(string text) => Split(text, 10).ShouldBeEmpty();

    [Theory]
    [InlineData("Первый абзац.\nЕго конец.\n\nВторой абзац тут.", 30, "Первый абзац.\nЕго конец.|Второй абзац тут.")]
    [InlineData("Первая строка. Да.\nВторая строка тут.", 30, "Первая строка. Да.|Вторая строка тут.")]
    [InlineData("Раз два три. Четыре пять шесть семь.", 25, "Раз два три.|Четыре пять шесть семь.")]
    [InlineData("раз два три четыре", 12, "раз два три|четыре")]
    [InlineData("абвгдежз", 3, "абв|где|жз")]
    [InlineData("👍👍👍", 3, "👍|👍|👍")]
    [InlineData("аe\u0301e\u0301", 4, "аe\u0301|e\u0301")]
    public void Best_kind_of_break_within_the_limit_wins(string text, int limit, string parts) =>
        string.Join('|', Split(text, limit)).ShouldBe(parts);

    [Fact]
    public void Style_across_a_break_continues_in_the_next_part()
    {
        var message = new StyledTextBuilder().Text("а ").Link("раз два", "https://a.example").Text(" б").Build();
        var parts = MessageSplitter.Split(message, 6);
        parts.Select(part => part.Text).ShouldBe(["а раз", "два б"]);
        parts[0].Spans.ShouldBe([new StyledSpan(TextStyle.Link, 2, 3, "https://a.example")]);
        parts[1].Spans.ShouldBe([new StyledSpan(TextStyle.Link, 0, 3, "https://a.example")]);
    }

    [Fact]
    public void Part_carries_a_hundred_styles_and_no_style_is_lost()
    {
        var builder = new StyledTextBuilder();
        for (var i = 0; i < 250; i++)
        {
            builder.Bold("а").Text(" ");
        }

        var parts = MessageSplitter.Split(builder.Build(), 4096);
        parts.ShouldAllBe(part => part.Spans.Count <= MessageSplitter.EntityLimit);
        parts.Sum(part => part.Spans.Count).ShouldBe(250);
    }

    [Fact]
    public void Long_addresses_are_spread_over_parts_and_none_is_lost()
    {
        var builder = new StyledTextBuilder();
        for (var i = 0; i < 17; i++)
        {
            builder.Text("Об этом сообщает ").Link("издание", $"https://a.example/{i}/{new string('x', 1900)}").Line(".");
        }

        var parts = MessageSplitter.Split(builder.Build(), 4096);
        parts.Count.ShouldBe(5);
        parts.ShouldAllBe(part => part.Spans.Sum(span => span.Url!.Length) <= 8_000);
        parts.SelectMany(part => part.Spans).Select(span => span.Url).Distinct(StringComparer.Ordinal).Count().ShouldBe(17);
        parts.ShouldAllBe(part => part.Text.EndsWith("издание.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4097)]
    public void Limit_outside_what_Telegram_takes_is_refused(int limit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Split("а", limit));

    [Fact]
    public void Random_messages_survive_splitting()
    {
        var random = new Random(42);
        for (var round = 0; round < 1500; round++)
        {
            var message = RandomMessage(random);
            var limit = random.Next(2, 60);
            Check(message, MessageSplitter.Split(message, limit), limit);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("«")]
    [InlineData("\u0301")]
    [InlineData("👍")]
    [InlineData("\n")]
    [InlineData("а. ")]
    [InlineData("\u200d")]
    public void Hostile_megabyte_is_split_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        var parts = Split(text, 4096);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        parts.ShouldAllBe(part => part.Length <= 4096);
    }

    private static void Check(StyledText message, IReadOnlyList<StyledText> parts, int limit)
    {
        Squeeze(string.Concat(parts.Select(part => part.Text))).ShouldBe(Squeeze(message.Text));
        var position = 0;
        var cut = new List<(StyledSpan Span, string Text)>();
        foreach (var part in parts)
        {
            part.Text.Length.ShouldBeInRange(1, limit);
            part.Text.Trim().ShouldBe(part.Text);
            char.IsLowSurrogate(part.Text[0]).ShouldBeFalse();
            char.IsHighSurrogate(part.Text[^1]).ShouldBeFalse();
            part.Spans.ShouldAllBe(span => span.Offset >= 0 && span.Length > 0 && span.Offset + span.Length <= part.Text.Length);
            position = message.Text.IndexOf(part.Text, position, StringComparison.Ordinal);
            cut.AddRange(part.Spans.Select(span => (span, part.Text.Substring(span.Offset, span.Length))));
            foreach (var span in part.Spans)
            {
                // Every cut span lies inside one of the message's spans of its kind.
                message.Spans.ShouldContain(whole => whole.Style == span.Style && whole.Url == span.Url
                    && whole.Offset <= position + span.Offset && whole.Offset + whole.Length >= position + span.Offset + span.Length);
            }

            position += part.Text.Length;
        }

        // What was styled stays styled: the same characters, whitespace at the breaks aside.
        Sorted(cut.Select(piece => piece.Text)).ShouldBe(Sorted(message.Spans.Select(span => message.Text.Substring(span.Offset, span.Length))));
    }

    private static string Sorted(IEnumerable<string> texts) => string.Concat(Squeeze(string.Concat(texts)).Order());

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static StyledText RandomMessage(Random random)
    {
        string[] pieces = ["слово", " ", "\n", "\n\n", ". ", "👍🏽", "e\u0301", "Қазақстан", "a", "! Да", "👨‍👩‍👧"];
        var builder = new StyledTextBuilder();
        for (var i = random.Next(1, 40); i > 0; i--)
        {
            var piece = pieces[random.Next(pieces.Length)];
            _ = random.Next(4) switch
            {
                0 => builder.Bold(piece),
                1 => builder.Link(piece, "https://a.example/" + (i % 3)),
                _ => builder.Text(piece),
            };
        }

        return builder.Build();
    }

    private static List<string> Split(string text, int limit) => [.. MessageSplitter.Split(new StyledText(text, []), limit).Select(part => part.Text)];
}
