namespace KzNewsBot.Fetching;

/// <summary>The collector's one door to the web. See FETCHING.md for what it promises outlets and this machine.</summary>
internal sealed class WebFetcher(RedirectFollower follower, RobotsBook robots)
{
    /// <summary>
    /// Waits for the host's turn, asks, and follows redirects. Waiting is bounded only by the token; from then on a
    /// request lasts Fetching:TotalSeconds at most. Throws for cancellation and bugs only.
    /// </summary>
    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken) =>
        follower.FollowAsync(request, request.Kind == FetchKind.Page ? (address, token) => robots.MayAskAsync(address, request.IsBarred, token) : Unasked, cancellationToken);

    private static Task<Permission> Unasked(Uri address, CancellationToken cancellationToken) => Task.FromResult(Permission.Granted);
}
