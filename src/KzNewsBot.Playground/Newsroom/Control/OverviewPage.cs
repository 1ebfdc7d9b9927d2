using KzNewsBot.Playground.Newsroom.Faults;
using KzNewsBot.Playground.Newsroom.Http;
using KzNewsBot.Playground.Newsroom.Outlets;
using KzNewsBot.Playground.Newsroom.Schedule;

namespace KzNewsBot.Playground.Newsroom.Control;

internal static class OverviewPage
{
    public static string Write(OutletBook outlets, Timeline timeline, Addresses addresses, FaultPlan faults, VisitLog log, DateTimeOffset now) => "";
}
