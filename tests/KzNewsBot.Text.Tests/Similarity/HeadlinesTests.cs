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

    [Fact]
    public void A_headline_that_says_only_its_form_names_nothing()
    {
        string[] headlines = ["На складе под Таразом взорвались снаряды", "Официальное сообщение Министерства обороны"];
        Headlines.Naming(headlines, 1, Language.Russian).ShouldBe(0);
        Headlines.Naming([headlines[1]], 0, Language.Russian).ShouldBe(0);
    }
}
