using System.Collections.Frozen;
using KzNewsBot.Text;
using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Subscriptions;

/// <summary>Time zones by the cities in which readers live, as they are called in Kazakh, Russian and English.</summary>
internal static class CityZones
{
    /// <summary>A zone and its cities; also the adjective of «по московскому времени».</summary>
    private static readonly (string Zone, string[] Names)[] Table =
    [
        ("Asia/Almaty",
        [
            "Алматы", "Алма-Ата", "Almaty", "Алматинское", "Астана", "Astana", "Астанинское", "Нұр-Сұлтан", "Нур-Султан", "Nur-Sultan", "Шымкент", "Shymkent", "Қарағанды", "Караганда", "Karaganda",
            "Тараз", "Taraz", "Павлодар", "Pavlodar", "Өскемен", "Усть-Каменогорск", "Oskemen", "Семей", "Semey", "Түркістан", "Туркестан", "Turkistan", "Turkestan", "Көкшетау", "Кокшетау", "Kokshetau",
            "Петропавл", "Петропавловск", "Petropavl", "Талдықорған", "Талдыкорган", "Taldykorgan", "Екібастұз", "Экибастуз", "Ekibastuz", "Теміртау", "Темиртау", "Temirtau",
            "Жезқазған", "Жезказган", "Zhezkazgan", "Қонаев", "Конаев", "Konaev", "Қазақстан", "Казахстан", "Kazakhstan",
        ]),
        ("Asia/Qyzylorda", ["Қызылорда", "Кызылорда", "Kyzylorda", "Qyzylorda", "Байқоңыр", "Байконур", "Baikonur"]),
        ("Asia/Qostanay", ["Қостанай", "Костанай", "Kostanay", "Qostanay"]),
        ("Asia/Aqtobe", ["Ақтөбе", "Актобе", "Aktobe", "Aqtobe"]),
        ("Asia/Aqtau", ["Ақтау", "Актау", "Aktau", "Aqtau"]),
        ("Asia/Atyrau", ["Атырау", "Atyrau"]),
        ("Asia/Oral", ["Орал", "Уральск", "Oral", "Uralsk"]),
        ("Europe/Moscow", ["Мәскеу", "Москва", "Moscow", "Московское", "МСК", "MSK"]),
        ("Asia/Tashkent", ["Ташкент", "Tashkent", "Ташкентское"]),
        ("Asia/Bishkek", ["Бішкек", "Бишкек", "Bishkek", "Бишкекское"]),
        ("Asia/Shanghai", ["Бейжің", "Пекин", "Beijing", "Пекинское"]),
        ("Europe/Istanbul", ["Анкара", "Ankara", "Ыстанбұл", "Стамбул", "Istanbul", "Стамбульское"]),
        ("Europe/Brussels", ["Брюссель", "Brussels", "Брюссельское"]),
        ("Europe/Berlin", ["Берлин", "Berlin", "Берлинское"]),
        ("Europe/Paris", ["Париж", "Paris", "Парижское"]),
        ("Europe/London", ["Лондон", "London", "Лондонское"]),
        ("Europe/Vienna", ["Вена", "Vienna", "Венское"]),
        ("Europe/Zurich", ["Женева", "Geneva", "Женевское"]),
        ("America/New_York", ["Нью-Йорк", "New York", "Нью-Йоркское", "Вашингтон", "Washington", "Washington DC", "Вашингтонское"]),
    ];

    private static readonly FrozenSet<string> Fillers =
        ((string[])["по", "в", "во", "время", "времени", "город", "г", "часовой", "пояс", "уақыты", "уақытымен", "уақытына", "бойынша", "қаласы", "белдеуі", "time", "zone", "in"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ZoneOf = Table.SelectMany(row => row.Names.SelectMany(KeysOf).Select(key => (Key: key, row.Zone)))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(pair => pair.Key, pair => pair.Zone, StringComparer.Ordinal);

    /// <summary>The zone of «Берлин», «по Москве», «Алматы уақыты» or "Moscow time"; of several cities, where they have one; null for any other text.</summary>
    public static string? Find(string text) =>
        text.Split(',').Select(FindOne).Distinct(StringComparer.Ordinal).ToList() is [var zone] ? zone : null;

    private static string? FindOne(string text)
    {
        var words = Letters.Fold(text).Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word));
        return KeysOf(string.Join(' ', words)).Select(key => ZoneOf.GetValueOrDefault(key)).FirstOrDefault(zone => zone is not null);
    }

    /// <summary>A name, and what is left of it in any case.</summary>
    private static IEnumerable<string> KeysOf(string name)
    {
        var folded = Letters.Fold(name);
        return new[] { folded, Stemmer.Stem(folded, Language.Russian), Stemmer.Stem(folded, Language.Kazakh) }.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal);
    }
}
