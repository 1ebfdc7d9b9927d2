using KzNewsBot.Localization;
using KzNewsBot.Operations;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Bot.Views;

/// <summary>What is kept of a chat, in its own figures, and what is not.</summary>
internal sealed class PrivacyView(SettingsView settings, IOptions<RetentionOptions> retention)
{
    /// <param name="messages">In the record of what the chat was sent.</param>
    public RenderedMessage Render(SubscriberCard card, int messages, Words words)
    {
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.PrivacyTitle)).Line().Line();
        if (card.Id == 0 && messages == 0)
        {
            return Layout.Message(text.Text(words.Say(Phrase.PrivacyNothing)).Line().Line().Text(words.Say(Phrase.PrivacyNot)));
        }

        text.Text(words.Say(
            Phrase.PrivacyKept,
            ("language", words.Say(Phrase.LanguageName)), ("zone", WallClock.NameOf(card.TimeZone)), ("time", DateWords.Clock(card.DigestMinute)), ("topics", settings.TopicNames(card, words)))).Line();
        text.Text(words.Count(Phrase.PrivacyMessages, messages)).Text(" ");
        text.Text(retention.Value.DeliveryDays == 0 ? words.Say(Phrase.PrivacyForever) : words.Count(Phrase.PrivacyDays, retention.Value.DeliveryDays)).Line().Line();
        text.Text(words.Say(Phrase.PrivacyNot));
        return Layout.Message(text, [words.Button(Phrase.ButtonErase, CallbackText.AskErase)]);
    }

    public static RenderedMessage Question(Words words) => Layout.Message(
        new StyledTextBuilder().Text(words.Say(Phrase.EraseQuestion)),
        [words.Button(Phrase.ButtonEraseNow, CallbackText.Erase), words.Button(Phrase.ButtonBack, CallbackText.Privacy)]);

    public static RenderedMessage Erased(Words words) => Layout.Message(new StyledTextBuilder().Text(words.Say(Phrase.EraseDone)));

    public static RenderedMessage NotYet(Words words) => Layout.Message(
        new StyledTextBuilder().Text(words.Say(Phrase.EraseLater)),
        [words.Button(Phrase.ButtonEraseNow, CallbackText.Erase)]);
}
