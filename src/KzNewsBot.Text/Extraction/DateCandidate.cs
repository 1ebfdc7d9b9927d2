using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <summary>One date that a page gives for its article.</summary>
/// <param name="Raw">The characters it was read from.</param>
/// <param name="IsUpdate">Labelled as the day of the last change.</param>
internal sealed record DateCandidate(DateMention Date, DateOrigin Origin, string Raw, bool IsUpdate = false)
{
    /// <summary>Programs fill the first kind, editors write the second, and the address was fixed at publication.</summary>
    public DateWitness Witness => Origin switch
    {
        DateOrigin.Url => DateWitness.Address,
        DateOrigin.TimeElement or DateOrigin.NearTitle or DateOrigin.Labelled or DateOrigin.Relative => DateWitness.Print,
        _ => DateWitness.Data,
    };

    public bool IsUtc => Date is { Time: not null, Offset: { } offset } && offset == TimeSpan.Zero;
}

internal enum DateWitness
{
    Data,
    Print,
    Address,
}
