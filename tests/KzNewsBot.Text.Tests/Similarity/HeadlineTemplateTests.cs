using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Text.Tests.Similarity;

public sealed class HeadlineTemplateTests
{
    [Theory]
    [InlineData("О падении беспилотника в Актюбинской области", "О падении беспилотника в Атырауской области")]
    [InlineData("О происшествии в гарнизоне Аягоз", "О происшествии в гарнизоне Отар")]
    [InlineData("Распоряжением Главы государства Ержан Ахметов назначен советником министра", "Распоряжением Главы государства Серик Омаров назначен директором Пограничной службы")]
    public void One_form_with_another_name(string one, string other) => HeadlineTemplate.IsFilledTwice(one, other, Language.Russian).ShouldBeTrue();

    [Theory]
    [InlineData("Взрыв на складе под Таразом", "Взрыв на складе под Таразом: погибли трое")]
    [InlineData("Взрыв на складе под Таразом: двое погибших", "Взрыв на складе в Жамбылской области: погибли четверо")]
    [InlineData("Токаев прилетел в Душанбе", "Токаев встретился с Рахмоном в Душанбе")]
    [InlineData("Учения ОДКБ начались под Алматы", "Казахстан отправил миротворцев на Голаны")]
    [InlineData("О ПАДЕНИИ БЕСПИЛОТНИКА В АКТЮБИНСКОЙ ОБЛАСТИ", "О ПАДЕНИИ БЕСПИЛОТНИКА В АТЫРАУСКОЙ ОБЛАСТИ")]
    public void What_goes_on_is_no_form(string one, string other) => HeadlineTemplate.IsFilledTwice(one, other, Language.Russian).ShouldBeFalse();

    [Fact]
    public void A_headline_in_capitals_names_nobody() =>
        HeadlineTemplate.IsFilledTwice("Kazakhstan Holds Joint Drills with Kyrgyz Troops", "Kazakhstan Repeats Joint Drills with Kyrgyz Troops", Language.English).ShouldBeFalse();
}
