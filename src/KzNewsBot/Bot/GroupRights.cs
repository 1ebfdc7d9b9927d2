using KzNewsBot.Delivery;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace KzNewsBot.Bot;

/// <summary>In groups and channels only administrators change what everybody gets.</summary>
internal sealed class GroupRights([FromKeyedServices(DeliverySetup.ReadClient)] ITelegramBotClient client)
{
    public async Task<bool> MayChangeAsync(ChatScene scene, CancellationToken cancellationToken)
    {
        // Without a user it is a channel's own post or an anonymous administrator: both speak for the chat. A button
        // under a channel's post, though, is pressed by any reader.
        if (scene.Kind == ChatKind.Private || scene.UserId is not { } userId)
        {
            return true;
        }

        try
        {
            var member = await client.GetChatMember(scene.Address.ChatId, userId, cancellationToken);
            return member.Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;
        }
        catch (RequestException)
        {
            return false;
        }
    }
}
