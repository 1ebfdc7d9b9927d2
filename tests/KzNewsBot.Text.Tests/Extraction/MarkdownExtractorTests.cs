using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class MarkdownExtractorTests
{
    [Fact]
    public void Front_matter_fills_the_article_and_the_body_loses_its_markup()
    {
        var article = Fixture.Article("markdown/full.md");

        article.Title.ShouldBe("Bridge to the valley: opened");
        article.Published.ShouldNotBeNull().Instant.ShouldBe(new DateTimeOffset(2024, 3, 5, 14, 30, 0, TimeSpan.FromHours(5)));
        article.Published.Origin.ShouldBe(DateOrigin.FrontMatter);
        article.Outlet.ShouldBe("The Steppe Herald");
        article.OutletHost.ShouldBe("steppeherald.example");
        article.SourceId.ShouldBe("steppe-herald");
        article.Author.ShouldBe("Asel Belesova");
        article.CanonicalUrl.ShouldBe("https://www.steppeherald.example/news/bridge?id=7");
        article.Language.ShouldBe(Language.English);
        article.Body.ShouldBe(Fixture.Lines(
            "The bridge over the Tasty river opened on Tuesday, says the regional office.",
            "What changes",
            "Rescue teams will reach the villages in:",
            "- forty minutes by car;",
            "- two hours with 3 * 4 tons of cargo.",
            "\"It holds\", said the engineer."));
    }

    [Fact]
    public void Without_front_matter_the_first_heading_is_the_title()
    {
        var article = MarkdownExtractor.Extract("# Bridge opened\n\nTrucks have crossed it.").Stored();

        article.Title.ShouldBe("Bridge opened");
        article.Body.ShouldBe("Trucks have crossed it.");
        article.Published.ShouldBeNull();
    }

    [Theory]
    [InlineData("---\ntitle: Bridge\nTrucks have crossed it.", nameof(SkipReason.BadFrontMatter))]
    [InlineData("---\ntitle: Bridge\nno pair here\n---\nTrucks.", nameof(SkipReason.BadFrontMatter))]
    [InlineData("---\ntitle: Bridge\ndate: 31.02.2024\n---\nTrucks.", nameof(SkipReason.BadFrontMatter))]
    [InlineData("---\ndate: 2024-03-05\n---\nTrucks have crossed it.", nameof(SkipReason.NoTitle))]
    [InlineData("---\ntitle: Bridge\n---\n\n", nameof(SkipReason.NoBody))]
    [InlineData("  ", nameof(SkipReason.Empty))]
    public void Broken_file_is_skipped_with_its_reason(string markdown, string reason) =>
        MarkdownExtractor.Extract(markdown).ShouldBeSkipped(Enum.Parse<SkipReason>(reason));

    [Theory]
    [InlineData("2 * 3 and snake_case stay", "2 * 3 and snake_case stay")]
    [InlineData("**bold** _slanted_ `code` ~~gone~~", "bold slanted code gone")]
    [InlineData("see [the *office*](https://x.example/a) and <https://y.example>", "see the office and")]
    [InlineData(@"a \*star\* &amp; more", "a *star* & more")]
    public void Inline_markup_goes_and_everything_else_stays(string markdown, string plain) =>
        MarkdownInline.ToPlain(markdown).Trim().ShouldBe(plain);
}
