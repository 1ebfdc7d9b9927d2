using System.Collections.Frozen;
using KzNewsBot.Playground.Simulator.Http;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>The methods the simulator answers, by lower-case name. getUpdates waits and stands apart.</summary>
internal static class MethodTable
{
    public const string GetUpdates = "getupdates";

    public static readonly FrozenDictionary<string, Func<ApiCall, ApiAnswer>> Methods =
        new Dictionary<string, Func<ApiCall, ApiAnswer>>(StringComparer.Ordinal)
        {
            ["getme"] = BotProfile.GetMe,
            ["setmyname"] = BotProfile.SetName,
            ["getmyname"] = BotProfile.GetName,
            ["setmydescription"] = BotProfile.SetDescription,
            ["getmydescription"] = BotProfile.GetDescription,
            ["setmyshortdescription"] = BotProfile.SetShortDescription,
            ["getmyshortdescription"] = BotProfile.GetShortDescription,
            ["setchatmenubutton"] = BotProfile.SetMenuButton,
            ["getchatmenubutton"] = BotProfile.GetMenuButton,
            ["setmycommands"] = Commands.Set,
            ["getmycommands"] = Commands.Get,
            ["deletemycommands"] = Commands.Delete,
            ["deletewebhook"] = Webhooks.Delete,
            ["getwebhookinfo"] = Webhooks.Info,
            ["sendmessage"] = SendMessage.Run,
            ["sendphoto"] = SendPhotos.One,
            ["sendmediagroup"] = SendPhotos.Album,
            ["sendchataction"] = SendChatAction.Run,
            ["editmessagetext"] = EditMessages.Text,
            ["editmessagereplymarkup"] = EditMessages.Markup,
            ["deletemessage"] = DeleteMessages.One,
            ["deletemessages"] = DeleteMessages.Many,
            ["answercallbackquery"] = AnswerCallbackQuery.Run,
            ["answerinlinequery"] = InlineAnswers.Run,
            ["pinchatmessage"] = Pins.Pin,
            ["unpinchatmessage"] = Pins.Unpin,
            ["getchat"] = ChatDetails.GetChat,
            ["getchatmember"] = ChatDetails.GetMember,
            ["getchatmembercount"] = ChatDetails.GetMemberCount,
            ["getchatadministrators"] = ChatDetails.GetAdministrators,
            ["leavechat"] = ChatDetails.Leave,
            ["getfile"] = Files.Get,
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
