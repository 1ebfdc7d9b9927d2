using System.Globalization;
using KzNewsBot.Text.Dates;

namespace KzNewsBot.Text.Extraction;

/// <summary>The day in an address: "/2024/03/05/", "/2024-03-05-most", "/20240305/", "/2024/march/05/".</summary>
internal static class AddressDate
{
    public static DateCandidate? Find(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true })
        {
            return null;
        }

        var folders = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < folders.Length; i++)
        {
            if ((InFolders(folders, i) ?? InFolder(folders[i])) is { } day)
            {
                var date = new DateMention(day, null, null, new TextSpan(0, address.AbsolutePath.Length));
                return new DateCandidate(date, DateOrigin.Url, address.AbsolutePath);
            }
        }

        return null;
    }

    private static DateOnly? InFolders(string[] folders, int at)
    {
        if (at + 2 >= folders.Length || folders[at].Length != 4)
        {
            return null;
        }

        var month = folders[at + 1].Length >= 3 && MonthNames.Find(folders[at + 1]) is { } named ? named.ToString(CultureInfo.InvariantCulture) : folders[at + 1];
        return Day($"{folders[at]}-{month}-{Digits(folders[at + 2])}");
    }

    private static DateOnly? InFolder(string folder)
    {
        var head = folder.Length > 10 && folder[10] is '-' or '_' or '.' or '+' ? folder[..10] : folder;
        return head.Length == 8 ? Day(head) : head.Length == 10 && head[4] == '-' ? Day(head) : null;
    }

    /// <summary>"05-most-otkryt.html" begins with its day.</summary>
    private static string Digits(string folder)
    {
        var end = 0;
        while (end < folder.Length && char.IsAsciiDigit(folder[end]))
        {
            end++;
        }

        return end is 1 or 2 && (end == folder.Length || folder[end] is '-' or '_' or '.') ? folder[..end] : "";
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-M-d", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1990 and <= 2100
            ? day
            : null;
}
