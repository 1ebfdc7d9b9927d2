using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class FurtherArticlesTests
{
    private const string Headline = "Мост через Тасты открыт для спасателей";
    private const string Flash = "Мост через реку Тасты открыли во вторник.";
    private const string Next = "Паром через Тасты уходит на ремонт";

    [Theory]
    [InlineData("<article class=a><h1>{0}</h1><div class=b>{1}</div></article>")]
    [InlineData("<div class=post-full><h1>{0}</h1><span>30.11.2026 14:00</span><div class=txt>{1}</div></div>")]
    public void Endless_page_gives_its_first_article_alone(string template)
    {
        var flash = $"<p>{Flash}</p><p>По нему уже прошли первые машины.</p>";

        Body(Fill(template, Headline, flash) + Fill(template, Next, Report)).ShouldBe(Fixture.Lines(Flash, "По нему уже прошли первые машины."));
        Body(Fill(template, Headline, Report) + Fill(template, Next, flash) + Fill(template, "Лёд на Тасты окреп", flash)).ShouldBe(string.Join('\n', Sentences));
        Body(Fill(template, Headline, flash) + Fill(template, Next, flash)).ShouldBe(Fixture.Lines(Flash, "По нему уже прошли первые машины."));
    }

    [Fact]
    public void Number_of_an_article_in_its_class_makes_it_no_other_kind() =>
        Body($"<article class=post-1><h1>{Headline}</h1>{Report}</article><article class=post-2><h1>{Next}</h1><p>{Flash}</p></article>").ShouldBe(string.Join('\n', Sentences));

    [Fact]
    public void Row_with_the_headline_alone_leaves_the_text_to_the_next() =>
        Body($"<div class=row><h1>{Headline}</h1></div><div class=row><div><h1>Новости области</h1></div><div>{Report}</div></div>").ShouldEndWith(string.Join('\n', Sentences));

    [Fact]
    public void Sections_of_an_article_may_have_their_own_h1() =>
        Body($"<section class=s><h1>{Headline}</h1>{Report}</section><section class=s><h1>Как проехать</h1><p>{Sentences[1]} Так будет до весны.</p></section>").ShouldEndWith("Так будет до весны.");

    [Fact]
    public void Headline_shown_twice_begins_no_other_article() =>
        Body($"<div class=w><h1>{Headline}</h1><p>{Flash}</p></div><div class=w><h1>{Headline}</h1>{Report}</div>").ShouldEndWith(string.Join('\n', Sentences));

    [Theory]
    [InlineData("Поделиться этим сообщением")]
    [InlineData("Ссылка на эту запись")]
    public void Records_of_a_live_page_are_no_teasers_for_the_link_that_each_has(string link)
    {
        var records = string.Concat(Sentences.Select(sentence => $"<div class=rec><p>{sentence}</p><a href=#r>{link}</a></div>"));

        Body($"<h1>{Headline}</h1><p>{Flash}</p><div class=feed>{records}</div>").ShouldStartWith(Fixture.Lines([Flash, .. Sentences]));
    }

    private static string[] Sentences =>
    [
        "Новый мост строили два года, и теперь по нему пройдёт даже тяжёлая техника спасателей, сообщили в областном штабе.",
        "Дорога до аулов за рекой станет втрое короче, а паром, который возил туда людей и скот, поставят на ремонт.",
        "Строители завершили работы на месяц раньше срока, потому что весной вода в реке поднялась ниже обычного.",
        "Комиссия проверила опоры и настил и разрешила движение, но первые недели скорость на мосту ограничат.",
    ];

    private static string Report => $"<p>{string.Join("</p><p>", Sentences)}</p>";

    private static string Fill(string template, string headline, string text) =>
        template.Replace("{0}", headline, StringComparison.Ordinal).Replace("{1}", text, StringComparison.Ordinal);

    private static string Body(string content) =>
        HtmlExtractor.Extract($"<html><head><title>{Headline}</title></head><body>{content}</body></html>", null, OutletNames.Empty).Stored().Body;
}
