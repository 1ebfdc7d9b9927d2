using System.Net;

namespace KzNewsBot.Playground;

/// <summary>
/// Lets in programs of this machine and our own pages. Any site open in the same browser can reach loopback too, under a
/// name of its own that leads there or as a cross-site request, and would steer the bot.
/// </summary>
internal static class OwnPagesOnly
{
    /// <param name="application">Before its routing.</param>
    /// <param name="page">The page, and the root of all that is guarded; empty for the whole application.</param>
    public static void UseOwnPagesOnly(this IApplicationBuilder application, string page = "") => application.Use((http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(page, StringComparison.OrdinalIgnoreCase, out var rest)
            || (IsOfThisMachine(http.Request.Host) && IsOurs(http.Request, isPage: !rest.HasValue || rest == "/")))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOfThisMachine(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Programs send neither header. A link from elsewhere may open the page, which does nothing by itself.</summary>
    private static bool IsOurs(HttpRequest request, bool isPage) =>
        request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        && (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            || (isPage && HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate"));
}
