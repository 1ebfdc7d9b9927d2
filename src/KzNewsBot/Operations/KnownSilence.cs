using System.Globalization;

namespace KzNewsBot.Operations;

/// <summary>What the operator has been told of, which voices are silent or which roads retired, by their ids, as it is kept between two looks.</summary>
/// <param name="Number">Of the last message: two processes can't both send the next one.</param>
internal sealed record KnownSilence(int Number, IReadOnlyList<string> Ids)
{
    /// <summary>"NUMBER ID ID …"; nothing known from anything else.</summary>
    public static KnownSilence Parse(string? text) =>
        text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, .. var ids] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new KnownSilence(number, ids)
            : new KnownSilence(0, []);

    /// <summary>Silent stays who has not spoken, however long; who is no longer asked is dropped without a word.</summary>
    public KnownSilence After(OutletVoices voices, bool told) => new(
        told ? Number + 1 : Number,
        [.. Ids.Where(id => voices.Collected.ContainsKey(id) && !voices.Speaking.Contains(id)).Union(voices.Silent.Select(outlet => outlet.Voice.Id), StringComparer.Ordinal)]);

    public override string ToString() => string.Join(' ', [Number.ToString(CultureInfo.InvariantCulture), .. Ids]);
}
