using KzNewsBot.Text.Denials;

namespace KzNewsBot.Text.Tests.Denials;

public sealed class DenialReaderTests
{
    [Theory]
    [InlineData("ru", "Минобороны опровергло сообщения о закрытии полигона.", "Минобороны")]
    [InlineData("ru", "Слухи о сборах не соответствуют действительности, сообщил МВД.", "МВД")]
    [InlineData("ru", "КНБ назвал фейком рассылку о закрытии границы.", "КНБ")]
    [InlineData("ru", "Слухи отвергла пресс-служба.", "пресс-служба")]
    [InlineData("ru", "Планов по закрытию полигона нет, заявил МИД.", "МИД")]
    [InlineData("kk", "Желідегі ескерту өтірік, деді ІІМ.", "ІІМ")]
    [InlineData("kk", "ІІМ жаңа салық туралы хабарды жоққа шығарды.", "ІІМ")]
    [InlineData("en", "The Defence Ministry denied reports of a new base.", "Defence Ministry")]
    public void A_denial_names_who_denies(string language, string text, string denier) =>
        DenialReader.Read("", text, LanguageCodes.Parse(language)).ShouldHaveSingleItem().Denier.ShouldBe(denier);

    [Theory]
    [InlineData("ru", "МИД не опроверг сообщения о переговорах.")]
    [InlineData("ru", "Министерство рассказало, как распознавать фейки.")]
    [InlineData("en", "The two travellers were denied entry at the airport.")]
    [InlineData("en", "The ministry did not deny the reports.")]
    public void Other_talk_is_no_denial(string language, string text) =>
        DenialReader.Read("", text, LanguageCodes.Parse(language)).ShouldBeEmpty();

    [Fact]
    public void The_claim_is_a_span_of_the_text()
    {
        const string Text = "Сегодня ясно. Минобороны опровергло сообщения о закрытии полигона.";

        var denial = DenialReader.Read("", Text, Language.Russian).ShouldHaveSingleItem();

        denial.Claim.ShouldNotBeNull().In(Text).ShouldBe("сообщения о закрытии полигона");
    }
}
