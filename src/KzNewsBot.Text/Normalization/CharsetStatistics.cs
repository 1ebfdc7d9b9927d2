using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>
/// Tells the 8-bit encoding of a text by its letters: the true one gives the commonest pairs of letters. In trials on
/// cuts of Russian and Kazakh text 15 characters were enough to tell all of them apart.
/// </summary>
internal sealed class CharsetStatistics
{
    /// <summary>More bytes beyond ASCII teach nothing new.</summary>
    private const int MaxSample = 20_000;

    /// <summary>Half bits a pair. Russian and Kazakh stay below 10, Greek and Hebrew do not.</summary>
    private const double ForeignCost = 11;

    /// <summary>Bits of evidence that halve the doubt, which is one half to begin with.</summary>
    private const double BitsPerHalving = 4;

    /// <summary>A declaration counts more than letters until the letters are that sure.</summary>
    private const double ContradictingBits = 20;
    private const double ContradictingAverage = 0.15;

    /// <summary>Nobody types this carefully by chance: é and “ where Latin text has them.</summary>
    private const double WesternConfidence = 0.7;

    private static readonly LetterReader[] Readers = [.. Charsets.Cyrillic.Select(encoding => new LetterReader(encoding))];

    private readonly byte[] sample;
    private readonly LetterCost[] costs;
    private readonly int best;

    public CharsetStatistics(ReadOnlySpan<byte> bytes)
    {
        sample = Sample(bytes);
        costs = [.. Readers.Select(reader => reader.Read(sample))];
        best = Array.IndexOf(costs, costs.MinBy(cost => cost.Average));
        Encoding = IsCyrillic ? Charsets.Cyrillic[best] : WesternShape.Fits(sample) ? Charsets.Western : null;
        Confidence = IsCyrillic ? CyrillicConfidence() : Encoding is null ? 0 : WesternConfidence;
    }

    /// <summary>The likeliest encoding; null for a script or a mixture that none of ours is.</summary>
    public Encoding? Encoding { get; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; }

    private bool IsCyrillic => costs[best] is { Pairs: > 0 } && costs[best].Average <= ForeignCost;

    /// <summary>True when an encoding gives the same text as the likeliest one.</summary>
    public bool Agrees(Encoding declared) =>
        Encoding is not null && string.Equals(Encoding.GetString(sample), declared.GetString(sample), StringComparison.Ordinal);

    /// <summary>True when the letters speak clearly for Russian or Kazakh in another encoding than the declared one.</summary>
    public bool Contradicts(Encoding declared)
    {
        if (!IsCyrillic || Agrees(declared) || !(Charsets.IsServerDefault(declared) || Charsets.Cyrillic.Contains(declared)))
        {
            return false;
        }

        var cost = new LetterReader(declared).Read(sample);
        return cost.Average - costs[best].Average >= ContradictingAverage && BitsBetween(cost, costs[best]) >= ContradictingBits;
    }

    private double CyrillicConfidence()
    {
        var text = Charsets.Cyrillic[best].GetString(sample);
        var rivals = costs.Where((_, i) => !string.Equals(Charsets.Cyrillic[i].GetString(sample), text, StringComparison.Ordinal)).ToList();
        return rivals.Count == 0
            ? 1
            : 1 - (Math.Pow(2, -BitsBetween(rivals.MinBy(cost => cost.Average), costs[best]) / BitsPerHalving) / 2);
    }

    private static double BitsBetween(LetterCost worse, LetterCost better) => (worse.Average - better.Average) * better.Pairs / 2;

    /// <summary>The bytes beyond ASCII with the letters that touch them; everything between is one space.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> bytes)
    {
        var taken = new List<byte>(Math.Min(bytes.Length, MaxSample));
        for (var i = 0; i < bytes.Length && taken.Count < MaxSample; i++)
        {
            var touches = (i > 0 && bytes[i - 1] >= 0x80) || (i + 1 < bytes.Length && bytes[i + 1] >= 0x80);
            if (bytes[i] >= 0x80 || (touches && char.IsAsciiLetter((char)bytes[i])))
            {
                taken.Add(bytes[i]);
            }
            else if (taken.Count > 0 && taken[^1] != (byte)' ')
            {
                taken.Add((byte)' ');
            }
        }

        return [.. taken];
    }
}

/// <summary>Recognizes windows-1252 in Latin text: accented letters inside words, typographic quotes and dashes.</summary>
internal static class WesternShape
{
    private const string Usual = "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜ";
    private const string Typography = "\u00A0\u00AD€‚„…‘’“”•–—™£©«»®°·";

    public static bool Fits(ReadOnlySpan<byte> sample)
    {
        int high = 0, usual = 0, alone = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 0x80)
            {
                continue;
            }

            high++;
            var character = Charsets.Western.GetString(sample.Slice(i, 1))[0];
            usual += Usual.Contains(character, StringComparison.Ordinal) || Typography.Contains(character, StringComparison.Ordinal) ? 1 : 0;
            alone += IsAscii(sample, i - 1) || IsAscii(sample, i + 1) ? 1 : 0;
        }

        return high > 0 && usual * 10 >= high * 9 && alone * 10 >= high * 7;
    }

    private static bool IsAscii(ReadOnlySpan<byte> sample, int at) => at >= 0 && at < sample.Length && sample[at] < 0x80;
}
