using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Text.Tests.Similarity;

public sealed class HeadlinesTests
{
    [Theory]
    [InlineData(0, "Взрыв на складе под Таразом", "Министр прилетел в Тараз")]
    [InlineData(2, "Взрыв на складе под Таразом", "При взрыве под Таразом погибли трое", "Число погибших под Таразом выросло до 12", "Три человека погибли на складе", "Министр выразил соболезнования семьям погибших")]
    [InlineData(1, "Вертолёт совершил жёсткую посадку", "Скончался пилот вертолёта", "Вертолёт сел на Балхаше")]
    [InlineData(1, "Нефтебаза загорелась под Актобе", "Пожар на нефтебазе потушен, один человек погиб")]
    [InlineData(0, "Взрыв на складе под Таразом", "МЧС: жертв и пострадавших нет", "Президент выразил соболезнования родным погибших")]
    public void The_first_with_the_newest_toll_names_the_story(int named, params string[] headlines) => Headlines.Naming(headlines, 0, Language.Russian).ShouldBe(named);

    [Theory]
    [InlineData(0, "Саммит пройдёт в Москве 25 ноября", "В Москве пройдёт саммит ОДКБ")]
    [InlineData(2, "Саммит пройдёт в Москве 25 ноября", "Президент примет участие в саммите", "Президенты подписали четырнадцать документов в Москве")]
    [InlineData(0, "Саммит пройдёт в Москве 25 ноября", "Песков рассказал о повестке саммита", "В Москве перекроют улицы из-за саммита")]
    [InlineData(0, "Саммит открылся в Москве", "Следующий саммит пройдёт в Бишкеке")]
    public void What_was_ahead_gives_way_to_what_is_done(int named, params string[] headlines) => Headlines.Naming(headlines, 0, Language.Russian).ShouldBe(named);

    [Theory]
    [InlineData(1, "Президент прилетел в Анкару", "Президенты провели переговоры в Анкаре")]
    [InlineData(0, "Президенты провели переговоры в Анкаре", "Президент прилетел в Анкару")]
    [InlineData(0, "Первый караван прибыл в порт Актау", "Министр провёл встречу с моряками")]
    [InlineData(1, "О столкновении катера с баржей", "Катер столкнулся с баржей на Каспии")]
    [InlineData(0, "Об угрозе обстрела порта заявил министр", "Порт закрыли на сутки")]
    [InlineData(1, "Комментарий министерства в связи с обстрелом порта", "Порт обстреляли ночью")]
    [InlineData(1, "Кадровые назначения", "В управлении границы сменился начальник")]
    [InlineData(1, "Толчки силой 6,1 балла ощутили в Алматы", "Сейсмологи уточнили магнитуду толчков", "Жители Алматы вышли на улицы")]
    [InlineData(0, "Порт обстреляли ночью", "Министр уточнил детали своей поездки")]
    [InlineData(0, "Порт обстреляли ночью", "Сейсмологи уточнили магнитуду толчков")]
    public void A_headline_that_says_little_or_what_is_put_right_gives_way(int named, params string[] headlines) => Headlines.Naming(headlines, 0, Language.Russian).ShouldBe(named);

    [Theory]
    [InlineData("Kazakh", "Министрліктің порттағы атысқа байланысты түсініктемесі", "Портты түнде атқылады")]
    [InlineData("English", "Statement by the spokesperson on the attack on the port", "Port shelled at night")]
    [InlineData("English", "Leaders hold talks after quake of 6.1", "Seismologists revise magnitude to 5.9")]
    public void So_it_does_in_other_languages(string language, params string[] headlines) => Headlines.Naming(headlines, 0, Enum.Parse<Language>(language)).ShouldBe(1);

    [Theory]
    [InlineData("Kazakh", "Президент көршілермен келісімге келді", "Министрлер жиын өткізді, құжат бекітті")]
    [InlineData("English", "Leaders arrive at a deal on the port", "Ministers held talks on fish")]
    [InlineData("English", "Troops of 12 states hold drill", "Alliance raises number of troops at the drill")]
    [InlineData("English", "Statement of intent on the port is signed", "Port workers go home")]
    public void No_news_gives_way_to_an_aside(string language, params string[] headlines) => Headlines.Naming(headlines, 0, Enum.Parse<Language>(language)).ShouldBe(0);

    [Fact]
    public void A_headline_that_says_only_its_form_names_nothing()
    {
        string[] headlines = ["На складе под Таразом взорвались снаряды", "Официальное сообщение Министерства обороны"];
        Headlines.Naming(headlines, 1, Language.Russian).ShouldBe(0);
        Headlines.Naming([headlines[1]], 0, Language.Russian).ShouldBe(0);
    }
}
