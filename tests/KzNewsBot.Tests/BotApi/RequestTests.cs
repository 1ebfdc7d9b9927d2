using System.Text;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace KzNewsBot.Tests.BotApi;

public sealed class RequestTests : BotApiTest
{
    [Fact]
    public async Task Get_me_posts_without_parameters()
    {
        Answers("""{"id":424242,"is_bot":true,"first_name":"News"}""");
        await Bot().GetMe(Ct);
        var request = Server.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Path.ShouldBe($"/bot{BotToken}/getMe");
        request.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_updates_passes_the_long_polling_time_as_given()
    {
        Answers("[]");
        await Bot().GetUpdates(
            offset: 11,
            limit: 50,
            timeout: 30,
            allowedUpdates: [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember],
            cancellationToken: Ct);
        ShouldHaveSent("getUpdates", """{"offset":11,"limit":50,"timeout":30,"allowed_updates":["message","callback_query","my_chat_member"]}""");
    }

    [Fact]
    public async Task Send_message_omits_what_is_not_set()
    {
        Answers(SentMessage);
        await Bot().SendMessage(5, "hi", cancellationToken: Ct);
        ShouldHaveSent("sendMessage", """{"chat_id":5,"text":"hi"}""");
    }

    [Fact]
    public async Task Send_message_writes_entities_keyboard_preview_thread_and_reply()
    {
        Answers(SentMessage);
        await Bot().SendMessage(
            chatId: -1001234567890,
            text: "ОДКБ",
            replyParameters: new ReplyParameters { MessageId = 3, AllowSendingWithoutReply = true },
            replyMarkup: new InlineKeyboardMarkup(
            [
                [InlineKeyboardButton.WithCallbackData("1", "s:1"), InlineKeyboardButton.WithUrl("site", "https://example.org/")],
            ]),
            linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
            messageThreadId: 9,
            entities: [new MessageEntity { Type = MessageEntityType.TextLink, Offset = 0, Length = 4, Url = "https://example.org/" }],
            disableNotification: true,
            allowPaidBroadcast: true,
            cancellationToken: Ct);
        ShouldHaveSent("sendMessage", """
            {"chat_id":-1001234567890,"text":"ОДКБ",
             "reply_parameters":{"message_id":3,"allow_sending_without_reply":true},
             "reply_markup":{"inline_keyboard":[[{"text":"1","callback_data":"s:1"},{"text":"site","url":"https://example.org/"}]]},
             "link_preview_options":{"is_disabled":true},"message_thread_id":9,
             "entities":[{"type":"text_link","offset":0,"length":4,"url":"https://example.org/"}],
             "disable_notification":true,"allow_paid_broadcast":true}
            """);
    }

    [Fact]
    public async Task Send_message_takes_its_parameters_in_the_order_of_the_package()
    {
        Answers(SentMessage);
        await Bot().SendMessage("@channel_name", "hi", ParseMode.Html, 3, new ReplyKeyboardRemove(), new LinkPreviewOptions { IsDisabled = true }, 9, null, true, true, "e", "b", true, cancellationToken: Ct);
        var sent = Sent("sendMessage").AsObject();
        sent["parse_mode"]!.GetValue<string>().ShouldBe("html", StringCompareShould.IgnoreCase);
        sent.Remove("parse_mode");
        sent.ToJsonString().ShouldContain("\"@channel_name\"");
        sent["reply_parameters"]!["message_id"]!.GetValue<int>().ShouldBe(3);
        sent["reply_markup"]!["remove_keyboard"]!.GetValue<bool>().ShouldBeTrue();
        sent["message_thread_id"]!.GetValue<int>().ShouldBe(9);
        sent["disable_notification"]!.GetValue<bool>().ShouldBeTrue();
        sent["protect_content"]!.GetValue<bool>().ShouldBeTrue();
        sent["message_effect_id"]!.GetValue<string>().ShouldBe("e");
        sent["business_connection_id"]!.GetValue<string>().ShouldBe("b");
    }

    [Fact]
    public async Task Text_beyond_the_basic_plane_arrives_whole()
    {
        const string Text = "Қазақстан «ҰҚШҰ» — \U0001F1F0\U0001F1FF 👨‍👩‍👧 <b>&\"\\\n";
        Answers(SentMessage.Replace("\"hi\"", System.Text.Json.JsonSerializer.Serialize(Text), StringComparison.Ordinal));
        var message = await Bot().SendMessage(5, Text, cancellationToken: Ct);
        Sent("sendMessage")["text"]!.GetValue<string>().ShouldBe(Text);
        message.Text.ShouldBe(Text);
    }

    [Fact]
    public async Task Reply_keyboard_and_forced_reply_are_written()
    {
        Answers(SentMessage);
        var keyboard = new ReplyKeyboardMarkup([[new KeyboardButton("one"), KeyboardButton.WithRequestLocation("here")]]) { ResizeKeyboard = true };
        await Bot().SendMessage(5, "hi", replyMarkup: keyboard, cancellationToken: Ct);
        ShouldHaveSent("sendMessage", """{"chat_id":5,"text":"hi","reply_markup":{"keyboard":[[{"text":"one"},{"text":"here","request_location":true}]],"resize_keyboard":true}}""");

        Server.Requests.Clear();
        await Bot().SendMessage(5, "hi", replyMarkup: new ForceReplyMarkup { InputFieldPlaceholder = "?" }, cancellationToken: Ct);
        ShouldHaveSent("sendMessage", """{"chat_id":5,"text":"hi","reply_markup":{"force_reply":true,"input_field_placeholder":"?"}}""");
    }

    [Fact]
    public async Task Edit_message_text_and_its_keyboard()
    {
        Answers(SentMessage);
        await Bot().EditMessageText(5, 7, "new", replyMarkup: new InlineKeyboardMarkup().AddButton("a", "1").AddNewRow(InlineKeyboardButton.WithCallbackData("b")), cancellationToken: Ct);
        ShouldHaveSent("editMessageText", """{"chat_id":5,"message_id":7,"text":"new","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"1"}],[{"text":"b","callback_data":"b"}]]}}""");

        Server.Requests.Clear();
        await Bot().EditMessageReplyMarkup(5, 7, cancellationToken: Ct);
        ShouldHaveSent("editMessageReplyMarkup", """{"chat_id":5,"message_id":7}""");
    }

    [Fact]
    public async Task Delete_one_message_or_many()
    {
        await Bot().DeleteMessage(5, 7, Ct);
        ShouldHaveSent("deleteMessage", """{"chat_id":5,"message_id":7}""");

        Server.Requests.Clear();
        await Bot().DeleteMessages(5, [7, 8], Ct);
        ShouldHaveSent("deleteMessages", """{"chat_id":5,"message_ids":[7,8]}""");
    }

    [Fact]
    public async Task Answer_callback_query()
    {
        await Bot().AnswerCallbackQuery("q1", "Done", showAlert: true, cacheTime: 5, cancellationToken: Ct);
        ShouldHaveSent("answerCallbackQuery", """{"callback_query_id":"q1","text":"Done","show_alert":true,"cache_time":5}""");
    }

    [Fact]
    public async Task Send_chat_action()
    {
        await Bot().SendChatAction(5, ChatAction.UploadPhoto, messageThreadId: 9, cancellationToken: Ct);
        ShouldHaveSent("sendChatAction", """{"chat_id":5,"action":"upload_photo","message_thread_id":9}""");
    }

    [Fact]
    public async Task Webhook_is_set_and_deleted()
    {
        await Bot().SetWebhook("https://example.org/hook", maxConnections: 10, allowedUpdates: [], dropPendingUpdates: true, secretToken: "s", cancellationToken: Ct);
        ShouldHaveSent("setWebhook", """{"url":"https://example.org/hook","max_connections":10,"allowed_updates":[],"drop_pending_updates":true,"secret_token":"s"}""");

        Server.Requests.Clear();
        await Bot().DeleteWebhook(cancellationToken: Ct);
        ShouldHaveSent("deleteWebhook", "{}");
    }

    [Fact]
    public async Task Commands_are_set_read_and_deleted_by_scope_and_language()
    {
        await Bot().SetMyCommands([new BotCommand { Command = "nato", Description = "НАТО" }], BotCommandScope.AllPrivateChats(), "ru", Ct);
        ShouldHaveSent("setMyCommands", """{"commands":[{"command":"nato","description":"НАТО"}],"scope":{"type":"all_private_chats"},"language_code":"ru"}""");

        Server.Requests.Clear();
        await Bot().DeleteMyCommands(BotCommandScope.ChatMember(-5, 6), cancellationToken: Ct);
        ShouldHaveSent("deleteMyCommands", """{"scope":{"type":"chat_member","chat_id":-5,"user_id":6}}""");

        Server.Requests.Clear();
        Answers("""[{"command":"nato","description":"НАТО"}]""");
        var commands = await Bot().GetMyCommands(BotCommandScope.Chat("@group_name"), cancellationToken: Ct);
        ShouldHaveSent("getMyCommands", """{"scope":{"type":"chat","chat_id":"@group_name"}}""");
        commands.ShouldHaveSingleItem().Command.ShouldBe("nato");
    }

    [Fact]
    public async Task Profile_texts_and_menu_button_are_set()
    {
        await Bot().SetMyDescription("long", "kk", Ct);
        ShouldHaveSent("setMyDescription", """{"description":"long","language_code":"kk"}""");

        Server.Requests.Clear();
        await Bot().SetMyShortDescription("short", cancellationToken: Ct);
        ShouldHaveSent("setMyShortDescription", """{"short_description":"short"}""");

        Server.Requests.Clear();
        await Bot().SetChatMenuButton(5, new MenuButtonCommands(), Ct);
        ShouldHaveSent("setChatMenuButton", """{"chat_id":5,"menu_button":{"type":"commands"}}""");
    }

    [Fact]
    public async Task Pins_and_leaves()
    {
        await Bot().PinChatMessage(5, 7, disableNotification: true, cancellationToken: Ct);
        ShouldHaveSent("pinChatMessage", """{"chat_id":5,"message_id":7,"disable_notification":true}""");

        Server.Requests.Clear();
        await Bot().UnpinChatMessage(5, 7, cancellationToken: Ct);
        ShouldHaveSent("unpinChatMessage", """{"chat_id":5,"message_id":7}""");

        Server.Requests.Clear();
        await Bot().LeaveChat(-5, Ct);
        ShouldHaveSent("leaveChat", """{"chat_id":-5}""");
    }

    [Fact]
    public async Task Answer_inline_query_with_articles()
    {
        var article = new InlineQueryResultArticle("1", "Title", new InputTextMessageContent("text")) { Description = "d" };
        await Bot().AnswerInlineQuery("q", [article], cacheTime: 30, isPersonal: true, nextOffset: "10", button: new InlineQueryResultsButton("All") { StartParameter = "all" }, cancellationToken: Ct);
        ShouldHaveSent("answerInlineQuery", """
            {"inline_query_id":"q","cache_time":30,"is_personal":true,"next_offset":"10",
             "results":[{"type":"article","id":"1","title":"Title","description":"d","input_message_content":{"message_text":"text"}}],
             "button":{"text":"All","start_parameter":"all"}}
            """);
    }

    [Fact]
    public async Task Photo_by_address_or_id_is_json()
    {
        Answers(SentMessage);
        await Bot().SendPhoto(5, InputFile.FromUri("https://example.org/map.png"), "map", cancellationToken: Ct);
        ShouldHaveSent("sendPhoto", """{"chat_id":5,"photo":"https://example.org/map.png","caption":"map"}""");

        Server.Requests.Clear();
        Answers($"[{SentMessage}]");
        await Bot().SendMediaGroup(5, [new InputMediaPhoto(InputFile.FromFileId("AgAC1")) { Caption = "a" }, new InputMediaPhoto(InputFile.FromFileId("AgAC2"))], cancellationToken: Ct);
        ShouldHaveSent("sendMediaGroup", """{"chat_id":5,"media":[{"type":"photo","media":"AgAC1","caption":"a"},{"type":"photo","media":"AgAC2"}]}""");
    }

    [Fact]
    public async Task A_stream_goes_as_a_form_part()
    {
        Answers(SentMessage);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("pixels-of-the-map"));
        await Bot().SendPhoto(5, InputFile.FromStream(content, "map.png"), "карта", showCaptionAboveMedia: true, cancellationToken: Ct);
        var request = Server.Requests.ShouldHaveSingleItem();
        request.Path.ShouldEndWith("/sendPhoto");
        request.ContentType.ShouldNotBeNull().ShouldStartWith("multipart/form-data");
        request.Body.ShouldContain("pixels-of-the-map");
        request.Body.ShouldContain("map.png");
        request.Body.ShouldContain("attach://0");
        request.Body.ShouldContain("карта");
        request.Body.ShouldMatch("name=\"?chat_id\"?");
    }
}
