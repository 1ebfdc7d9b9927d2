using System.Globalization;

namespace KzNewsBot.Playground.Simulator.Http;

/// <summary>Knows the one valid token, refuses others in the server's words and keeps it out of every record.</summary>
internal sealed class TokenCheck(string token)
{
    private const int MaximumLength = 80;

    public ApiErrorException? Refuse(string given)
    {
        if (string.Equals(given, token, StringComparison.Ordinal))
        {
            return null;
        }

        var colon = given.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || given.StartsWith('0') || given.Length > MaximumLength || given.Contains('/', StringComparison.Ordinal))
        {
            return new ApiErrorException(401, "Unauthorized: invalid token specified");
        }

        return long.TryParse(given.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new ApiErrorException(401, "Unauthorized")
            : new ApiErrorException(421, "Misdirected Request: unallowed token specified");
    }

    public string Hide(string text) => text.Replace(token, "<token>", StringComparison.Ordinal);
}
