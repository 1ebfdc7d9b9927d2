using System.IO.Compression;

namespace KzNewsBot.Text.Languages;

/// <summary>
/// Letter trigrams of the languages of each script. Cavnar and Trenkle, "N-gram-based text categorization", 1994, with
/// interpolated probabilities in place of ranks: Witten and Bell, "The zero-frequency problem", 1991.
/// </summary>
internal sealed record LanguageModel(ScriptModel Cyrillic, ScriptModel Latin)
{
    private static readonly Lazy<LanguageModel> Embedded = new(ReadEmbedded);

    /// <summary>The model that ships with the bot; languages.md beside it states its origin.</summary>
    public static LanguageModel Shipped => Embedded.Value;

    public static LanguageModel Read(Stream stream)
    {
        using var plain = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(plain);
        return new LanguageModel(ScriptModel.Read(reader), ScriptModel.Read(reader));
    }

    public void Write(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(packed);
        Cyrillic.Write(writer);
        Latin.Write(writer);
    }

    private static LanguageModel ReadEmbedded()
    {
        using var stream = EmbeddedData.Open("languages.bin");
        return Read(stream);
    }
}
