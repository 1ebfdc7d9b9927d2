using System.Text;

namespace KzNewsBot.Benchmarks.Harness;

/// <summary>The figures as one Markdown table.</summary>
internal static class Report
{
    public static string Table(IReadOnlyList<Figure> figures)
    {
        var text = new StringBuilder("| area | what | value | unit | note |\n|---|---|---:|---|---|\n");
        foreach (var figure in figures)
        {
            text.Append("| ").Append(figure.Area)
                .Append(" | ").Append(figure.What)
                .Append(" | ").Append(figure.Text)
                .Append(" | ").Append(figure.Unit)
                .Append(" | ").Append(figure.Note).Append(" |\n");
        }

        return text.ToString();
    }
}
