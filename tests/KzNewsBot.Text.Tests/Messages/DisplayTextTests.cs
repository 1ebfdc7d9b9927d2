using KzNewsBot.Text.Messages;

namespace KzNewsBot.Text.Tests.Messages;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("мир", 3, "мир")]
    [InlineData("мира", 3, "ми…")]
    [InlineData("", 5, "")]
    [InlineData("а б в", 3, "а…")]
    [InlineData("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    [InlineData("аб", 1, "…")]
    public void Text_is_cut_between_graphemes(string text, int maximum, string expected) => DisplayText.Truncate(text, maximum).ShouldBe(expected);
}
