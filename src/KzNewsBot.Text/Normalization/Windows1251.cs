namespace KzNewsBot.Text.Normalization;

/// <summary>Recognizes the old Cyrillic code page where nothing declares it.</summary>
internal static class Windows1251
{
    /// <summary>
    /// Lower-case а–я fill 0xE0–0xFF there, capitals 0xC0–0xDF. Text is mostly lower case, which also tells it
    /// from KOI8-R, where the two halves are swapped.
    /// </summary>
    public static bool IsLikely(ReadOnlySpan<byte> bytes)
    {
        int lower = 0, upper = 0, rare = 0;
        foreach (var value in bytes)
        {
            switch (value)
            {
                case >= 0xE0 or 0xB8 or 0xB3 or 0xBA or 0xBF:
                    lower++;
                    break;
                case >= 0xC0 or 0xA8:
                    upper++;
                    break;
                case 0x85 or 0x91 or 0x92 or 0x93 or 0x94 or 0x95 or 0x96 or 0x97 or 0xA0 or 0xAB or 0xB9 or 0xBB:
                    break;
                case >= 0x80:
                    rare++;
                    break;
            }
        }

        return lower >= 4 && lower > 2 * upper && rare * 20 <= lower + upper;
    }
}
