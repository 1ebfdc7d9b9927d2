namespace KzNewsBot.Fetching;

/// <summary>A header's value as a log and a terminal may show it: a server can write anything into it, escape sequences too.</summary>
internal static class HeaderText
{
    private const int Longest = 80;

    public static string Shown(string value) => string.Concat(value.Where(character => character is >= ' ' and <= '~').Take(Longest));
}
