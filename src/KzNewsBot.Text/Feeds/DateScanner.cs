using System.Globalization;

namespace KzNewsBot.Text.Feeds;

/// <summary>Steps through a date text; what does not fit is left where it stands.</summary>
internal ref struct DateScanner(ReadOnlySpan<char> text)
{
    /// <summary>The end of the day, which is the next day's beginning.</summary>
    public static readonly TimeOnly Midnight = TimeOnly.MaxValue;

    private ReadOnlySpan<char> rest = text;

    public readonly bool AtEnd => rest.IsEmpty;

    public readonly char Peek => rest.IsEmpty ? '\0' : rest[0];

    public void Skip(string marks)
    {
        while (!rest.IsEmpty && marks.Contains(rest[0], StringComparison.Ordinal))
        {
            rest = rest[1..];
        }
    }

    public bool Take(char mark)
    {
        if (Peek != mark || rest.IsEmpty)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    public readonly int DigitCount
    {
        get
        {
            var count = 0;
            while (count < rest.Length && char.IsAsciiDigit(rest[count]))
            {
                count++;
            }

            return count;
        }
    }

    public readonly bool AtClock => DigitCount is (1 or 2) and var digits && digits < rest.Length && rest[digits] == ':';

    /// <summary>A number of one to so many digits; null, and nothing taken, when there is none.</summary>
    public int? Number(int maxDigits)
    {
        var count = Math.Min(DigitCount, maxDigits);
        if (count == 0)
        {
            return null;
        }

        var value = int.Parse(rest[..count], NumberStyles.None, CultureInfo.InvariantCulture);
        rest = rest[count..];
        return value;
    }

    public ReadOnlySpan<char> Word()
    {
        var count = 0;
        while (count < rest.Length && char.IsLetter(rest[count]))
        {
            count++;
        }

        var word = rest[..count];
        rest = rest[count..];
        return word;
    }

    /// <summary>"10:00", "10:00:59", "1000", "100059", with a fraction that is dropped; <see cref="Midnight"/> for 24:00.</summary>
    public TimeOnly? Clock()
    {
        var before = rest;
        var joined = DigitCount is 4 or 6;
        if (Number(2) is { } hour && (joined || Take(':')) && Number(2) is { } minute)
        {
            var second = (joined ? DigitCount > 0 : Take(':')) ? Number(2) ?? 0 : 0;
            if (Peek is '.' or ',' && rest.Length > 1 && char.IsAsciiDigit(rest[1]))
            {
                rest = rest[1..];
                rest = rest[DigitCount..];
            }

            if (hour == 24 && minute == 0 && second == 0)
            {
                return Midnight;
            }

            if (hour < 24 && minute < 60 && second <= 60)
            {
                return new TimeOnly(joined ? hour : Meridiem(hour), minute, Math.Min(second, 59));
            }
        }

        rest = before;
        return null;
    }

    /// <summary>"3:07 PM", "3:07 p.m.": taken only where it stands for itself.</summary>
    private int Meridiem(int hour)
    {
        var scanner = this;
        scanner.Skip(" ");
        var half = char.ToLowerInvariant(scanner.Peek);
        if (half is not ('a' or 'p') || hour is 0 or > 12)
        {
            return hour;
        }

        scanner.rest = scanner.rest[1..];
        scanner.Take('.');
        if (!scanner.Take('m') && !scanner.Take('M'))
        {
            return hour;
        }

        scanner.Take('.');
        if (char.IsLetter(scanner.Peek))
        {
            return hour;
        }

        rest = scanner.rest;
        return (hour % 12) + (half == 'p' ? 12 : 0);
    }

    /// <summary>"Z", "+0500", "+05:00", "GMT+5", "EST", "(MSK)"; null when none is named or it is unknown.</summary>
    public TimeSpan? Zone(DateOnly day)
    {
        Skip(" (");
        var named = TimeZoneNames.Find(Word(), day);
        if (named is not null && named != TimeSpan.Zero)
        {
            return named;
        }

        var sign = Peek;
        if (sign is not ('+' or '-' or '−') || named is null && DigitsAfterSign() < 1)
        {
            return named;
        }

        rest = rest[1..];
        var joined = DigitCount >= 3;
        var hours = Number(DigitCount == 3 ? 1 : 2) ?? 0;
        var minutes = joined || Take(':') ? Number(2) ?? 0 : 0;
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return sign == '+' ? offset : -offset;
    }

    private readonly int DigitsAfterSign()
    {
        var after = this;
        after.rest = after.rest[1..];
        return after.DigitCount;
    }
}
