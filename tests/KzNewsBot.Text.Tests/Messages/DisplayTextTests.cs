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

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab\uD83D\uDE00", 3, "ab")]
    [InlineData("ab\uD83D\uDE00", 4, "ab\uD83D\uDE00")]
    [InlineData("abe\u0301c", 3, "ab")]
    [InlineData("", 3, "")]
    public void The_beginning_of_a_text_halves_no_character(string text, int maximum, string expected) => DisplayText.Cut(text, maximum).ShouldBe(expected);
}
