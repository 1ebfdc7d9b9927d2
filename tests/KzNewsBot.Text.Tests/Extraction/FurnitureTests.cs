using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class FurnitureTests
{
    private const string Headline = "Мост через Тасты открыт для спасателей";

    private const string Flash = "Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе.";

    [Theory]
    [InlineData("field field--name-body field--label-hidden")]
    [InlineData("card overflow-hidden")]
    public void Name_that_hides_only_a_label_or_what_sticks_out_is_no_sign_against_the_text(string names)
    {
        var page = PageBlocks.Read(Parse($"<div class='{names}'><p>{Flash}</p></div>"));

        page.Regions[page.Blocks[0].Region].Within.HasFlag(RegionTraits.NegativeName).ShouldBeFalse();
    }

    private static AngleSharp.Dom.IElement Parse(string content) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<body>{content}</body>").Body.ShouldNotBeNull();
}
