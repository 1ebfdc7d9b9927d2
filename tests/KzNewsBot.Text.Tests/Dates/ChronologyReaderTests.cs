using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Tests.Dates;

public sealed class ChronologyReaderTests
{
    private static readonly DateOnly Published = new(2025, 8, 21);

    [Theory]
    [InlineData("План принят 7 марта 2011 года.", "2011-03-07")]
    [InlineData("Приказ от 05.09.2019 отменён.", "2019-09-05")]
    [InlineData("Центр открыт в мае 2014 года.", "2014-05")]
    [InlineData("В марте этого года прошли сборы.", "2025-03")]
    [InlineData("В июне прошлого года их отменили.", "2024-06")]
    [InlineData("Учения начнутся 3 сентября.", "2025-09-03")]
    [InlineData("Он служил с 2009 по 2012 год.", "2009/2012")]
    [InlineData("Осенью 2021 года мост закрыли.", "2021-autumn")]
    [InlineData("В 90-х годах базу закрыли.", "199x")]
    [InlineData("Договор подписан в 1998 году.", "1998")]
    [InlineData("Келісім 2016 жылғы 4 мамырда жасалды.", "2016-05-04")]
    [InlineData("Орталық 2013 жылы ашылды.", "2013")]
    [InlineData("The accord was signed on June 9, 2017.", "2017-06-09")]
    [InlineData("The base closed in 1997.", "1997")]
    public void A_date_is_read_as_far_as_it_goes(string text, string value) =>
        ChronologyReader.Read(text, Published).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Theory]
    [InlineData("Резолюция 1973 принята большинством.")]
    [InlineData("Потрачено 2010 тенге.")]
    [InlineData("Приехали 1999 человек.")]
    [InlineData("Приказ от 31.02.2019 не найден.")]
    public void A_number_is_no_date(string text) => ChronologyReader.Read(text, Published).ShouldBeEmpty();

    [Fact]
    public void A_date_without_a_year_needs_the_day_of_publication() =>
        ChronologyReader.Read("Учения начнутся 3 сентября.", null).ShouldBeEmpty();
}
