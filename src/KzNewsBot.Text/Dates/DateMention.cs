namespace KzNewsBot.Text.Dates;

/// <summary>A full calendar date found in a text.</summary>
/// <param name="Offset">The zone the text names; null when it names none.</param>
/// <param name="Span">The date with its time, without words around it.</param>
internal sealed record DateMention(DateOnly Day, TimeOnly? Time, TimeSpan? Offset, TextSpan Span)
{
    public bool IsZoneAssumed => Time is not null && Offset is null;

    /// <summary>The moment, when a time is given; without a named zone it is Kazakhstan's.</summary>
    public DateTimeOffset? Instant => Time is not { } time
        ? null
        : Offset is { } offset
            ? new DateTimeOffset(Day, time, offset)
            : AlmatyTime.At(Day, time);
}
