using KzNewsBot.Text.Messages;

namespace KzNewsBot.Text.Tests.Messages;

public sealed class StyledTextBuilderTests
{
    [Fact]
    public void Styles_become_spans_over_plain_text()
    {
        var text = new StyledTextBuilder().Bold("Итог").Line().Link("ТАСС <b>", "https://tass.example/1").Text(" 👍 ").Italic("да").Build();
        text.Text.ShouldBe("Итог\nТАСС <b> 👍 да");
        text.Spans.ShouldBe(
        [
            new StyledSpan(TextStyle.Bold, 0, 4),
            new StyledSpan(TextStyle.Link, 5, 8, "https://tass.example/1"),
            new StyledSpan(TextStyle.Italic, 17, 2),
        ]);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("tg://resolve?domain=x")]
    [InlineData("/relative")]
    [InlineData("ftp://host.example/a")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("http://")]
    [InlineData("http://localhost:3000/draft")]
    [InlineData("https://intranet/news/1")]
    [InlineData("https://example./news/1")]
    [InlineData("https://example.org:0/news/1")]
    public void Link_that_is_no_web_address_stays_text(string? url)
    {
        var text = new StyledTextBuilder().Link("имя", url).Build();
        text.Text.ShouldBe("имя");
        text.Spans.ShouldBeEmpty();
    }

    [Fact]
    public void Empty_pieces_leave_no_spans() => new StyledTextBuilder().Bold("").Link("", "https://a.example").BlockQuote("").Build().Spans.ShouldBeEmpty();

    [Fact]
    public void Inner_styles_come_after_the_outer_one()
    {
        var text = new StyledTextBuilder().Text("> ").Within(TextStyle.BlockQuote, quote => quote.Bold("А").Text("бв")).Build();
        text.Spans.ShouldBe([new StyledSpan(TextStyle.BlockQuote, 2, 3), new StyledSpan(TextStyle.Bold, 2, 1)]);
    }

    [Fact]
    public void Appended_text_keeps_its_styles_in_the_new_place()
    {
        var inner = new StyledTextBuilder().Code("/nato").Build();
        new StyledTextBuilder().Text("Команда: ").Append(inner).Build().Spans.ShouldHaveSingleItem().ShouldBe(new StyledSpan(TextStyle.Code, 9, 5));
    }
}
