using System.Text;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KzNewsBot.Tests.BotApi;

public sealed class ResultTests : BotApiTest
{
    [Fact]
    public async Task A_batch_of_updates_is_read()
    {
        Answers("""
            [{"update_id":10,"message":{"message_id":1,"message_thread_id":4,"is_topic_message":true,"date":1700000000,
                "from":{"id":6,"is_bot":false,"first_name":"Ая","language_code":"kk"},
                "chat":{"id":-100500,"type":"supergroup","title":"Ньюс","is_forum":true},
                "text":"/nato@news_bot","entities":[{"type":"bot_command","offset":0,"length":14}],
                "reply_to_message":{"message_id":0,"date":1700000000,"chat":{"id":-100500,"type":"supergroup"},"forum_topic_created":{"name":"T","icon_color":1}}}},
             {"update_id":11,"edited_message":{"message_id":1,"date":1700000000,"edit_date":1700000060,"chat":{"id":5,"type":"private"},"text":"x"}},
             {"update_id":12,"channel_post":{"message_id":2,"date":1700000000,"chat":{"id":-7,"type":"channel"},"sender_chat":{"id":-7,"type":"channel"}}},
             {"update_id":13,"callback_query":{"id":"q","from":{"id":6,"is_bot":false,"first_name":"A"},"chat_instance":"c","data":"s:1",
                "message":{"message_id":3,"date":0,"chat":{"id":5,"type":"private"}}}},
             {"update_id":14,"inline_query":{"id":"i","from":{"id":6,"is_bot":false,"first_name":"A"},"query":"нато","offset":"","chat_type":"sender"}}]
            """);

        var updates = await Bot().GetUpdates(cancellationToken: Ct);

        updates.Select(update => update.Type).ShouldBe(
            [UpdateType.Message, UpdateType.EditedMessage, UpdateType.ChannelPost, UpdateType.CallbackQuery, UpdateType.InlineQuery]);
        updates.Select(update => update.Id).ShouldBe([10, 11, 12, 13, 14]);
        var message = updates[0].Message.ShouldNotBeNull();
        message.Type.ShouldBe(MessageType.Text);
        message.MessageThreadId.ShouldBe(4);
        message.IsTopicMessage.ShouldBeTrue();
        message.Date.ShouldBe(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc));
        message.Date.Kind.ShouldBe(DateTimeKind.Utc);
        message.Chat.Type.ShouldBe(ChatType.Supergroup);
        message.Chat.IsForum.ShouldBeTrue();
        message.From!.LanguageCode.ShouldBe("kk");
        message.Entities.ShouldNotBeNull().ShouldHaveSingleItem().Type.ShouldBe(MessageEntityType.BotCommand);
        message.ReplyToMessage!.ForumTopicCreated!.Name.ShouldBe("T");
        updates[1].EditedMessage!.EditDate.ShouldBe(new DateTime(2023, 11, 14, 22, 14, 20, DateTimeKind.Utc));
        updates[3].CallbackQuery!.Message!.Date.ShouldBe(default);
        updates[4].InlineQuery!.ChatType.ShouldBe(ChatType.Sender);
    }

    [Fact]
    public async Task Membership_changes_are_read_by_status()
    {
        Answers("""
            [{"update_id":1,"my_chat_member":{"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":"A"},"date":1700000000,
                "old_chat_member":{"status":"member","user":{"id":424242,"is_bot":true,"first_name":"News"}},
                "new_chat_member":{"status":"kicked","user":{"id":424242,"is_bot":true,"first_name":"News"},"until_date":0}}},
             {"update_id":2,"my_chat_member":{"chat":{"id":-5,"type":"group","title":"G"},"from":{"id":5,"is_bot":false,"first_name":"A"},"date":1700000000,
                "old_chat_member":{"user":{"id":424242,"is_bot":true,"first_name":"News"},"status":"left"},
                "new_chat_member":{"user":{"id":424242,"is_bot":true,"first_name":"News"},"can_pin_messages":true,"status":"administrator"}}}]
            """);

        var updates = await Bot().GetUpdates(cancellationToken: Ct);

        updates[0].MyChatMember!.OldChatMember.ShouldBeOfType<ChatMemberMember>();
        var banned = updates[0].MyChatMember!.NewChatMember.ShouldBeOfType<ChatMemberBanned>();
        banned.Status.ShouldBe(ChatMemberStatus.Kicked);
        banned.UntilDate.ShouldBeNull();
        banned.IsInChat.ShouldBeFalse();
        updates[1].MyChatMember!.OldChatMember.Status.ShouldBe(ChatMemberStatus.Left);
        updates[1].MyChatMember!.NewChatMember.ShouldBeOfType<ChatMemberAdministrator>().CanPinMessages.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"migrate_to_chat_id\":-100777", MessageType.MigrateToChatId)]
    [InlineData("\"migrate_from_chat_id\":-5", MessageType.MigrateFromChatId)]
    [InlineData("\"left_chat_member\":{\"id\":1,\"is_bot\":true,\"first_name\":\"N\"}", MessageType.LeftChatMember)]
    [InlineData("\"new_chat_members\":[{\"id\":1,\"is_bot\":true,\"first_name\":\"N\"}]", MessageType.NewChatMembers)]
    [InlineData("\"forum_topic_closed\":{}", MessageType.ForumTopicClosed)]
    [InlineData("\"pinned_message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,\"type\":\"group\"}}", MessageType.PinnedMessage)]
    [InlineData("\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}]", MessageType.Photo)]
    [InlineData("\"never_heard_of\":{}", MessageType.Unknown)]
    public async Task Kinds_of_messages_are_told_apart(string field, MessageType expected)
    {
        Answers($$$"""[{"update_id":1,"message":{"message_id":1,"date":1700000000,"chat":{"id":-5,"type":"group"},{{{field}}}}}]""");
        var updates = await Bot().GetUpdates(cancellationToken: Ct);
        updates.ShouldHaveSingleItem().Message!.Type.ShouldBe(expected);
    }

    [Fact]
    public async Task The_bot_learns_who_it_is()
    {
        Answers("""{"id":424242,"is_bot":true,"first_name":"News","username":"news_bot","can_join_groups":true}""");
        var me = await Bot().GetMe(Ct);
        me.Id.ShouldBe(Bot().BotId);
        me.IsBot.ShouldBeTrue();
        me.Username.ShouldBe("news_bot");
        me.CanJoinGroups.ShouldBeTrue();
    }

    [Fact]
    public async Task A_chat_its_members_and_administrators_are_read()
    {
        Answers("""{"id":-5,"type":"group","title":"G","permissions":{"can_send_messages":true},"accent_color_id":1,"max_reaction_count":11}""");
        var chat = await Bot().GetChat(-5, Ct);
        chat.Title.ShouldBe("G");
        chat.Permissions!.CanSendMessages.ShouldBeTrue();
        ShouldHaveSent("getChat", """{"chat_id":-5}""");

        Server.Requests.Clear();
        Answers("""{"status":"restricted","user":{"id":6,"is_bot":false,"first_name":"A"},"is_member":true,"until_date":1700000000}""");
        var member = (await Bot().GetChatMember(-5, 6, Ct)).ShouldBeOfType<ChatMemberRestricted>();
        member.UntilDate.ShouldBe(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc));
        ShouldHaveSent("getChatMember", """{"chat_id":-5,"user_id":6}""");

        Server.Requests.Clear();
        Answers("""[{"status":"creator","user":{"id":6,"is_bot":false,"first_name":"A"},"is_anonymous":true}]""");
        var owner = (await Bot().GetChatAdministrators(-5, cancellationToken: Ct)).ShouldHaveSingleItem().ShouldBeOfType<ChatMemberOwner>();
        owner.IsAnonymous.ShouldBeTrue();
        owner.IsAdmin.ShouldBeTrue();
        ShouldHaveSent("getChatAdministrators", """{"chat_id":-5}""");
    }

    [Fact]
    public async Task The_state_of_the_webhook_is_read()
    {
        Answers("""{"url":"https://example.org/","has_custom_certificate":false,"pending_update_count":3,"last_error_date":1700000000,"last_error_message":"Read timeout expired","allowed_updates":["message"]}""");
        var info = await Bot().GetWebhookInfo(Ct);
        info.PendingUpdateCount.ShouldBe(3);
        info.LastErrorMessage.ShouldBe("Read timeout expired");
        info.LastErrorDate.ShouldBe(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc));
        info.AllowedUpdates.ShouldBe([UpdateType.Message]);
    }

    [Fact]
    public async Task Numbers_may_come_as_strings()
    {
        Answers("""{"message_id":"7","date":1700000000,"chat":{"id":"-100500","type":"supergroup"}}""");
        var message = await Bot().SendMessage(5, "hi", cancellationToken: Ct);
        message.Id.ShouldBe(7);
        message.Chat.Id.ShouldBe(-100500);
    }

    [Fact]
    public async Task A_file_is_looked_up_and_downloaded()
    {
        Server.Answer = request => request.Path.StartsWith("/file/", StringComparison.Ordinal)
            ? RawBotApiServer.Http(System.Net.HttpStatusCode.OK, "text/plain", "страница")
            : RawBotApiServer.Ok("""{"file_id":"F","file_unique_id":"U","file_path":"documents/page.txt","file_size":16}""");
        using var destination = new MemoryStream();
        var file = await Bot().GetInfoAndDownloadFile("F", destination, Ct);
        file.FileSize.ShouldBe(16);
        Encoding.UTF8.GetString(destination.ToArray()).ShouldBe("страница");
        Server.Requests.Last().Path.ShouldBe($"/file/bot{BotToken}/documents/page.txt");
    }
}
