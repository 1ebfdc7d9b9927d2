using KzNewsBot.Localization;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

internal sealed class GreetingView(PhraseBook phrases, TopicCatalogue catalogue)
{
    /// <summary>The first words to a new chat, in every language, with the choice between them.</summary>
    public RenderedMessage ChooseLanguage()
    {
        var text = new StyledTextBuilder();
        foreach (var language in PhraseBook.Languages)
        {
            text.Text(phrases.In(language).Say(Phrase.ChooseLanguage)).Line();
        }

        return new RenderedMessage(text.Build(), [LanguageButtons(CallbackText.Greet)]);
    }

    public RenderedMessage Welcome(Words words)
    {
        var text = new StyledTextBuilder()
            .Bold(words.Say(Phrase.WelcomeTitle)).Line().Line()
            .Text(words.Say(Phrase.WelcomeWhat)).Line().Line()
            .Text(words.Say(Phrase.WelcomePromise)).Line().Line()
            .Text(words.Say(Phrase.WelcomeHow));
        return new RenderedMessage(text.Build(), Layout.TopicButtons(catalogue, words));
    }

    public IReadOnlyList<MessageButton> LanguageButtons(Func<string, string> data) =>
        [.. PhraseBook.Languages.Select(language => new MessageButton(phrases.In(language).Say(Phrase.LanguageName), data(Text.LanguageCodes.Code(language))))];
}
