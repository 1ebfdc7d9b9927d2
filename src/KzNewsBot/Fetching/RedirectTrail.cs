namespace KzNewsBot.Fetching;

/// <summary>The way from the asked address to where an answer is, and the rules of following.</summary>
internal sealed class RedirectTrail(Uri start, int limit)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal) { Key(start) };

    private bool _permanent = true;

    public Uri Current { get; private set; } = start;

    /// <summary>Null unless there was a redirect and every one was permanent.</summary>
    public Uri? MovedTo => _permanent && _seen.Count > 1 ? Current : null;

    /// <summary>Null when the step may be taken; it then has been.</summary>
    public FetchOutcome? Follow(Hop.Moved step)
    {
        // Only http can lead to http again: what came over TLS isn't handed to whoever listens on the way.
        if (Current.Scheme == Uri.UriSchemeHttps && step.To.Scheme == Uri.UriSchemeHttp)
        {
            return new FetchOutcome.Refused(RefusalReason.Downgrade, step.To.IdnHost);
        }

        if (_seen.Contains(Key(step.To)))
        {
            return new FetchOutcome.Failed(FailureReason.RedirectLoop, step.To.IdnHost);
        }

        if (_seen.Count > limit)
        {
            return new FetchOutcome.Failed(FailureReason.TooManyRedirects, step.To.IdnHost);
        }

        _seen.Add(Key(step.To));
        _permanent &= step.Permanent;
        Current = WithoutFragment(step.To);
        return null;
    }

    private static string Key(Uri address) => WithoutFragment(address).AbsoluteUri;

    private static Uri WithoutFragment(Uri address) =>
        address.IsAbsoluteUri && address.Fragment.Length > 0 ? new Uri(address.GetLeftPart(UriPartial.Query)) : address;
}
