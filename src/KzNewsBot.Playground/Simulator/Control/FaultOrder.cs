using KzNewsBot.Playground.Simulator.Faults;

namespace KzNewsBot.Playground.Simulator.Control;

/// <summary>Reads {"kind","count","method"?,"chatId"?,"retryAfter"?,"delay"?,"after"?,"description"?} into a fault.</summary>
internal static class FaultOrder
{
    public static Fault Read(ControlBody body)
    {
        var (kind, status) = Kind(body.RequiredText("kind"));
        var delay = body.Duration("delay") ?? TimeSpan.Zero;
        var count = (int)(body.Number("count") ?? 1);
        if (count < 1)
        {
            throw ControlErrorException.BadRequest("\"count\" must be at least 1.");
        }

        if (kind == FaultKind.Delay && delay <= TimeSpan.Zero)
        {
            throw ControlErrorException.BadRequest("A delay needs \"delay\", a positive duration such as PT40S.");
        }

        return new Fault
        {
            Kind = kind,
            Status = status,
            Count = count,
            Delay = delay,
            Method = body.Text("method"),
            ChatId = body.Number("chatId"),
            RetryAfter = (int?)body.Number("retryAfter"),
            AfterEffect = body.Flag("after"),
            Description = body.Text("description"),
        };
    }

    public static (FaultKind Kind, int Status) Kind(string name) => name switch
    {
        "400" or "401" or "403" or "404" or "409" or "429" or "500" or "502" or "504" => (FaultKind.Status, int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)),
        "cutBefore" => (FaultKind.CutBefore, 0),
        "cutAfter" => (FaultKind.CutAfter, 0),
        "broken" => (FaultKind.Broken, 0),
        "delay" => (FaultKind.Delay, 0),
        "hang" => (FaultKind.Hang, 0),
        _ => throw ControlErrorException.BadRequest($"The fault kind \"{name}\" is not known."),
    };
}
