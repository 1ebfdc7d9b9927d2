using System.Text.RegularExpressions;
using KzNewsBot.Playground.Newsroom.Articles;
using KzNewsBot.Playground.Newsroom.Outlets;

namespace KzNewsBot.Tests.Newsroom;

public sealed partial class LibraryTests
{
    private static readonly ArticleLibrary Library = ArticleLibrary.Load();

    [Fact]
    public void Every_article_fits_its_outlet_and_its_event()
    {
        var outlets = OutletBook.Load();
        var events = Library.Events.Select(newsEvent => newsEvent.Id).ToList();
        foreach (var article in Library.Articles)
        {
            outlets.Find(article.Outlet).ShouldNotBeNull(article.Id).Languages.Contains(article.Language, StringComparer.Ordinal).ShouldBeTrue(article.Id);
            events.Contains(article.Event, StringComparer.Ordinal).ShouldBeTrue(article.Id);
            article.Id.ShouldStartWith($"{article.Event}/");
        }

        events.ShouldAllBe(id => Library.Articles.Any(article => article.Event == id));
        outlets.All.ShouldAllBe(outlet => outlet.Languages.All(language => Library.Articles.Any(article => article.Outlet == outlet.Id && article.Language == language)));
    }

    [Fact]
    public void Every_brace_is_filled_each_time_an_event_happens()
    {
        foreach (var article in Library.Articles)
        {
            var newsEvent = Library.Events.Single(known => known.Id == article.Event);
            foreach (var edition in Enumerable.Range(0, 4))
            {
                var wording = new Wording(newsEvent, edition, new DateOnly(2026, 3, 2));
                string[] texts = [article.Title, article.Body, article.Correction?.Title ?? "", article.Correction?.Body ?? ""];
                texts.ShouldAllBe(text => !wording.Fill(text, article.Language).Contains('{', StringComparison.Ordinal), article.Id);
            }
        }
    }

    [Fact]
    public void Articles_are_short_and_differ()
    {
        Library.Articles.Select(article => article.Title + article.Language).ShouldBeUnique(StringComparer.Ordinal);
        Library.Articles.Select(article => article.Body).ShouldBeUnique(StringComparer.Ordinal);
        Library.Articles.ShouldAllBe(article => SentenceEnd().Count(article.Body) >= 3 && SentenceEnd().Count(article.Body) <= 16);
    }

    [Fact]
    public void A_denial_names_an_earlier_article_of_another_outlet()
    {
        var denials = Library.Articles.Where(article => article.Denies is not null).ToList();
        denials.Select(article => article.Language).Distinct(StringComparer.Ordinal).ShouldBe(["ru", "kk", "en"], ignoreOrder: true);
        foreach (var denial in denials)
        {
            var denied = Library.Articles.Single(article => article.Id == denial.Denies);
            (denied.Outlet == denial.Outlet).ShouldBeFalse(denial.Id);
            denied.Minutes.ShouldBeLessThan(denial.Minutes);
        }
    }

    [Fact]
    public void A_reprint_keeps_most_of_its_wire()
    {
        var reprints = Library.Articles.Where(article => article.Reprints is not null).ToList();
        reprints.Count.ShouldBeGreaterThan(1);
        foreach (var reprint in reprints)
        {
            var wire = Library.Articles.Single(article => article.Id == reprint.Reprints).Body.Split("\n\n");
            wire.Count(paragraph => reprint.Body.Contains(paragraph, StringComparison.Ordinal)).ShouldBe(wire.Length - 1, reprint.Id);
        }
    }

    [Theory]
    [InlineData("no front matter", "has no front matter")]
    [InlineData("---\nevent: a\n---\ntext", "has no title")]
    [InlineData("---\nevnt: a\n---\ntext", "has the line \"evnt: a\"")]
    [InlineData("---\ntitle: a\nevent: b\noutlet: c\nlang: ru\nminutes: soon\n---\ntext", "has \"soon\" where a number")]
    public void A_faulty_file_says_what_is_wrong(string text, string fault) =>
        Should.Throw<FormatException>(() => ArticleReader.Read("a/b", text)).Message.ShouldStartWith($"The sample article \"a/b\" {fault}");

    [Theory]
    [InlineData("{day}", "ru", "2 марта")]
    [InlineData("{day-2}", "kk", "28 ақпанда")]
    [InlineData("{date+365}", "en", "2 March 2027")]
    [InlineData("{date}", "kk", "2026 жылғы 2 наурызда")]
    public void Days_are_written_as_the_language_has_them(string template, string language, string text) =>
        new Wording(Library.Events[0], 0, new DateOnly(2026, 3, 2)).Fill(template, language).ShouldBe(text);

    [GeneratedRegex(@"[.?!»”""]+(\s|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceEnd();
}
