using KzNewsBot.Bot;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Telegram.Bot.Types;

namespace KzNewsBot.Tests.Bot;

public class InboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_two_that_would_answer_one_does(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var inbox = Inbox(house);
        await inbox.StoreAsync([new Update { Id = 1 }], Token);
        (await inbox.MarkAnsweringAsync(1, Token)).ShouldBeTrue();
        var other = Inbox(house);
        (await other.MarkAnsweringAsync(1, Token)).ShouldBeFalse();
        (await inbox.MarkAnsweringAsync(1, Token)).ShouldBeTrue("its commit may have succeeded without an answer");
        await inbox.MarkDoneAsync(1, Token);
        (await inbox.MarkAnsweringAsync(1, Token)).ShouldBeFalse();
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task What_nobody_began_is_found_again_and_closed_after_a_day(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var inbox = Inbox(house);
        await inbox.StoreAsync([new Update { Id = 1 }, new Update { Id = 2 }], Token);
        await inbox.MarkAnsweringAsync(2, Token);
        (await inbox.LeftAsync(Token)).ShouldBeEmpty("its queue may still come to it");
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        (await inbox.LeftAsync(Token)).ShouldHaveSingleItem().Id.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await inbox.LeftAsync(Token)).ShouldBeEmpty();
        var state = await house.Database.ReadAsync((context, token) => context.Inbox.Where(row => row.UpdateId == 1).Select(row => row.State).SingleAsync(token), Token);
        state.ShouldBe(InboxState.Done);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Of_all_that_wait_the_one_that_ends_the_program_is_set_aside(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await Inbox(house).StoreAsync([new Update { Id = 1 }, new Update { Id = 2 }, new Update { Id = 3 }], Token);
        Ids((await Inbox(house).RecoverAsync(Token)).Others).ShouldBe([1, 2, 3], "one end of the program may have had any cause");
        for (var start = 2; start <= 3; start++)
        {
            var inbox = Inbox(house);
            await inbox.StoreAsync([new Update { Id = 10 + start }], Token);
            var recovered = await inbox.RecoverAsync(Token);
            Ids(recovered.Suspects).ShouldBe(start == 2 ? [1, 2, 3] : [2, 3, 12]);
            Ids(recovered.Others).ShouldBe([10 + start], "it came since");
            if (start == 2)
            {
                await inbox.NoteBegunAsync(1, Token);
                await inbox.MarkDoneAsync(1, Token);
            }

            await inbox.NoteBegunAsync(2, Token);
        }

        Ids((await Inbox(house).RecoverAsync(Token)).Suspects).ShouldBe([3, 12, 13]);
        var states = await house.Database.ReadAsync((context, token) => context.Inbox.OrderBy(row => row.UpdateId).Select(row => row.State).ToListAsync(token), Token);
        states.ShouldBe([InboxState.Done, InboxState.Dead, InboxState.Received, InboxState.Received, InboxState.Received]);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task Neither_starts_nor_stops_in_order_set_anything_aside(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await Inbox(house).StoreAsync([new Update { Id = 1 }, new Update { Id = 2 }], Token);
        await Inbox(house).RecoverAsync(Token);
        for (var start = 1; start <= 7; start++)
        {
            var inbox = Inbox(house);
            Ids((await inbox.RecoverAsync(Token)).Suspects).ShouldBe([1, 2]);
            await inbox.NoteBegunAsync(1, Token);
            await inbox.NoteSurvivedAsync(1, Token);
        }

        await Inbox(house).NoteStoppedAsync(Token);
        Ids((await Inbox(house).RecoverAsync(Token)).Others).ShouldBe([1, 2], "the last run was told to stop");
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_clock_that_is_ahead_for_a_moment_closes_no_question(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var inbox = Inbox(house);
        await inbox.StoreAsync([new Update { Id = 1 }], Token);
        house.Clock.Set(TimeSpan.FromDays(3));
        (await inbox.LeftAsync(Token)).ShouldBeEmpty();
        house.Clock.Set(-TimeSpan.FromDays(3));
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        (await inbox.LeftAsync(Token)).ShouldHaveSingleItem().Id.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task An_update_that_cannot_be_read_any_more_keeps_nobody_from_starting(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var inbox = Inbox(house);
        await inbox.StoreAsync([new Update { Id = 1 }, new Update { Id = 2 }], Token);
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Inbox.Where(row => row.UpdateId == 1).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Payload, "{"), token),
            Token);
        (await inbox.RecoverAsync(Token)).Others.ShouldHaveSingleItem().Id.ShouldBe(2);
        var states = await house.Database.ReadAsync((context, token) => context.Inbox.OrderBy(row => row.UpdateId).Select(row => row.State).ToListAsync(token), Token);
        states.ShouldBe([InboxState.Dead, InboxState.Received]);
    }

    private static Inbox Inbox(House house) => new(house.Database, house.Get<ClockWatch>(), house.Clock, NullLogger<Inbox>.Instance);

    private static IEnumerable<int> Ids(IEnumerable<Update> updates) => updates.Select(update => update.Id);
}
