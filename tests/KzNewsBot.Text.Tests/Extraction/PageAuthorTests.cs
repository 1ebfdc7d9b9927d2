using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class PageAuthorTests
{
    private const string Text = "<p>Новый мост через реку Тасты открыли во вторник после двух лет стройки, сообщили в областном штабе.</p>"
        + "<p>По нему пройдёт даже тяжёлая техника спасателей, а дорога до аулов станет втрое короче.</p>";

    [Theory]
    [InlineData("""{"@type":"NewsArticle","author":"Марат Белесов"}""")]
    [InlineData("""{"@type":"NewsArticle","author":{"@type":"Person","name":"Марат Белесов"}}""")]
    [InlineData("""{"@type":"NewsArticle","author":[{"name":"Марат Белесов"},{"name":"Марат Белесов"}]}""")]
    [InlineData("""{"@graph":[{"@type":"Person","@id":"#mb","name":"Марат Белесов"},{"@type":"NewsArticle","author":{"@id":"#mb"}}]}""")]
    [InlineData("""{"@type":"NewsArticle","creator":"Автор: Марат Белесов"}""")]
    [InlineData("""{"@type":"NewsArticle","headline":"Мост "Тасты"","author":{"@type":"Person","name":"Марат Белесов"}}""")]
    public void Structured_data_name_the_author(string json) => Authors(Script(json)).ShouldBe(["Марат Белесов"]);

    [Fact]
    public void Author_may_be_described_in_another_script() =>
        Authors(Script("""{"@type":"NewsArticle","author":{"@id":"#mb"}}""") + Script("""{"@type":"Person","@id":"#mb","name":"Марат Белесов"}"""))
            .ShouldBe(["Марат Белесов"]);

    [Fact]
    public void Article_of_the_page_is_told_from_teasers_by_its_headline() =>
        Authors(Script("""[{"@type":"NewsArticle","headline":"Паводок обошёл аулы","author":"Асель Озен"},{"@type":"NewsArticle","headline":"Мост через Тасты открыт","author":"Марат Белесов"}]"""))
            .ShouldBe(["Марат Белесов"]);

    [Theory]
    [InlineData("<meta name=author content='Марат Белесов'>")]
    [InlineData("<meta property='article:author' content='https://social.example/mb'><meta name=sailthru.author content='By Марат Белесов'>")]
    [InlineData("<meta name=author content='Марат Белесов, Степной дозор'><meta property=og:site_name content='Степной дозор'>")]
    [InlineData("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Марат Белесов'>")]
    [InlineData("<meta name=citation_author content='Белесов, Марат'>")]
    [InlineData("<meta name=author content='Марат&amp;nbsp;Белесов'>")]
    public void Tags_name_the_author(string tags) => Authors(tags).ShouldBe(["Марат Белесов"]);

    [Fact]
    public void Several_authors_stay_apart_and_stand_in_one_line()
    {
        var article = Read(Script("""{"@type":"NewsArticle","author":[{"name":"Марат Белесов"},{"name":"Асель Озен"}]}"""), "");

        article.Authors.ShouldBe(["Марат Белесов", "Асель Озен"]);
        article.Author.ShouldBe("Марат Белесов, Асель Озен");
    }

    [Theory]
    [InlineData("Марат Белесов,Асель Озен")]
    [InlineData("Марат Белесов и Асель Озен")]
    [InlineData("By Марат Белесов and Асель Озен")]
    public void Authors_in_one_statement_are_parted(string names) => Authors($"<meta name=author content='{names}'>").ShouldBe(["Марат Белесов", "Асель Озен"]);

    [Fact]
    public void Post_behind_a_name_is_no_second_author() =>
        Authors("<meta name=author content='Марат Белесов, главный инженер'>").ShouldBe(["Марат Белесов, главный инженер"]);

    [Fact]
    public void Outlet_whose_name_stands_beside_a_date_in_the_title_is_no_author() =>
        HtmlExtractor.Extract($"<html><head><title>Мост через Тасты открыт - 05.03.2025, Степной Дозор</title><meta name=author content='Степной Дозор'></head><body><main><h1>Мост через Тасты открыт</h1>{Text}</main></body></html>", null, OutletNames.Empty)
            .Stored().Authors.ShouldBeEmpty();

    [Theory]
    [InlineData("<p>Автор: Марат Белесов</p>")]
    [InlineData("<div><b>5 марта 2025</b> • Источник: <a href=x>Дозор</a> • Автор: Марат Белесов</div>")]
    [InlineData("<p>Мәтін: Марат Белесов</p>")]
    [InlineData("<p>Беседовал Марат Белесов</p>")]
    [InlineData("<p>Корреспондент Марат Белесов</p>")]
    [InlineData("<p>Автор: Марат Белесов, 5 марта 2025</p>")]
    [InlineData("<p>Фото и текст: Марат Белесов</p>")]
    [InlineData("<p>Текст: Марат Белесов. Фото: Асель Озен</p>")]
    [InlineData("<p>Haber: Марат Белесов</p>")]
    [InlineData("<p class=byline>By Марат Белесов in Astana</p>")]
    [InlineData("<p class=byline>By Марат Белесов, Staff Writer</p>")]
    [InlineData("<div class=author>Марат Белесов, специально для «Дозора»</div>")]
    [InlineData("<a href=/journalists/b><span>Марат Белесов</span><span>Обозреватель</span></a>")]
    [InlineData("<p>Written by Марат Белесов</p>")]
    [InlineData("<p>By <b>Марат Белесов</b> - 5 марта 2025</p>")]
    [InlineData("<div class=author-name>Марат Белесов</div>")]
    [InlineData("<div class=articleAuthor><span>Марат Белесов</span><br>5 марта 2025</div>")]
    [InlineData("<a href=/authors/belesov>Марат Белесов</a>")]
    [InlineData("<div class=opinion-author>Марат Белесов</div>")]
    [InlineData("<div class=image-left><span class=author>Марат Белесов</span>" + Text + Text + Text + Text + "</div>")]
    [InlineData("<div class='author author-with-photo'>Марат Белесов</div>")]
    [InlineData("<a rel=author href=/b>Марат Белесов</a>")]
    [InlineData("<span itemprop=author><span itemprop=name>Марат Белесов</span></span>")]
    public void Byline_names_the_author_when_nothing_is_stated(string line) => Authors("", line).ShouldBe(["Марат Белесов"]);

    [Fact]
    public void Co_authors_stand_side_by_side() =>
        Authors("", "<p><a href=/authors/b>Марат Белесов</a>, <a href=/authors/o>Асель Озен</a></p><div><a href=/authors/x>Иной Автор</a></div>")
            .ShouldBe(["Марат Белесов", "Асель Озен"]);

    [Theory]
    [InlineData("<p>АВТОР</p>")]
    [InlineData("<p>Автор: редакция</p>")]
    [InlineData("<div class=author>Подробнее об авторе</div>")]
    [InlineData("<div class=comments><div class=author>Марат Белесов</div></div>")]
    [InlineData("<div class=related><a href=/authors/b>Марат Белесов</a></div>")]
    [InlineData("<p>Автор: Степной дозор</p>")]
    [InlineData("<p>Корреспондент узнал, что Марат Белесов строит мост</p>")]
    [InlineData("<div class=quote__author>Марат Белесов</div>")]
    [InlineData("<blockquote><p>Мост ждали все.</p><span class=author>Марат Белесов</span></blockquote>")]
    [InlineData("<figure><img src=a><figcaption><span class=author>Марат Белесов</span></figcaption></figure>")]
    [InlineData("<div class=photo-author>Марат Белесов</div>")]
    [InlineData("<div class=video-author>Марат Белесов</div>")]
    [InlineData("<div class=testimonial-author>Марат Белесов</div>")]
    [InlineData("<div class=opinion-list><a href=/authors/belesov>Марат Белесов</a></div>")]
    [InlineData("<div class=photo><img src=a><span class=author>Марат Белесов</span></div>")]
    [InlineData("<section class=columnists><a href=/authors/belesov>Марат Белесов</a></section>")]
    [InlineData("<div class=byline>5 марта 2025</div>")]
    [InlineData("<a href=/authors/>Наши Авторы</a>")]
    public void Nobody_is_better_than_somebody_else(string line) =>
        Authors("<meta property=og:site_name content='Степной дозор'>", line).ShouldBeEmpty();

    [Theory]
    [InlineData("admin")]
    [InlineData("Редакция")]
    [InlineData("Редакция «Дозора»")]
    [InlineData("undefined")]
    [InlineData("Степной дозор")]
    [InlineData("dozor.example")]
    [InlineData("www.social.example/dozor")]
    [InlineData("https://social.example/dozor")]
    [InlineData("stab@dozor.example")]
    [InlineData("262588213843476")]
    [InlineData("x")]
    [InlineData("Мост через реку Тасты открыли во вторник после двух лет стройки")]
    public void What_is_no_author_is_not_stored(string name) =>
        Authors($"<meta property=og:site_name content='Степной дозор'><meta name=author content='{name}'>").ShouldBeEmpty();

    [Fact]
    public void Outlet_that_calls_itself_the_author_yields_to_a_byline()
    {
        var data = Script("""{"@type":"NewsArticle","author":{"@type":"Organization","name":"Агентство Тасты"}}""");

        Authors(data, "<p>Автор: Марат Белесов</p>").ShouldBe(["Марат Белесов"]);
        Authors(data).ShouldBe(["Агентство Тасты"]);
    }

    private static string Script(string json) => $"<script type=\"application/ld+json\">{json}</script>";

    private static IReadOnlyList<string> Authors(string head, string line = "") => Read(head, line).Authors;

    private static ExtractedArticle Read(string head, string line) => HtmlExtractor.Extract(
        $"<html><head><title>Мост через Тасты открыт</title>{head}</head><body><main><h1>Мост через Тасты открыт</h1>{line}{Text}</main></body></html>",
        null, OutletNames.Empty).Stored();
}
