using System.Text.Json.Nodes;
using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Playground.Newsroom.Http;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Schedule;
using KzNewsBot.Playground.Simulator.Control;

namespace KzNewsBot.Playground.Newsroom.Control;

/// <summary>The /newsroom endpoints, on every port: what people and tests see of the invented outlets and how they spoil them.</summary>
internal sealed class NewsroomApi(OutletBook outlets, Timeline timeline, Addresses addresses, FaultPlan faults, VisitLog log, TimeProvider clock)
{
    private const int Upcoming = 30;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var newsroom = endpoints.MapGroup("/newsroom");
        newsroom.MapGet("/", (RequestDelegate)SendOverviewAsync);
        newsroom.MapGet("/overview.css", http => SendFileAsync(http, "overview.css", "text/css"));
        newsroom.MapGet("/sources.json", http => SendAsync(http, SourceListing.Write(outlets, addresses), "application/json"));
        newsroom.MapGet("/articles", Handle((_, _) => Articles()));
        newsroom.MapGet("/requests", Handle((_, _) => NewsroomJson.Array(log.All.Select(NewsroomJson.Request))));
        newsroom.MapDelete("/requests", Handle((_, _) =>
        {
            log.Clear();
            return new JsonObject();
        }));
        newsroom.MapGet("/faults", Handle((_, _) => NewsroomJson.Array(faults.All.Select(NewsroomJson.Fault))));
        newsroom.MapPost("/faults", Handle((_, body) =>
        {
            var fault = FaultOrder.Read(body, outlets);
            faults.Add(fault);
            return NewsroomJson.Fault(fault);
        }));
        newsroom.MapDelete("/faults", Handle((http, _) =>
        {
            var outlet = http.Request.Query["outlet"].ToString();
            faults.Clear(outlet.Length == 0 ? null : outlet);
            return new JsonObject();
        }));
    }

    private JsonArray Articles()
    {
        var now = clock.GetUtcNow();
        return NewsroomJson.Array(timeline.PublishedBy(now).Concat(timeline.After(now).Take(Upcoming))
            .Select(publication => NewsroomJson.Article(publication, addresses, now)));
    }

    private Task SendOverviewAsync(HttpContext http)
    {
        // It runs nothing and loads nothing but its own style.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";
        return SendAsync(http, OverviewPage.Write(outlets, timeline, addresses, faults, log, clock.GetUtcNow()), "text/html");
    }

    private static Task SendFileAsync(HttpContext http, string name, string mediaType) =>
        SendAsync(http, Resources.Read($"Control/{name}"), mediaType);

    private static Task SendAsync(HttpContext http, string text, string mediaType)
    {
        http.Response.ContentType = $"{mediaType}; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    private static RequestDelegate Handle(Func<HttpContext, ControlBody, JsonNode> answer) => async http =>
    {
        try
        {
            var body = await ControlBody.ReadAsync(http.Request, http.RequestAborted);
            await SendAsync(http, answer(http, body).ToJsonString(), "application/json");
        }
        catch (ControlErrorException e)
        {
            http.Response.StatusCode = e.Status;
            await SendAsync(http, new JsonObject { ["error"] = e.Message }.ToJsonString(), "application/json");
        }
    };
}
