using KzNewsBot.Text;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Tests.Articles;

/// <summary>News of our own invention, in the shape in which the extractor hands articles over.</summary>
internal static class News
{
    public const string RussianBody =
        "Казахстан и НАТО провели в Алматы учения миротворцев «Степной ветер». В учениях приняли участие двести военных из девяти стран альянса.\n"
        + "Штаб учений разместился в учебном центре под Капчагаем. Наблюдатели НАТО высоко оценили подготовку казахстанских миротворцев к операциям.";

    public const string OtherRussianBody =
        "В Алматы завершились учения миротворцев «Степной ветер», которые Казахстан провёл вместе с НАТО. Двести военных из девяти стран альянса отработали оборону учебного центра под Капчагаем.\n"
        + "По оценке наблюдателей НАТО, подготовка казахстанских миротворцев заслуживает высокой оценки и доверия партнёров.";

    public const string UnrelatedRussianBody =
        "ШОС утвердила в Бишкеке программу сотрудничества по борьбе с наркоторговлей на следующие пять лет. Программу подписали министры внутренних дел стран ШОС.\n"
        + "Секретариат ШОС подготовит план совместных операций на границах и отчитается о нём перед советом глав государств организации.";

    public static ExtractedArticle Article(
        string title,
        string body = RussianBody,
        Language language = Language.Russian,
        string? url = null,
        string? outlet = null,
        string? day = null,
        string? instant = null) => new()
        {
            Title = title,
            Body = body,
            Language = language,
            CanonicalUrl = url,
            Outlet = outlet,
            Published = day is null ? null : new PublicationDate(
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                instant is null ? null : DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
                DateOrigin.MetaTag,
                day),
        };
}
