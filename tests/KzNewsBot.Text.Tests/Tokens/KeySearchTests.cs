using System.Buffers;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Tests.Tokens;

public sealed class KeySearchTests
{
    private static readonly string[] Keys = ["слух", " лож", "не име", "no such", "жоқ", "ии"];

    private static readonly SearchValues<string> Plain = SearchValues.Create(Keys, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("СЛУХИ о сборах", 0)]
    [InlineData("Это не Имеет оснований", 4)]
    [InlineData("There are NO such plans", 10)]
    [InlineData("Мұндай жоспар ЖОҚ", 14)]
    [InlineData("слу", -1)]
    [InlineData("с", -1)]
    [InlineData("", -1)]
    public void The_first_key_is_found_in_any_case(string text, int place) => new KeySearch(Keys).IndexIn(text).ShouldBe(place);

    [Fact]
    public void Found_is_what_is_found_by_trying_every_key()
    {
        var search = new KeySearch(Keys);
        var random = new Random(1);
        const string Letters = "слухСЛУХ ложЛОЖнеимНЕИМ nosuchNOSUCHқҚᲀſКı«—";
        foreach (var text in Enumerable.Range(0, 20_000).Select(_ => new string(random.GetItems<char>(Letters, 24))))
        {
            search.IndexIn(text).ShouldBe(text.AsSpan().IndexOfAny(Plain), text);
        }
    }
}
