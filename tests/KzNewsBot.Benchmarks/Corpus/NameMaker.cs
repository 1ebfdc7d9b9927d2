namespace KzNewsBot.Benchmarks.Corpus;

/// <summary>Names nobody bears, from syllables.</summary>
internal static class NameMaker
{
    private static readonly string[] Openings = ["Ар", "Бай", "Дос", "Ер", "Жан", "Кен", "Мар", "Нур", "Сар", "Тул", "Шал", "Ка", "Ору", "Бек", "Ал", "Тас", "Кум", "Ис", "Ра", "Уз"];
    private static readonly string[] Middles = ["ги", "бал", "ма", "лы", "да", "ке", "си", "та", "ра", "жа", "ну", "ша", "би", "го", "ля"];
    private static readonly string[] Endings = ["тау", "кент", "бек", "суат", "лык", "мет", "дан", "рай", "нур", "зар", "кол", "тас", "бай", "хан"];

    public static string Place(Random random) => Pick(random, Openings) + Pick(random, Middles) + Pick(random, Middles) + Pick(random, Endings);

    public static string Person(Random random) =>
        $"{Pick(random, Openings)}{Pick(random, Endings)} {Pick(random, Openings)}{Pick(random, Middles)}{Pick(random, Endings)}ов";

    public static string Pick(Random random, IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
