using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Tests.Dates;

public sealed class AgencyDatelineTests
{
    [Theory]
    [InlineData("АСТАНА. КАЗИНФОРМ — ", "Президент подписал закон.")]
    [InlineData("КАЗИНФОРМ – ", "24 ноября ожидается снег.")]
    [InlineData("МОСКВА, 12 ноя - ", "РИА узнало подробности.")]
    [InlineData("НЬЮ-ЙОРК, 12 ноября /ТАСС/ — ", "«Миссия» начала работу.")]
    [InlineData("BEIJING, Nov. 12 (Xinhua) -- ", "China welcomes the talks.")]
    [InlineData("KYIV/MOSCOW, Nov 12 (Reuters) - ", "The talks go on.")]
    [InlineData("Астана. 12 ноября. КазТАГ - ", "Президент подписал закон.")]
    [InlineData("АСТАНА. 12 қараша. ҚазАқпарат – ", "Президент заңға қол қойды.")]
    public void A_dateline_is_left_out(string dateline, string sentence) => Behind(dateline + sentence).ShouldBe(sentence);

    [Theory]
    [InlineData("ОДКБ — это союз шести стран.")]
    [InlineData("ООН - организация государств.")]
    [InlineData("Токаев и Путин — Лидеры двух стран.")]
    [InlineData("Токаев — Путину: учение пройдёт осенью.")]
    [InlineData("Учения ОДКБ «Взаимодействие» - Генштаб назвал дату.")]
    [InlineData("Переговоры США — Иран начались в Омане.")]
    [InlineData("США — Иран: что дальше.")]
    [InlineData("ОДКБ — Организация Договора о коллективной безопасности — провела учения.")]
    [InlineData("ШОС — 25 лет.")]
    [InlineData("КАЗИНФОРМ —")]
    [InlineData("")]
    public void Anything_else_stays(string text) => Behind(text).ShouldBe(text);

    private static string Behind(string text) => AgencyDateline.Behind(text, new TextSpan(0, text.Length)).In(text);
}
