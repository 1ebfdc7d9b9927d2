using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class CommentSectionsTests
{
    private const string Headline = "Мост через Тасты открыт для спасателей";

    [Theory]
    [InlineData("<h3>Комментарии (3)</h3>", "<div class=c-item><b>{0}</b> <span>30.11.2026 10:00</span><p>{1}</p><a href=#>Ответить</a></div>")]
    [InlineData("<h4>Пікірлер (3)</h4>", "<div class=item><span>{0}</span><div class=msg>{1}</div></div>")]
    [InlineData("<div class=h3>Обсуждение читателей</div>", "<p><b>{0}:</b> {1}</p>")]
    [InlineData("<h3>Отзывы читателей</h3><p><a href=/in>Войдите</a>, чтобы ответить</p>", "<li><i>{0}</i><p>{1}</p></li>")]
    [InlineData("<div><h3>Comments</h3></div>", "<div class=row><div>{0}</div><div>{1}</div></div>")]
    public void What_readers_wrote_is_no_part_of_the_article(string head, string comment)
    {
        var comments = string.Concat(Comments.Select((text, i) => comment.Replace("{0}", $"Читатель номер {i}", StringComparison.Ordinal).Replace("{1}", text, StringComparison.Ordinal)));

        Body($"<div class=text>{Text}</div>{head}{comments}").ShouldBe(string.Join('\n', Report));
        Body($"<div class=text>{Text}</div>{head}<div class=w><div>{comments}</div></div>").ShouldBe(string.Join('\n', Report));
    }

    [Fact]
    public void The_only_comment_is_told_by_its_count() =>
        Body($"<div class=text>{Text}</div><h3>Комментарии (1)</h3><div class=c-item><b>Читатель</b><p>{Comments[0]}</p></div>").ShouldBe(string.Join('\n', Report));

    [Fact]
    public void Bitrix_calls_comments_reviews()
    {
        var comments = string.Concat(Comments.Select(text => $"<table><tr><td><div class=reviews-author-name>Читатель</div></td></tr><tr><td><div class=reviews-text>{text}</div></td></tr></table>"));

        Body($"<div class=text>{Text}</div><div class=reviews-block-container><div class=reviews-block-outer>{comments}</div></div>").ShouldBe(string.Join('\n', Report));
    }

    [Theory]
    [InlineData("<a href=#c>Комментарии (4)</a>", "{0}")]
    [InlineData("<a href=#c>Комментарии (4)</a>", "<div><ul><li>Мост</li><li>Паром</li></ul><ul><li>Дорога</li><li>Автобус</li></ul>{0}</div>")]
    [InlineData("<h4>Комментарии (1)</h4>", "<div><div>Тасты</div>{0}</div>")]
    [InlineData("<h3>Комментарии экспертов</h3>", "<p><b>Марат Белесов:</b> этого моста за рекой ждали все, потому что в объезд туда добирались полдня.</p><p><b>Асель Белесова:</b> теперь за реку можно послать и тяжёлую машину, раньше её не пустил бы паром.</p>{0}")]
    [InlineData("<h3>Обсуждение</h3>", "{0}")]
    [InlineData("<h3>Мнения</h3>", "<p><b>Марат Белесов:</b> этого моста за рекой ждали все, потому что в объезд туда добирались полдня.</p><p><b>Асель Белесова:</b> теперь за реку можно послать и тяжёлую машину, раньше её не пустил бы паром.</p>{0}")]
    public void Article_goes_on_below_a_link_or_a_subhead(string head, string rest) =>
        Body($"<div class=text><p>{Lead}</p>{head}{rest.Replace("{0}", Text, StringComparison.Ordinal)}</div>").ShouldEndWith(string.Join('\n', Report));

    private const string Lead = "За рекой живут сорок семей, и до весны к ним не мог проехать ни один автобус, рассказали в акимате области.";

    private static string[] Report =>
    [
        "Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе спасателей.",
        "По нему пройдёт даже тяжёлая техника спасателей, а дорога до аулов станет втрое короче, говорится в сообщении.",
        "Строители завершили работы на месяц раньше срока, потому что весной вода в реке поднялась ниже обычного.",
        "Комиссия проверила опоры и настил и разрешила движение, но первые недели скорость на мосту ограничат.",
    ];

    private static string[] Comments =>
    [
        "Этот мост нужно было построить ещё десять лет назад, потому что паром старый и часто ломается посреди реки.",
        "Пусть сначала починят дорогу до моста, на ней после каждого дождя тонут и легковые машины, и грузовики.",
        "Я проезжал по нему в воскресенье, и перила уже шатаются, так что поздравлять строителей пока рано.",
    ];

    private static string Text => $"<p>{string.Join("</p><p>", Report)}</p>";

    private static string Body(string content) =>
        HtmlExtractor.Extract($"<html><head><title>{Headline}</title></head><body><h1>{Headline}</h1>{content}</body></html>", null, OutletNames.Empty).Stored().Body;
}
