using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Text;

namespace KzNewsBot.Tests.Simulator;

public sealed class HtmlParserTests
{
    [Theory]
    [InlineData("Алматы", "Алматы", "")]
    [InlineData("2 &lt; 3 &amp; 3 &gt; 2", "2 < 3 & 3 > 2", "")]
    [InlineData("&nbsp;&copy;", "&nbsp;&copy;", "")]
    [InlineData("&#1040;&#x411; &lt", "АБ <", "")]
    [InlineData("<b>жирный</b> и <EM>курсив</EM>", "жирный и курсив", "bold 0+6, italic 9+6")]
    [InlineData("<u>1</u><s>2</s><tg-spoiler>3</tg-spoiler>", "123", "underline 0+1, strikethrough 1+1, spoiler 2+1")]
    [InlineData("<span class='tg-spoiler'>тайна</span>", "тайна", "spoiler 0+5")]
    [InlineData("<b>снаружи <i>внутри</i></b>", "снаружи внутри", "bold 0+14, italic 8+6")]
    [InlineData("<b>a</><b >c</b >", "ac", "bold 0+1, bold 1+1")]
    [InlineData("<a href=\"https://news.example/x?y=1&amp;z=2\">тут</a>", "тут", "text_link 0+3 https://news.example/x?y=1&z=2")]
    [InlineData("<a href=news.example>тут</a>", "тут", "text_link 0+3 http://news.example/")]
    [InlineData("<a href='word'>тут</a>", "тут", "")]
    [InlineData("<a>news.example</a>", "news.example", "text_link 0+12 http://news.example/")]
    [InlineData("<code>x</code><pre>y</pre>", "xy", "code 0+1, pre 1+1")]
    [InlineData("<pre><code class=\"language-sql\">SELECT</code></pre>", "SELECT", "pre 0+6 sql")]
    [InlineData("<code class=\"language-sql\">SELECT</code>", "SELECT", "code 0+6")]
    [InlineData("<blockquote expandable>цитата</blockquote>", "цитата", "expandable_blockquote 0+6")]
    [InlineData("\U0001F30D<i>\U0001F30D</i>", "\U0001F30D\U0001F30D", "italic 2+2")]
    [InlineData("<i></i>", "", "")]
    public void Html_becomes_text_and_entities(string html, string text, string entities)
    {
        var (parsed, found) = HtmlParser.Parse(html);
        parsed.ShouldBe(text);
        string.Join(", ", found.Select(e => $"{e.Type} {e.Offset}+{e.Length} {e.Url}{e.Language}".TrimEnd())).ShouldBe(entities);
    }

    [Theory]
    [InlineData("при < там", "Unsupported start tag \"\" at byte offset 7")]
    [InlineData("<h2>x</h2>", "Unsupported start tag \"h2\" at byte offset 0")]
    [InlineData("я<br>", "Unsupported start tag \"br\" at byte offset 2")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<i>открыт", "Can't find end tag corresponding to start tag \"i\"")]
    [InlineData("x</i>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>ж</i>", "Unmatched end tag at byte offset 5, expected \"</b>\", found \"</i>\"")]
    [InlineData("<b>x</b", "Unclosed end tag at byte offset 4")]
    [InlineData("<i", "Unclosed start tag at byte offset 0")]
    [InlineData("<i a='1>x</i>", "Unclosed start tag at byte offset 0")]
    [InlineData("<i a", "Unclosed start tag \"i\" at byte offset 0")]
    [InlineData("<i =x>", "Empty attribute name in the tag \"i\" at byte offset 0")]
    [InlineData("<a href=https://x.example>x</a>", "Unexpected end of name token at byte offset 8")]
    [InlineData("<tg-emoji emoji-id='q'>\U0001F44D</tg-emoji>", "Invalid custom emoji identifier specified")]
    [InlineData("<tg-time unix='1' format='q'>x</tg-time>", "Invalid date format used")]
    [InlineData("&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")]
    public void Broken_html_is_refused_with_the_byte_offset(string html, string reason) =>
        Should.Throw<ApiErrorException>(() => HtmlParser.Parse(html)).Message.ShouldBe("Bad Request: can't parse entities: " + reason);
}
