using KzNewsBot.Playground.Simulator;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class GetUpdatesTests
{
    [Fact]
    public async Task An_offset_confirms_what_lies_below_it()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        Write(telegram, 3);
        var ids = Ids(await telegram.GetUpdatesAsync());
        ids.Count.ShouldBe(3);
        ids[0].ShouldBeInRange(2_000_001, 1_000_000_010);
        Ids(await telegram.GetUpdatesAsync()).ShouldBe(ids);
        Ids(await telegram.GetUpdatesAsync("""{"limit":0}""")).ShouldBe([ids[0]]);
        Ids(await telegram.GetUpdatesAsync($$"""{"offset":{{ids[1]}}}""")).ShouldBe([ids[1], ids[2]]);
        Ids(await telegram.GetUpdatesAsync()).ShouldBe([ids[1], ids[2]]);
        Ids(await telegram.GetUpdatesAsync($$"""{"offset":{{ids[2] + 50}}}""")).ShouldBe([ids[1], ids[2]]);
        Ids(await telegram.GetUpdatesAsync("""{"offset":-1}""")).ShouldBe([ids[2]]);
        Ids(await telegram.GetUpdatesAsync()).ShouldBe([ids[2]]);
        Ids(await telegram.GetUpdatesAsync($$"""{"offset":{{ids[2] + 1}}}""")).ShouldBeEmpty();
        Ids(await telegram.GetUpdatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_waiting_poll_is_answered_by_the_first_update()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var poll = telegram.GetUpdatesAsync("""{"timeout":50}""");
        await telegram.WaitUntilPollingAsync();
        poll.IsCompleted.ShouldBeFalse();
        Write(telegram, 1);
        (await poll).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_poll_waits_fifty_seconds_at_most()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var poll = telegram.GetUpdatesAsync("""{"timeout":600}""");
        await telegram.WaitUntilHeldAsync(1, TimeSpan.FromSeconds(50));
        telegram.Clock.Advance(TimeSpan.FromSeconds(49));
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        poll.IsCompleted.ShouldBeFalse();
        telegram.Clock.Advance(TimeSpan.FromSeconds(1));
        (await poll).ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_running_clock_a_poll_ends_by_itself()
    {
        await using var telegram = await LocalTelegram.StartAsync(options => options with { Clock = VirtualClock.Following() });
        (await telegram.GetUpdatesAsync("""{"timeout":1}""")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_older_of_two_waiting_polls_gets_the_conflict()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var older = telegram.CallNowAsync("getUpdates", """{"timeout":50}""");
        await telegram.WaitUntilPollingAsync();
        var newer = telegram.CallNowAsync("getUpdates", """{"timeout":50}""");
        (await older).ShouldRefuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        Write(telegram, 1);
        (await newer).Result.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_poll_that_need_not_wait_disturbs_nobody()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var older = telegram.CallNowAsync("getUpdates", """{"timeout":50}""");
        await telegram.WaitUntilPollingAsync();
        (await telegram.GetUpdatesAsync()).ShouldBeEmpty();
        older.IsCompleted.ShouldBeFalse();
        Write(telegram, 1);
        (await older).ShouldSucceed();
    }

    [Fact]
    public async Task Asking_again_at_once_is_slowed_down()
    {
        await using var telegram = await LocalTelegram.StartAsync(options => options with { GuardBusyPolling = true });
        (await telegram.GetUpdatesAsync()).ShouldBeEmpty();
        var again = telegram.GetUpdatesAsync();
        await telegram.WaitUntilPollingAsync();
        Write(telegram, 2);
        (await again).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Updates_are_kept_for_a_day()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        Write(telegram, 1);
        telegram.Clock.Advance(TimeSpan.FromHours(23));
        (await telegram.GetUpdatesAsync()).Count.ShouldBe(1);
        telegram.Clock.Advance(TimeSpan.FromHours(1));
        (await telegram.GetUpdatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_start_anew_after_an_idle_week()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        Write(telegram, 1);
        var before = Ids(await telegram.GetUpdatesAsync())[0];
        telegram.Clock.Advance(TimeSpan.FromDays(8));
        Write(telegram, 1);
        Ids(await telegram.GetUpdatesAsync())[0].ShouldNotBe(before + 1);
    }

    [Fact]
    public async Task Allowed_updates_are_remembered_and_apply_when_an_update_is_made()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        Write(telegram, 1);
        (await telegram.GetUpdatesAsync("""{"allowed_updates":["callback_query"]}""")).Count.ShouldBe(1);
        Write(telegram, 1);
        (await telegram.GetUpdatesAsync("""{"allowed_updates":"nonsense"}""")).Count.ShouldBe(1);
        await telegram.GetUpdatesAsync("""{"allowed_updates":[]}""");
        Write(telegram, 1);
        (await telegram.GetUpdatesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_group_tells_that_the_bot_was_added()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        telegram.Simulator.CreateChat(ChatKind.Supergroup, "Group");
        telegram.Simulator.CreateChat(ChatKind.Channel, "Channel");
        var updates = await telegram.GetUpdatesAsync();
        updates[0]!["my_chat_member"]!["new_chat_member"]!["status"]!.GetValue<string>().ShouldBe("member");
        updates[1]!["message"]!["new_chat_members"]![0]!["id"]!.GetValue<long>().ShouldBe(123456);
        updates[2]!["my_chat_member"]!["new_chat_member"]!["status"]!.GetValue<string>().ShouldBe("administrator");
    }

    private static void Write(LocalTelegram telegram, int count)
    {
        for (var i = 0; i < count; i++)
        {
            telegram.Simulator.SendText(501, $"text {i}");
        }
    }

    private static List<int> Ids(System.Text.Json.Nodes.JsonArray updates) => [.. updates.Select(update => update!["update_id"]!.GetValue<int>())];
}
