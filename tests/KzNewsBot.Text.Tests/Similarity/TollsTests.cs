using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Text.Tests.Similarity;

public sealed class TollsTests
{
    [Theory]
    [InlineData("Три человека погибли при взрыве на складе под Таразом", "dead 3")]
    [InlineData("Число погибших при взрыве на складе в Таразе выросло до 12", "dead 12")]
    [InlineData("Двое военных погибли, ещё 15 ранены под Таразом", "dead 2", "injured 15")]
    [InlineData("12 погибших, 40 раненых: что известно о взрыве 3 мая", "dead 12", "injured 40")]
    [InlineData("Эвакуированы 2 500 жителей села", "evacuation 2500")]
    [InlineData("Из зоны паводка эвакуировали более 3 тысяч человек", "evacuation 3000")]
    [InlineData("До десяти выросло число жертв пожара", "dead 10")]
    [InlineData("Взрыв на складе: есть погибшие")]
    [InlineData("Скончался пилот упавшего вертолёта", "dead ")]
    [InlineData("Семьям погибших при взрыве выплатят по 5 млн тенге")]
    [InlineData("После удара 500 дронов есть погибшие и пострадавшие")]
    [InlineData("По статье 353 возбуждено дело о погибших на рейсе 8243")]
    [InlineData("На 24-м километре трассы погибли туристы", "dead ")]
    [InlineData("Двадцать два человека погибли в шахте", "dead ")]
    [InlineData("Эвакуировано 1,5 тысячи человек")]
    [InlineData("Погибли как минимум 12 военнослужащих", "dead 12")]
    [InlineData("Один из погибших при взрыве служил по контракту")]
    [InlineData("Память погибших 8 мая почтили в Таразе")]
    [InlineData("Погибшему солдату было 19 лет")]
    [InlineData("Взрыв прогремел на складе под Таразом 3 мая")]
    [InlineData("Пострадавшие в 2021 году получат 80% выплат")]
    [InlineData("12 вертолётов ищут туристов. Погибших нет")]
    public void A_Russian_headline_tells_a_toll_or_none(string headline, params string[] tolls) => Check(headline, Language.Russian, tolls);

    [Theory]
    [InlineData("Тараз маңындағы жарылыста үш адам қаза тапты", "dead 3")]
    [InlineData("Жарылыста қаза тапқандар саны 12-ге жетті", "dead 12")]
    [InlineData("Жарылыстан қаза тапқандар саны жетіге жетті", "dead 7")]
    [InlineData("Су тасқынынан 2 мың адам көшірілді", "evacuation 2000")]
    [InlineData("Қаза тапқан сарбаз 19 жаста еді")]
    public void A_Kazakh_headline_tells_a_toll_or_none(string headline, params string[] tolls) => Check(headline, Language.Kazakh, tolls);

    [Theory]
    [InlineData("Death toll in depot blast rises to 12", "dead 12")]
    [InlineData("Depot blast kills three, injures 15", "dead 3", "injured 15")]
    [InlineData("Twelve people died in a fire near Taraz", "dead 12")]
    [InlineData("More than 2,500 evacuated as the river rises", "evacuation 2500")]
    [InlineData("Russian barrage of 500 drones kills civilians", "dead ")]
    [InlineData("Kazakhstan to pay $5 million to families of those killed", "dead ")]
    [InlineData("General who led 3rd brigade dies at 78", "dead ")]
    [InlineData("Drone strike kills at least 12", "dead 12")]
    [InlineData("Eight years after the blast, families remember the dead")]
    [InlineData("One of the victims was a conscript")]
    public void An_English_headline_tells_a_toll_or_none(string headline, params string[] tolls) => Check(headline, Language.English, tolls);

    private static void Check(string headline, Language language, string[] tolls) =>
        Tolls.Of(headline, language).Select(toll => $"{toll.Kind} {toll.Count}").Order(StringComparer.Ordinal).ShouldBe(tolls);
}
