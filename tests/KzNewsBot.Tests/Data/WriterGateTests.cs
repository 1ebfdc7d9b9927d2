using KzNewsBot.Data;

namespace KzNewsBot.Tests.Data;

public class WriterGateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_goes_before_delivery_and_delivery_before_planning()
    {
        var gate = new WriterGate();
        var holder = await gate.EnterAsync(WritePriority.Background, Token);
        var order = new List<string>();
        WritePriority[] waiting = [WritePriority.Background, WritePriority.Delivery, WritePriority.Interactive, WritePriority.Background, WritePriority.Interactive];
        var turns = waiting.Select((priority, place) => TakeTurnAsync(gate, priority, $"{priority} {place}", order)).ToArray();
        holder.Dispose();
        await Task.WhenAll(turns);
        order.ShouldBe(["Interactive 2", "Interactive 4", "Delivery 1", "Background 0", "Background 3"]);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_turn_to_the_next()
    {
        var gate = new WriterGate();
        var holder = await gate.EnterAsync(WritePriority.Interactive, Token);
        using var impatience = new CancellationTokenSource();
        var impatient = gate.EnterAsync(WritePriority.Interactive, impatience.Token);
        var patient = gate.EnterAsync(WritePriority.Background, Token);
        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(impatient);
        patient.IsCompleted.ShouldBeFalse();
        holder.Dispose();
        (await patient.WaitAsync(TimeSpan.FromSeconds(10), Token)).Dispose();
        (await gate.EnterAsync(WritePriority.Background, Token)).Dispose();
    }

    [Fact]
    public async Task Only_one_is_inside_however_many_come_and_give_up()
    {
        var gate = new WriterGate();
        var (inside, most, entered) = (0, 0, 0);
        var random = new Random(11);
        var visits = Enumerable.Range(0, 200).Select(_ => (Priority: (WritePriority)random.Next(3), GivesUp: random.Next(4) == 0)).Select(async visit =>
        {
            using var impatience = new CancellationTokenSource();
            var turn = gate.EnterAsync(visit.Priority, impatience.Token);
            if (visit.GivesUp)
            {
                await impatience.CancelAsync();
            }

            try
            {
                using (await turn)
                {
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    await Task.Yield();
                    Interlocked.Increment(ref entered);
                    Interlocked.Decrement(ref inside);
                }
            }
            catch (OperationCanceledException)
            {
                // Gave up, as some do.
            }
        }).ToArray();
        await Task.WhenAll(visits).WaitAsync(TimeSpan.FromSeconds(20), Token);
        most.ShouldBe(1);
        entered.ShouldBeGreaterThan(100);
        (await gate.EnterAsync(WritePriority.Background, Token).WaitAsync(TimeSpan.FromSeconds(5), Token)).Dispose();
    }

    [Fact]
    public async Task A_cancelled_token_never_enters()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => new WriterGate().EnterAsync(WritePriority.Interactive, cancelled.Token));
    }

    private static async Task TakeTurnAsync(WriterGate gate, WritePriority priority, string name, List<string> order)
    {
        using (await gate.EnterAsync(priority, Token))
        {
            order.Add(name);
        }
    }
}
