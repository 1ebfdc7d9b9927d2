using KzNewsBot.Text.Revisions;

namespace KzNewsBot.Text.Tests.Revisions;

public class RewordingTests
{
    private const string Old = "Учения начались утром.\nВ них участвуют двести военных.\nПодпишитесь на наш канал.";

    [Theory]
    [InlineData("Учения", Old, false)]
    [InlineData("Учения отменены", Old, true)]
    [InlineData("«Учения»", "Учения начались утром\n— В них участвуют двести военных!\nПодпишитесь на наш канал.", false)]
    [InlineData("Учения", "Учения начались утром.\nВ них участвуют триста военных.\nПодпишитесь на наш канал.", true)]
    [InlineData("Учения", "Учения начались утром.\nВ них участвуют двести военных.", false)]
    [InlineData("Учения", Old + "\nОбновлено: учения прерваны.", true)]
    [InlineData("Учения в горах", Old + "\nЭто было начало, а здесь стоит весь остальной текст, который вдвое длиннее того, что было прежде.", false)]
    public void Only_new_words_of_a_whole_text_are_a_change(string title, string body, bool changed) =>
        Rewording.Is("Учения", Old, title, body).ShouldBe(changed);
}
