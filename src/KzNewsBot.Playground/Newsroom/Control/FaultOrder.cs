using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Simulator.Control;

namespace KzNewsBot.Playground.Newsroom.Control;

/// <summary>{"outlet","kind","count"?,"on"?,"path"?,"retryAfter"?} as somebody orders it.</summary>
internal static class FaultOrder
{
    public static Fault Read(ControlBody body, OutletBook outlets)
    {
        var outlet = body.RequiredText("outlet");
        if (outlets.Find(outlet) is null)
        {
            throw ControlErrorException.NotFound($"There is no outlet \"{outlet}\"; expected one of {string.Join(", ", outlets.All.Select(known => known.Id))}.");
        }

        var name = body.RequiredText("kind");
        var kind = FaultNames.Find(name)
            ?? throw ControlErrorException.BadRequest($"The fault kind \"{name}\" is not known; expected one of {string.Join(", ", FaultNames.All.Select(known => known.Name))}.");
        var path = body.Text("path");
        var scope = (body.Text("on") ?? (path is null ? "feeds" : "all")) switch
        {
            "feeds" => FaultScope.Feeds,
            "pages" => FaultScope.Pages,
            "all" => FaultScope.All,
            var other => throw ControlErrorException.BadRequest($"\"on\" is \"{other}\"; expected feeds, pages or all."),
        };
        return new Fault(outlet, kind, scope, Count(body, "count", from: 1), Count(body, "retryAfter", from: 0) ?? Fault.DefaultRetryAfter, path);
    }

    private static int? Count(ControlBody body, string name, int from) => body.Number(name) switch
    {
        null => null,
        { } number when number >= from && number <= int.MaxValue => (int)number,
        _ => throw ControlErrorException.BadRequest($"\"{name}\" must be at least {from}."),
    };
}
