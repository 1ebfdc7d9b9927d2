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

    [Theory]
    [InlineData("<div style='display:none' class=modal>{0}</div>")]
    [InlineData("<div style='display:none'>{0}</div>")]
    [InlineData("<footer>{0}</footer>")]
    [InlineData("<aside>{0}</aside>")]
    [InlineData("<div class=cookie-box>{0}</div>")]
    public void Flash_is_not_overgrown_by_what_stands_beside_it(string frame)
    {
        var other = frame.Replace("{0}", $"<p>{string.Join("</p><p>", Imprint)}</p>", StringComparison.Ordinal);

        Body($"<main><h1>{Headline}</h1><div class=text><p>{Flash}</p></div></main>{other}").ShouldBe(Flash);
        Body($"<h1>{Headline}</h1><p>{Flash}</p>{other}").ShouldBe(Flash);
    }

    [Theory]
    [InlineData("views-field-body")]
    [InlineData("widget-container")]
    [InlineData("print-area")]
    public void Imprint_below_a_short_article_does_not_take_its_place_for_the_name_around_it(string name)
    {
        var article = $"<main><h1>{Headline}</h1><div class={name}><p>{Flash}</p><p>{string.Join("</p><p>", Report)}</p></div></main>";

        Body($"{article}<div class=about><p>{Imprint[0]}</p></div><footer>Степной дозор</footer>").ShouldStartWith(Fixture.Lines([Flash, .. Report]));
    }

    [Theory]
    [InlineData("<div class=views-field-text>{0}</div>")]
    [InlineData("<div class='widget widget-theme-content'>{0}</div>")]
    [InlineData("<div class='widget article-text'>{0}</div>")]
    [InlineData("<section class=content style='display:none'>{0}</section>")]
    [InlineData("<aside itemprop=articleBody>{0}</aside>")]
    public void Text_below_its_lead_stays_where_its_place_is_named_the_article(string frame)
    {
        var text = frame.Replace("{0}", $"<p>{string.Join("</p><p>", Report)}</p>", StringComparison.Ordinal);

        Body($"<main><h1>{Headline}</h1><p>{Flash}</p>{text}</main>").ShouldEndWith(string.Join('\n', Report));
    }

    [Theory]
    [InlineData("<figure class=wp-block-table><table><tr><td>Опора моста</td><td>Высота в метрах</td></tr></table></figure>", RegionTraits.Figure)]
    [InlineData("<figure><blockquote>Мост ждали все, кто живёт за рекой.</blockquote></figure>", RegionTraits.Figure)]
    [InlineData("<h2 id=h-copyright>Чьи это чертежи</h2>", RegionTraits.NegativeName)]
    [InlineData("<h2 class=section-header>Чьи это чертежи</h2>", RegionTraits.NegativeName)]
    public void Table_quotation_or_subhead_is_read_by_what_it_is(string html, object trait)
    {
        var page = PageBlocks.Read(Parse(html));

        page.Regions[page.Blocks[0].Region].Within.HasFlag((RegionTraits)trait).ShouldBeFalse();
    }

    [Theory]
    [InlineData("<figure><img src=a><p>Мост через Тасты</p></figure>", RegionTraits.Figure)]
    [InlineData("<figure><blockquote class=twitter-tweet>Мост открыт!</blockquote></figure>", RegionTraits.Figure)]
    [InlineData("<h3 class=widget-title>Курс тенге</h3>", RegionTraits.NegativeName)]
    public void Picture_post_or_box_stays_one(string html, object trait)
    {
        var page = PageBlocks.Read(Parse(html));

        page.Regions[page.Blocks[0].Region].Within.HasFlag((RegionTraits)trait).ShouldBeTrue();
    }

    private static string[] Imprint =>
    [
        "Сетевое издание «Степной дозор» выходит с первого дня весны и рассказывает о жизни области на двух языках.",
        "Адрес редакции: посёлок Тасты, улица Мостовая, дом первый, второй этаж, вход со двора, звонить дважды.",
        "Мы храним в вашем браузере сведения о том, какие страницы вы открывали, чтобы показывать их быстрее.",
        "Оставаясь здесь, вы соглашаетесь с тем, как мы обращаемся с этими сведениями, и с нашими правилами.",
    ];

    private static string[] Report =>
    [
        "По нему пройдёт даже тяжёлая техника спасателей, а дорога до аулов станет втрое короче, говорится в сообщении.",
        "Строители завершили работы на месяц раньше срока, потому что весной вода в реке поднялась ниже обычного.",
        "Комиссия проверила опоры и настил и разрешила движение, но первые недели скорость ограничат.",
    ];

    private static string Body(string content) =>
        HtmlExtractor.Extract($"<html><head><title>{Headline}</title></head><body>{content}</body></html>", null, OutletNames.Empty).Stored().Body;

    private static AngleSharp.Dom.IElement Parse(string content) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<body>{content}</body>").Body.ShouldNotBeNull();
}
