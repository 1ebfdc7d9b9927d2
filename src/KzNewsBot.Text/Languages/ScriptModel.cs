namespace KzNewsBot.Text.Languages;

/// <summary>What each letter costs each language of one script, given the two letters before it.</summary>
internal sealed class ScriptModel
{
    /// <summary>Letters of a gram; a word begins and ends with <see cref="Edge"/>.</summary>
    public const int Order = 3;

    public const char Edge = ' ';

    /// <summary>One step of a cost is a sixteenth of a nat; 255 steps are the dearest letter.</summary>
    private const double StepsPerNat = 16;

    private readonly IReadOnlyList<string> _codes;
    private readonly Dictionary<ulong, int> _rows;
    private readonly ulong[] _grams;
    private readonly byte[] _costs;

    /// <param name="codes">Tags of the languages, such as "kk" or "kk-Latn".</param>
    /// <param name="grams">Packed by <see cref="Pack"/>, in ascending order.</param>
    /// <param name="costs">For each gram the cost in each language, in the order of <paramref name="codes"/>.</param>
    private ScriptModel(IReadOnlyList<string> codes, ulong[] grams, byte[] costs)
    {
        (_codes, _grams, _costs) = (codes, grams, costs);
        Languages = [.. codes.Select(LanguageCodes.Parse)];
        _rows = new Dictionary<ulong, int>(grams.Length);
        for (var i = 0; i < grams.Length; i++)
        {
            _rows[grams[i]] = i * codes.Count;
        }
    }

    /// <summary>The language of each likelihood; several of the neighbours are <see cref="Language.Other"/>.</summary>
    public IReadOnlyList<Language> Languages { get; }

    /// <param name="probabilities">For each gram the probability of its last letter in each language, above 0 to 1.</param>
    public static ScriptModel Of(IReadOnlyList<string> codes, IReadOnlyDictionary<string, double[]> probabilities)
    {
        var ordered = probabilities.Select(row => (Gram: Pack(row.Key), row.Value)).OrderBy(row => row.Gram).ToList();
        return new ScriptModel(
            codes,
            [.. ordered.Select(row => row.Gram)],
            [.. ordered.SelectMany(row => row.Value).Select(value => (byte)Math.Min(byte.MaxValue, Math.Round(-Math.Log(value) * StepsPerNat)))]);
    }

    public static ScriptModel Read(BinaryReader reader)
    {
        var codes = new string[reader.ReadByte()];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = reader.ReadString();
        }

        var grams = new ulong[reader.ReadInt32()];
        var last = 0UL;
        for (var i = 0; i < grams.Length; i++)
        {
            last += (ulong)reader.Read7BitEncodedInt64();
            grams[i] = last;
        }

        return new ScriptModel(codes, grams, reader.ReadBytes(grams.Length * codes.Length));
    }

    /// <summary>Little-endian: the languages, the number of grams, the distance of each gram from the one before, the costs.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)_codes.Count);
        foreach (var code in _codes)
        {
            writer.Write(code);
        }

        writer.Write(_grams.Length);
        var last = 0UL;
        foreach (var gram in _grams)
        {
            writer.Write7BitEncodedInt64((long)(gram - last));
            last = gram;
        }

        writer.Write(_costs);
    }

    /// <summary>The logarithm of the probability of the words in each language, in nats.</summary>
    public double[] LogLikelihoods(IEnumerable<string> words)
    {
        var costs = new long[_codes.Count];
        foreach (var word in words)
        {
            ulong gram = Edge;
            foreach (var letter in word)
            {
                gram = Next(gram, letter);
                Add(gram, costs);
            }

            Add(Next(gram, Edge), costs);
        }

        return [.. costs.Select(cost => -cost / StepsPerNat)];
    }

    private static ulong Pack(string gram) => gram.Aggregate(0UL, Next);

    private static ulong Next(ulong gram, char letter) => ((gram << 16) | letter) & 0xFFFF_FFFF_FFFF;

    /// <summary>The longest known end of the gram counts; a letter that no language has tells nothing.</summary>
    private void Add(ulong gram, long[] costs)
    {
        for (var length = Order; length > 0; length--)
        {
            if (_rows.TryGetValue(gram & (~0UL >> (64 - (16 * length))), out var row))
            {
                for (var i = 0; i < costs.Length; i++)
                {
                    costs[i] += _costs[row + i];
                }

                return;
            }
        }
    }
}
