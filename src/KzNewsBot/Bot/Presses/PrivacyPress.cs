using KzNewsBot.Bot.Views;
using KzNewsBot.Delivery;
using KzNewsBot.Localization;
using KzNewsBot.Operations;

namespace KzNewsBot.Bot.Presses;

/// <summary>"privacy" shows what is kept, "privacy:ask" asks whether to delete it, "privacy:erase" does.</summary>
internal sealed class PrivacyPress(Eraser eraser, PrivacyView view, ShownStories shown) : IBotPress
{
    public string Verb => "privacy";

    public bool ChangesSettings(PressRequest request) => request.Text(0) is not null;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        var (address, words) = (request.Scene.Address, request.Scene.Words);
        switch (request.Text(0))
        {
            case null:
                return BotReply.Replace(await view.RenderAsync(address.ChatId, words, cancellationToken));
            case "ask":
                return BotReply.Replace(PrivacyView.Question(words));
            case "erase" when await eraser.EraseAsync(address.ChatId, cancellationToken):
                shown.Forget(address);
                return BotReply.Replace(PrivacyView.Erased(words));
            case "erase":
                return BotReply.Replace(PrivacyView.NotYet(words));
            default:
                return BotReply.Note(words.Say(Phrase.ButtonStale));
        }
    }
}
