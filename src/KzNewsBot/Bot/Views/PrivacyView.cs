using KzNewsBot.Localization;
using KzNewsBot.Operations;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text.Messages;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Bot.Views;

/// <summary>What is kept of a chat, in its own figures, and what is not.</summary>
internal sealed class PrivacyView(SubscriberBook subscribers, Eraser eraser, SettingsView settings, PhraseBook phrases, IOptions<RetentionOptions> retention)
{
    private const int MostThreads = 5;

    public async Task<RenderedMessage> RenderAsync(long chatId, Words words, CancellationToken cancellationToken)
    {
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.PrivacyTitle)).Line().Line();
        var threads = await subscribers.ReadChatAsync(chatId, cancellationToken);
        if (threads.Count == 0)
        {
            return Layout.Message(text.Text(words.Say(Phrase.PrivacyNothing)).Line().Line().Text(words.Say(Phrase.PrivacyNot)));
        }

        // Of a forum's topics, each with its own settings, as many as have room.
        foreach (var card in threads.Take(MostThreads))
        {
            text.Text(words.Say(
                Phrase.PrivacyKept,
                ("language", LanguageOf(card, words)), ("zone", WallClock.NameOf(card.TimeZone)), ("time", DateWords.Clock(card.DigestMinute)), ("topics", settings.TopicNames(card, words)))).Line();
        }

        if (await eraser.CountAsync(chatId, cancellationToken) is > 0 and var recorded)
        {
            text.Text(words.Count(Phrase.PrivacyMessages, recorded)).Text(" ");
            text.Text(retention.Value.DeliveryDays == 0 ? words.Say(Phrase.PrivacyForever) : words.Count(Phrase.PrivacyDays, retention.Value.DeliveryDays)).Line();
        }

        text.Line().Text(words.Say(Phrase.PrivacyNot));
        return Layout.Message(text, [words.Button(Phrase.ButtonErase, CallbackText.AskErase)]);
    }

    private string LanguageOf(SubscriberCard card, Words words) => card.Language is { } language ? phrases.In(language).Say(Phrase.LanguageName) : words.Say(Phrase.NotChosen);

    public static RenderedMessage Question(Words words) => Layout.Message(
        new StyledTextBuilder().Text(words.Say(Phrase.EraseQuestion)),
        [words.Button(Phrase.ButtonEraseNow, CallbackText.Erase), words.Button(Phrase.ButtonBack, CallbackText.Privacy)]);

    public static RenderedMessage Erased(Words words) => Layout.Message(new StyledTextBuilder().Text(words.Say(Phrase.EraseDone)));

    public static RenderedMessage NotYet(Words words) => Layout.Message(
        new StyledTextBuilder().Text(words.Say(Phrase.EraseLater)),
        [words.Button(Phrase.ButtonEraseNow, CallbackText.Erase)]);
}
