using System.Net;
using KzNewsBot.Playground.Simulator.Control;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Tests.Simulator;

public sealed class CallbackTests
{
    private const string TooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    private const string Button = ""","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"v1:open"}]]}""";

    [Fact]
    public async Task A_pressed_button_reaches_the_bot_and_is_answered_once()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var message = await telegram.SendTextAsync("x", Button);
        var pressed = await telegram.ControlAsync(HttpMethod.Post, "/chats/501/buttons", $$"""{"messageId":{{message}},"data":"v1:open"}""");
        var id = pressed.Json["callbackQueryId"]!.GetValue<string>();
        var update = (await telegram.GetUpdatesAsync())[0]!["callback_query"]!;
        update["id"]!.GetValue<string>().ShouldBe(id);
        update["data"]!.GetValue<string>().ShouldBe("v1:open");
        update["message"]!["message_id"]!.GetValue<int>().ShouldBe(message);
        (await telegram.CallNowAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{id}}","text":"ok"}""")).ShouldSucceed();
        (await telegram.CallNowAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{id}}"}""")).ShouldRefuse(400, TooOld);
        telegram.Clock.Advance(TimeSpan.FromMinutes(1));
        telegram.Simulator.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_press_without_such_a_button_is_refused_with_a_sentence()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var message = await telegram.SendTextAsync("x", Button);
        var refused = await telegram.ControlAsync(HttpMethod.Post, "/chats/501/buttons", $$"""{"messageId":{{message}},"data":"v0:gone"}""");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Json["error"]!.GetValue<string>().ShouldContain("v0:gone");
    }

    [Fact]
    public async Task After_150_seconds_the_query_is_too_old_and_the_update_gone()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var message = await telegram.SendTextAsync("x", Button);
        var id = telegram.Simulator.PressButton(501, message, "v1:open");
        telegram.Clock.Advance(TimeSpan.FromSeconds(151));
        (await telegram.CallNowAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{id}}"}""")).ShouldRefuse(400, TooOld);
        (await telegram.GetUpdatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_later_than_ten_seconds_is_a_finding()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var id = telegram.Simulator.PressButton(501, await telegram.SendTextAsync("x", Button), "v1:open");
        telegram.Clock.Advance(TimeSpan.FromSeconds(10));
        telegram.Simulator.Findings().ShouldBeEmpty();
        telegram.Clock.Advance(TimeSpan.FromSeconds(1));
        (await telegram.CallNowAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{id}}"}""")).ShouldSucceed();
        telegram.Simulator.Findings().ShouldHaveSingleItem().Sentence.ShouldContain(id);
    }

    [Fact]
    public async Task The_text_has_200_characters_and_the_address_opens_the_bot()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var message = await telegram.SendTextAsync("x", Button);
        async Task<Answer> AnswerAsync(string rest) => await telegram.CallNowAsync(
            "answerCallbackQuery",
            $$"""{"callback_query_id":"{{telegram.Simulator.PressButton(501, message, "v1:open")}}",{{rest}}}""");

        (await AnswerAsync($"\"text\":\"{new string('ы', 200)}\"")).ShouldSucceed();
        (await AnswerAsync($"\"text\":\"{new string('ы', 201)}\"")).ShouldRefuse(400, "Bad Request: MESSAGE_TOO_LONG");
        (await AnswerAsync("\"url\":\"https://kz.example\"")).ShouldRefuse(400, "Bad Request: URL_INVALID");
        (await AnswerAsync("\"url\":\"https://t.me/kznews_playground_bot?start=x\"")).ShouldSucceed();
    }

    [Fact]
    public async Task In_a_group_that_moved_buttons_can_be_pressed_and_calls_are_sent_on()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var group = telegram.Simulator.CreateChat(ChatKind.Group, "Growing");
        var message = (await telegram.CallAsync("sendMessage", $$"""{"chat_id":{{group}},"text":"x"{{Button}}}""")).Result["message_id"]!.GetValue<int>();
        var successor = telegram.Simulator.Play(group, "migrate");
        telegram.ForgetUpdates();

        var id = telegram.Simulator.PressButton(group, message, "v1:open", from: 900);
        var update = (await telegram.GetUpdatesAsync())[0]!["callback_query"]!;
        update["message"]!["chat"]!["id"]!.GetValue<long>().ShouldBe(group);
        (await telegram.CallNowAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{id}}"}""")).ShouldSucceed();
        var edit = await telegram.CallAsync("editMessageText", $$"""{"chat_id":{{group}},"message_id":{{message}},"text":"y"}""");
        edit.ShouldRefuse(400, "Bad Request: group chat was upgraded to a supergroup chat");
        edit.Json["parameters"]!["migrate_to_chat_id"]!.GetValue<long>().ShouldBe(successor);
        Should.Throw<ControlErrorException>(() => telegram.Simulator.SendText(group, "still here", from: 900));
    }
}
