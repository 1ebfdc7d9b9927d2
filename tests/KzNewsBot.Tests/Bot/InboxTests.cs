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
        var inbox = new Inbox(house.Database, house.Get<ClockWatch>(), house.Clock, NullLogger<Inbox>.Instance);
        await inbox.StoreAsync([new Update { Id = 1 }], Token);
        (await inbox.MarkAnsweringAsync(1, Token)).ShouldBeTrue();
        var other = new Inbox(house.Database, house.Get<ClockWatch>(), house.Clock, NullLogger<Inbox>.Instance);
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
        var inbox = new Inbox(house.Database, house.Get<ClockWatch>(), house.Clock, NullLogger<Inbox>.Instance);
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
    public async Task An_update_that_ends_the_program_at_every_start_is_set_aside(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        await new Inbox(house.Database, house.Get<ClockWatch>(), house.Clock, NullLogger<Inbox>.Instance).StoreAsync([new Update { Id = 1 }, new Update { Id = 2 }], Token);
        for (var start = 1; start <= 7; start++)
        {
            var inbox = new Inbox(house.Database, house.Get<ClockWatch>(), house.Clock, NullLogger<Inbox>.Instance);
            await inbox.StoreAsync([new Update { Id = 10 + start }], Token);
            var left = (await inbox.RecoverAsync(Token)).Select(update => update.Id);
            left.ShouldBe(start < 4 ? [1, 2, 10 + start] : [2, 10 + start], "what waits behind it is kept, and has its starts anew");
            await inbox.MarkDoneAsync(10 + start, Token);
        }

        var state = await house.Database.ReadAsync((context, token) => context.Inbox.Where(row => row.UpdateId == 1).Select(row => row.State).SingleAsync(token), Token);
        state.ShouldBe(InboxState.Dead);
    }

    [Theory]
    [ClassData(typeof(EachDatabase))]
    public async Task A_clock_that_is_ahead_for_a_moment_closes_no_question(string provider)
    {
        await using var house = await House.OpenAsync(provider);
        var inbox = new Inbox(house.Database, house.Get<ClockWatch>(), house.Clock, NullLogger<Inbox>.Instance);
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
        var inbox = new Inbox(house.Database, house.Get<ClockWatch>(), house.Clock, NullLogger<Inbox>.Instance);
        await inbox.StoreAsync([new Update { Id = 1 }, new Update { Id = 2 }], Token);
        await house.Database.WriteAsync(
            WritePriority.Background,
            (context, token) => context.Inbox.Where(row => row.UpdateId == 1).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Payload, "{"), token),
            Token);
        (await inbox.RecoverAsync(Token)).ShouldHaveSingleItem().Id.ShouldBe(2);
        var states = await house.Database.ReadAsync((context, token) => context.Inbox.OrderBy(row => row.UpdateId).Select(row => row.State).ToListAsync(token), Token);
        states.ShouldBe([InboxState.Dead, InboxState.Received]);
    }
}
