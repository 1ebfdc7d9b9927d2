namespace KzNewsBot.Text.Dates;

internal enum DatePrecision
{
    Day,
    Month,
    Season,
    Year,
    Range,
    Decade,
}

/// <summary>A date that a text gives to what it tells.</summary>
/// <param name="Value">As ISO 8601 as far as it goes: 2006-01-31, 2004-01, 2002, 2003/2008, 2025-spring, 199x.</param>
/// <param name="Span">The words of the date.</param>
internal sealed record DatedFact(string Value, DatePrecision Precision, TextSpan Span);
