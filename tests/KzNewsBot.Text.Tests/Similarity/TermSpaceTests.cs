using System.Globalization;
using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Text.Tests.Similarity;

public sealed class TermSpaceTests
{
    private const int Articles = 200;
    private const double Least = 0.3;

    [Theory]
    [InlineData(TermSpace.MostPostings)]
    [InlineData(20)]
    public void Rare_terms_find_their_articles_however_few_postings_are_read(int mostPostings)
    {
        var space = Space(mostPostings);
        space.Ask(Terms("war", "talks", "name-7", "place-7"));
        space.Near(Least).ShouldBe([7]);
    }

    [Fact]
    public void Common_terms_alone_find_nothing_when_their_lists_are_too_long()
    {
        var space = Space(mostPostings: 20);
        space.Ask(Terms("war", "talks"));
        space.Near(Least).ShouldBeEmpty();
    }

    [Fact]
    public void Rough_cosine_is_the_cosine_when_all_postings_are_read()
    {
        var (space, seventh) = SpaceWith(TermSpace.MostPostings);
        space.Ask(Terms("war", "name-7", "name-8"));
        space.RoughCosine(seventh).ShouldBe(space.Cosine(seventh), 1e-9);
        space.RoughCosine(seventh).ShouldBeInRange(0.4, 0.6);
    }

    [Fact]
    public void What_is_not_read_is_taken_to_agree_as_well_as_what_is()
    {
        var (space, seventh) = SpaceWith(mostPostings: 20);
        space.Ask(Terms("war", "talks", "name-7", "place-7"));
        space.RoughCosine(seventh).ShouldBe(1, 1e-6);
    }

    private static TermSpace Space(int mostPostings) => SpaceWith(mostPostings).Space;

    /// <summary>Every article has two words that all have, and two that no other has.</summary>
    private static (TermSpace Space, TermPlace Seventh) SpaceWith(int mostPostings)
    {
        var space = new TermSpace(new DocumentFrequencies(), mostPostings);
        var places = Enumerable.Range(0, Articles).Select(n => space.Add(n, Terms("war", "talks", Numbered("name", n), Numbered("place", n)), counted: true)).ToList();
        return (space, places[7]);
    }

    private static string Numbered(string word, int n) => string.Create(CultureInfo.InvariantCulture, $"{word}-{n}");

    private static Dictionary<string, float> Terms(params string[] terms) => terms.ToDictionary(term => term, _ => 1f, StringComparer.Ordinal);
}
