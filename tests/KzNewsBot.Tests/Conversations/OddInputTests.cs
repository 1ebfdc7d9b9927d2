using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.World;
using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.Conversations;

/// <summary>What nobody should send, and somebody will.</summary>
public class OddInputTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("0:mark:nato:on")]
    [InlineData("1:mark:atlantis:on")]
    [InlineData("1:nosuchverb")]
    [InlineData("1:topic:nato:99999999999")]
    [InlineData("1:story:0:nato:0")]
    [InlineData("1:sub")]
    [InlineData(":::")]
    [InlineData("x")]
    [InlineData("1:hello:xx")]
    public async Task A_stale_or_forged_button_is_answered_and_changes_nothing(string data)
    {
        var talk = await stage.MeetAsync();
        var page = await talk.AskAsync("/nato");
        var text = page.Content.Text;
        Forge(talk, page, data);

        var query = talk.Telegram.PressButton(talk.ChatId, page.Id, data);
        await talk.AskAsync("/help");

        talk.Telegram.Requests().ShouldContain(request => request.Method == "answerCallbackQuery" && (string?)request.Parameters["callback_query_id"] == query && request.Status == 200
            && !string.IsNullOrEmpty((string?)request.Parameters["text"]));
        talk.Telegram.Messages(talk.ChatId).Single(message => message.Id == page.Id).Content.Text.ShouldBe(text);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("1:hour:1440")]
    [InlineData("1:hour:-5")]
    [InlineData("1:zone:Mars/Olympus")]
    [InlineData("1:lang:tlh")]
    [InlineData("1:topic:nato:2000000000")]
    public async Task A_forged_value_falls_back_to_the_choice(string data)
    {
        var talk = await stage.MeetAsync();
        var settings = await talk.AskAsync("/settings");
        var text = settings.Content.Text;
        Forge(talk, settings, data);

        await talk.PressAsync(settings, data, message => message.Content.Text != text);

        (await talk.AskAsync("/settings")).Content.Text.ShouldBe(text);
        talk.FoundNothing();
    }

    [Fact]
    public async Task A_very_long_text_gets_one_answer()
    {
        var talk = await stage.MeetAsync();

        await talk.AskAsync(string.Concat(Enumerable.Repeat("слово и ещё ", 340)));
        await talk.AskAsync("/subscribe " + new string('ж', 3000));
        await talk.AskAsync("/search " + string.Concat(Enumerable.Repeat("🇰🇿", 900)));
        await talk.AskAsync("/" + new string('a', 4000));

        talk.BotMessages().Count.ShouldBe(4);
        talk.BotMessages().ShouldAllBe(message => message.Content.Text.Length < 2000);
        talk.FoundNothing();
    }

    [Theory]
    [InlineData("👩‍👩‍👧‍👦🇰🇿👍🏽")]
    [InlineData("/search \u202Eотан\u202C \u2066x\u2069")]
    [InlineData("/subscribe 👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽")]
    [InlineData("/settings z̷̢̛͉̗̺a̴l̵g̶o̸ <b>&amp;</b> *_`[")]
    [InlineData("/search \"' OR 1=1 -- * NEAR(нато)")]
    [InlineData("/search ٠١٢٣ % _ \\")]
    [InlineData("\u200B\u200B/nato")]
    public async Task Emoji_direction_marks_and_markup_do_no_harm(string written)
    {
        var talk = await stage.MeetAsync();

        await talk.AskAsync(written);
        talk.FoundNothing();
    }

    [Fact]
    public async Task Edits_service_messages_and_the_rest_of_an_album_are_passed_over()
    {
        var talk = await stage.MeetAsync();

        await talk.IgnoresAsync(() => Push(talk, "edited_message", """{"text":"/nato","edit_date":1}"""));
        await talk.IgnoresAsync(() => Push(talk, "message", """{"new_chat_title":"НАТО"}"""));
        await talk.IgnoresAsync(() => Push(talk, "message", $$"""{{{Photo}},"media_group_id":"7"}"""));
        talk.FoundNothing();
    }

    [Fact]
    public async Task Words_below_a_picture_are_read_and_a_picture_without_any_is_told_what_is_read()
    {
        var talk = await stage.MeetAsync();

        (await AnsweredAsync($$"""{{{Photo}},"caption":"НАТО"}""")).ShouldStartWith("НАТО · сюжеты");
        (await AnsweredAsync($$"""{{{Photo}}}""")).ShouldStartWith("Бот читает только текст");
        (await AnsweredAsync("""{"sticker":{"file_id":"a","file_unique_id":"b","type":"regular","width":1,"height":1,"is_animated":false,"is_video":false}}""")).ShouldContain("/help");
        talk.FoundNothing();

        async Task<string> AnsweredAsync(string fields)
        {
            var before = talk.BotMessages().Count;
            Push(talk, "message", fields);
            var written = talk.Telegram.SendText(talk.ChatId, "/help");
            await talk.Conversation.NextAsync(talk.ChatId, written, message => message.Content.Text.Contains("\n/help — ", StringComparison.Ordinal));
            talk.BotMessages().Count.ShouldBe(before + 2);
            return talk.BotMessages()[before].Content.Text;
        }
    }

    [Fact]
    public async Task A_picture_in_a_group_is_nobodys_question()
    {
        var talk = await stage.GatherAsync(ChatKind.Group);

        await talk.IgnoresAsync(() => Push(talk, "message", $$"""{{{Photo}},"caption":"НАТО"}""", "group"));
        talk.FoundNothing();
    }

    [Fact]
    public async Task Thirty_messages_at_once_are_all_answered_in_order()
    {
        var talk = await stage.MeetAsync("en");
        var asked = Enumerable.Range(1, 30).Select(number => $"/subscribe word{number}x").ToList();
        foreach (var question in asked)
        {
            talk.Telegram.SendText(talk.ChatId, question);
        }

        await talk.Conversation.PassTimeUntilAsync(() => Task.FromResult(talk.BotMessages().Count >= asked.Count), "all thirty were answered");

        talk.BotMessages().Select(message => message.Content.Text.Split('“', '”')[1]).ShouldBe(Enumerable.Range(1, 30).Select(number => $"word{number}x"));
        talk.FoundNothing();
    }

    private const string Photo = "\"photo\":[{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"width\":1,\"height\":1}]";

    /// <summary>As a changed client does: the server doesn't check what a pressed button holds.</summary>
    private static void Forge(Talk talk, SimulatedMessage message, string data)
    {
        lock (talk.Telegram.World.Gate)
        {
            message.Keyboard = new JsonObject { ["inline_keyboard"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = "!", ["callback_data"] = data })) };
        }
    }

    private static void Push(Talk talk, string kind, string fields, string chat = "private")
    {
        lock (talk.Telegram.World.Gate)
        {
            var message = JsonNode.Parse(fields)?.AsObject() ?? [];
            message["message_id"] = 900_000;
            message["date"] = talk.Telegram.World.Now.ToUnixTimeSeconds();
            message["chat"] = new JsonObject { ["id"] = talk.ChatId, ["type"] = chat, ["first_name"] = "P", ["title"] = "G" };
            message["from"] = new JsonObject { ["id"] = talk.ChatId, ["is_bot"] = false, ["first_name"] = "P" };
            talk.Telegram.World.Updates.Add(kind, message, TimeSpan.FromHours(1), $"chat{talk.ChatId}");
        }
    }
}
