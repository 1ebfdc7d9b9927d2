using KzNewsBot.Localization;
using KzNewsBot.Text;

namespace KzNewsBot.Tests.Localization;

public class PluralAndDateTests
{
    // CLDR, cardinal rules for whole numbers: ru one/few/many, kk and en one/other.
    [Theory]
    [InlineData(0, "Many", "Other")]
    [InlineData(1, "One", "One")]
    [InlineData(2, "Few", "Other")]
    [InlineData(4, "Few", "Other")]
    [InlineData(5, "Many", "Other")]
    [InlineData(11, "Many", "Other")]
    [InlineData(12, "Many", "Other")]
    [InlineData(14, "Many", "Other")]
    [InlineData(21, "One", "Other")]
    [InlineData(22, "Few", "Other")]
    [InlineData(25, "Many", "Other")]
    [InlineData(101, "One", "Other")]
    [InlineData(111, "Many", "Other")]
    [InlineData(112, "Many", "Other")]
    [InlineData(1000, "Many", "Other")]
    public void A_number_has_its_plural_category(int count, string russian, string others)
    {
        PluralRules.CategoryOf(Language.Russian, count).ToString().ShouldBe(russian);
        PluralRules.CategoryOf(Language.Kazakh, count).ToString().ShouldBe(others);
        PluralRules.CategoryOf(Language.English, count).ToString().ShouldBe(others);
    }

    [Theory]
    [InlineData("2024-01-01", "2024 жылғы 1 қаңтар", "1 января 2024", "1 January 2024")]
    [InlineData("2025-08-21", "2025 жылғы 21 тамыз", "21 августа 2025", "21 August 2025")]
    [InlineData("2026-12-31", "2026 жылғы 31 желтоқсан", "31 декабря 2026", "31 December 2026")]
    public void Days_are_written_as_each_language_writes_them(string day, string kazakh, string russian, string english)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var book = new PhraseBook();
        book.In(Language.Kazakh).Long(date).ShouldBe(kazakh);
        book.In(Language.Russian).Long(date).ShouldBe(russian);
        book.In(Language.English).Long(date).ShouldBe(english);
    }

    [Theory]
    [InlineData("2024-01-01", "2024 жылғы қаңтар", "январь 2024", "January 2024")]
    [InlineData("2026-12-31", "2026 жылғы желтоқсан", "декабрь 2026", "December 2026")]
    public void Months_are_written_as_each_language_writes_them(string day, string kazakh, string russian, string english)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var book = new PhraseBook();
        book.In(Language.Kazakh).Month(date).ShouldBe(kazakh);
        book.In(Language.Russian).Month(date).ShouldBe(russian);
        book.In(Language.English).Month(date).ShouldBe(english);
    }

    [Fact]
    public void Every_month_has_a_name_of_its_own()
    {
        var book = new PhraseBook();
        foreach (var language in PhraseBook.Languages)
        {
            Enumerable.Range(1, 12).Select(month => book.In(language).Long(new DateOnly(2026, month, 5))).Distinct(StringComparer.Ordinal).Count().ShouldBe(12);
        }
    }

    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(485, "08:05")]
    [InlineData(1439, "23:59")]
    public void A_minute_of_the_day_is_shown_as_a_clock(int minute, string shown)
    {
        DateWords.Clock(minute).ShouldBe(shown);
        DateWords.Clock(new TimeOnly(minute / 60, minute % 60)).ShouldBe(shown);
    }
}
