using System.Buffers;
using System.Text;

namespace KzNewsBot.Text.Normalization;

/// <summary>How far bytes look like UTF-8.</summary>
/// <param name="Sequences">Valid sequences of two and more bytes.</param>
/// <param name="Broken">Invalid stretches, the end cut short not counted.</param>
/// <param name="Cut">Bytes at the end that begin a sequence and do not finish it: the mark of a download cut short.</param>
internal readonly record struct Utf8Shape(int Sequences, int Broken, int Cut)
{
    /// <summary>No old code page forms valid sequences by chance but once in a while.</summary>
    public bool IsLikely => Sequences > 0 && Sequences >= 10 * Broken;

    public static Utf8Shape Of(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, broken = 0;
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return new Utf8Shape(sequences, broken, 0);
            }

            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                return new Utf8Shape(sequences, broken, bytes.Length);
            }

            sequences += status == OperationStatus.Done ? 1 : 0;
            broken += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[length..];
        }
    }
}
