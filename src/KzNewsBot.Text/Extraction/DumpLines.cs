using KzNewsBot.Text.Normalization;

namespace KzNewsBot.Text.Extraction;

/// <summary>Splits a dump into its non-empty lines, remembering where empty ones stood.</summary>
internal static class DumpLines
{
    public static List<DumpLine> Split(string text)
    {
        var lines = new List<DumpLine>();
        var blank = false;
        foreach (var range in TextCleaner.Clean(text).Split('\n'))
        {
            var line = TextCleaner.CleanLine(range).Trim();
            if (line.Length == 0)
            {
                blank = true;
                continue;
            }

            lines.Add(new DumpLine(line, blank));
            blank = false;
        }

        return lines;
    }
}
