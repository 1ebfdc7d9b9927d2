using KzNewsBot.Text.Quotes;

namespace KzNewsBot.Text.Tests.Quotes;

public sealed class QuoteHashTests
{
    // The SHA-256 of the empty text and of "abc" are published in FIPS 180-4 examples.
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb924")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223")]
    public void Hash_is_the_first_half_of_the_SHA_256(string text, string expected) => QuoteHash.Of(text).ShouldBe(expected);

    [Fact]
    public void One_changed_letter_changes_the_hash() => QuoteHash.Of("Қазақстан").ShouldNotBe(QuoteHash.Of("қазақстан"), StringComparer.Ordinal);
}
