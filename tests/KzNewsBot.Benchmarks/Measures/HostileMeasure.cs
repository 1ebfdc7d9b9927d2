using System.Globalization;
using KzNewsBot.Benchmarks.Harness;
using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Benchmarks.Measures;

/// <summary>Pages made to break a reader: how long until they are refused or read, and what is allocated meanwhile.</summary>
internal static class HostileMeasure
{
    private const int Runs = 5;

    private const string Head = "<html><head><title>Войска вернулись с учений</title></head><body>";

    public static IReadOnlyList<Figure> Run() =>
    [
        .. Measure("200,000 nested elements", Repeat("<div>", 200_000)),
        .. Measure("900 nested elements, of 1,000 that are read", Repeat("<div>", 900) + Repeat("<p>Войска вернулись с учений на полигоне, сообщили в министерстве.</p>", 100)),
        .. Measure("formatting bomb of 2,000", FormattingBomb(2_000)),
        .. Measure("formatting bomb of 60, of 64 that are read", FormattingBomb(60)),
        .. Measure("400,000 empty elements", Repeat("<i></i>", 400_000)),
        .. Measure("one line of 2 MB", "<p>" + Repeat("слово ", 180_000)),
        .. Measure("100,000 attributes", "<div " + Repeat("a=1 ", 100_000) + ">"),
    ];

    private static IEnumerable<Figure> Measure(string what, string html)
    {
        var outcome = "";
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var sample = Timing.Milliseconds(warmUps: 1, Runs, () => outcome = HtmlExtractor.Extract(Head + html + "</body></html>", null, OutletNames.Empty) is ExtractionResult.Skip skip ? $"refused: {skip.Reason}" : "read");
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / (Runs + 1);
        var note = string.Create(CultureInfo.InvariantCulture, $"{html.Length / 1024:N0} K letters, {outcome}");
        yield return new Figure("hostile", what, sample.Percentile(100), "ms", $"{note}, slowest of {Runs}");
        yield return new Figure("hostile", $"{what}: allocated", allocated / 1048576.0, "MB");
    }

    private static string FormattingBomb(int size) =>
        "<p>" + string.Concat(Enumerable.Range(0, size).Select(n => string.Create(CultureInfo.InvariantCulture, $"<b id={n}>"))) + "</p>" + Repeat("<p>x", size);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
