using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>
/// Brings back UTF-8 that was read as windows-1251 or windows-1252 and encoded again: «РњРѕСЃС‚» was «Мост». Only runs
/// that are valid UTF-8 from end to end are touched; real text has no such pairs one after another.
/// </summary>
internal static class DoubleEncoding
{
    /// <summary>So many letters, and nothing else beyond ASCII, between two marks of markup are no accident.</summary>
    private const int CertainInSegment = 4;

    /// <summary>So many letters, and this share of everything beyond ASCII: the whole text was spoilt, short words too.</summary>
    private const int CertainInText = 8;
    private const double WholeTextShare = 0.95;

    private static readonly SpoiltRuns[] Pages = [new(Charsets.Cyrillic[0]), new(Charsets.Western)];

    /// <summary>The repaired text, or null where nothing was spoilt.</summary>
    public static string? Repair(string text)
    {
        foreach (var page in Pages)
        {
            var runs = page.Find(text);
            if (runs.Any(run => run.Mended is not null) && Mend(text, runs) is { } repaired)
            {
                return repaired;
            }
        }

        return null;
    }

    private static string? Mend(string text, List<SpoiltRun> runs)
    {
        var whole = IsCertain(runs, CertainInText);
        var mended = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var segment in whole ? [runs] : Segments(text, runs))
        {
            if (!whole && !IsCertain(segment, CertainInSegment))
            {
                continue;
            }

            foreach (var run in segment.Where(run => run.Mended is not null))
            {
                mended.Append(text, copied, run.Start - copied).Append(run.Mended);
                copied = run.Start + run.Length;
            }
        }

        return copied == 0 ? null : mended.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsCertain(List<SpoiltRun> runs, int letters)
    {
        var spoilt = runs.Where(run => run.Mended is not null).ToList();
        return spoilt.Sum(run => run.Letters) >= letters && spoilt.Sum(run => run.Length) >= runs.Sum(run => run.Length) * WholeTextShare;
    }

    /// <summary>The runs between two tags, quotes or line ends: one text of one origin.</summary>
    private static IEnumerable<List<SpoiltRun>> Segments(string text, List<SpoiltRun> runs)
    {
        var segment = new List<SpoiltRun>();
        foreach (var run in runs)
        {
            if (segment is [.., var last] && text.AsSpan(last.Start + last.Length, run.Start - last.Start - last.Length).ContainsAny("<>\"\n"))
            {
                yield return segment;
                segment = [];
            }

            segment.Add(run);
        }

        yield return segment;
    }
}

/// <summary>Characters beyond ASCII that stand together.</summary>
/// <param name="Mended">What they were before they were encoded twice; null when they were not.</param>
/// <param name="Letters">Letters of <paramref name="Mended"/>; a dash or quote, which took three, counts as four.</param>
internal readonly record struct SpoiltRun(int Start, int Length, string? Mended, int Letters);

/// <summary>Finds what one code page made of UTF-8.</summary>
internal sealed class SpoiltRuns
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<char, byte> page = [];

    public SpoiltRuns(Encoding encoding)
    {
        for (var value = 0x80; value <= 0xFF; value++)
        {
            page[encoding.GetString([(byte)value])[0]] = (byte)value;
        }
    }

    /// <summary>Every run beyond ASCII, spoilt or sound.</summary>
    public List<SpoiltRun> Find(string text)
    {
        var runs = new List<SpoiltRun>();
        for (var start = 0; start < text.Length;)
        {
            var offset = text.AsSpan(start).IndexOfAnyExceptInRange('\0', '\x7F');
            if (offset < 0)
            {
                break;
            }

            start += offset;
            var length = text.AsSpan(start).IndexOfAnyInRange('\0', '\x7F');
            length = length < 0 ? text.Length - start : length;
            runs.Add(Read(text.AsSpan(start, length), start));
            start += length;
        }

        return runs;
    }

    private SpoiltRun Read(ReadOnlySpan<char> run, int start)
    {
        var sound = new SpoiltRun(start, run.Length, null, 0);
        if (run.Length < 2 || !IsLead(run[0]) || !page.TryGetValue(run[1], out var second) || second >= 0xC0)
        {
            return sound;
        }

        var bytes = new byte[run.Length];
        for (var i = 0; i < run.Length; i++)
        {
            if (!page.TryGetValue(run[i], out bytes[i]))
            {
                return sound;
            }
        }

        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? sound with { Mended = Strict.GetString(bytes), Letters = Letters(bytes) }
            : sound;
    }

    private bool IsLead(char character) => page.TryGetValue(character, out var value) && value is >= 0xC2 and <= 0xF4;

    private static int Letters(byte[] bytes) => bytes.Sum(value => value switch { >= 0xE0 => 4, >= 0xC0 => 1, _ => 0 });
}
