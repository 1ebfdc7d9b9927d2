namespace KzNewsBot.Text.Feeds;

/// <summary>RSS puts an address before the author's name; readers want the name.</summary>
internal static class AuthorText
{
    /// <summary>"a@b.kz (Name)" and "Name &lt;a@b.kz&gt;" give the name; an address alone stays.</summary>
    public static string Read(string text)
    {
        var line = TitleText.FromText(text);
        if (!line.Contains('@', StringComparison.Ordinal))
        {
            return line;
        }

        var opening = line.IndexOfAny(['(', '<']);
        if (opening < 0)
        {
            return line;
        }

        var before = line[..opening].Trim();
        var inside = line[(opening + 1)..].TrimEnd(')', '>', ' ');
        return IsAddress(before) || before.Length == 0 ? inside : before;
    }

    private static bool IsAddress(string text) => text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal);
}
