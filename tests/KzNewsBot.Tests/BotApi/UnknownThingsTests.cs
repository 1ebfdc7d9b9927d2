using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KzNewsBot.Tests.BotApi;

/// <summary>Telegram adds fields, kinds and values several times a year; the bot must not stop at one.</summary>
public sealed class UnknownThingsTests : BotApiTest
{
    [Fact]
    public async Task Unknown_updates_fields_and_values_do_not_hide_their_neighbours()
    {
        Answers("""
            [{"update_id":1,"telepathic_message":{"from":[1,2,{"a":null}]}},
             {"update_id":2},
             {"update_id":3,"message":{"message_id":1,"date":1700000000,"chat":{"id":5,"type":"hologram","mood":{"level":[]}},"text":"a",
                "entities":[{"type":"sparkle","offset":0,"length":1}],"new_thing":[[1]]}},
             {"update_id":4,"message":{"message_id":2,"date":1700000000,"chat":{"id":5,"type":"private"},"text":"b"}}]
            """);

        var updates = await Bot().GetUpdates(cancellationToken: Ct);

        updates.Select(update => update.Id).ShouldBe([1, 2, 3, 4]);
        updates[0].Type.ShouldBe(UpdateType.Unknown);
        updates[1].Type.ShouldBe(UpdateType.Unknown);
        updates[2].Message!.Chat.Type.ShouldBe(default);
        updates[2].Message!.Entities!.ShouldHaveSingleItem().Type.ShouldBe(default);
        updates[3].Message!.Text.ShouldBe("b");
    }

    [Fact]
    public void The_webhook_reads_an_update_with_the_clients_options()
    {
        const string Json = """{"update_id":9,"message":{"message_id":1,"date":1700000000,"chat":{"id":5,"type":"private"},"text":"қ \ud83c\uddf0\ud83c\uddff"}}""";
        var update = JsonSerializer.Deserialize<Update>(Json, JsonBotAPI.Options);
        update.ShouldNotBeNull().Message!.Text.ShouldBe("қ \U0001F1F0\U0001F1FF");
        update.Type.ShouldBe(UpdateType.Message);
    }
}
