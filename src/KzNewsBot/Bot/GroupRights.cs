using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KzNewsBot.Bot;

/// <summary>In groups and channels only administrators change what everybody gets.</summary>
internal sealed class GroupRights([FromKeyedServices(DeliverySetup.ReadClient)] ITelegramBotClient client)
{
    /// <returns>Null when whoever asks may change it, or what is to be told.</returns>
    public async Task<Phrase?> RefusalAsync(ChatScene scene, CancellationToken cancellationToken)
    {
        // Without a user it is a channel's own post or an anonymous administrator: both speak for the chat. A button
        // under a channel's post, though, is pressed by any reader.
        if (scene.Kind == ChatKind.Private || scene.UserId is not { } userId)
        {
            return null;
        }

        try
        {
            var refused = scene.Kind == ChatKind.Channel ? Phrase.ChannelAdminsOnly : Phrase.AdminsOnly;
            return await IsAdministratorAsync(scene.Address.ChatId, userId, cancellationToken) ? null : refused;
        }
        catch (ApiRequestException e) when (e.Parameters?.MigrateToChatId is not null)
        {
            // Pressed where an app still shows the group that has become a supergroup.
            return Phrase.ButtonStale;
        }
        catch (RequestException)
        {
            return Phrase.AdminsUnknown;
        }
    }

    private async Task<bool> IsAdministratorAsync(long chatId, long userId, CancellationToken cancellationToken)
    {
        try
        {
            return Leads(await client.GetChatMember(chatId, userId, cancellationToken));
        }
        catch (ApiRequestException e) when (e.ErrorCode == 400)
        {
            // A bot that is no administrator may not ask for each member, as where members are hidden.
            var administrators = await client.GetChatAdministrators(chatId, cancellationToken: cancellationToken);
            return administrators.Any(member => member.User.Id == userId && Leads(member));
        }
    }

    private static bool Leads(ChatMember member) => member.Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;
}
