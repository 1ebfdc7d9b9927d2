using KzNewsBot.Localization;
using KzNewsBot.Text.Classification;
using KzNewsBot.Text.Messages;

namespace KzNewsBot.Bot.Views;

internal sealed class HelpView(TopicCatalogue catalogue)
{
    public RenderedMessage Render(Words words)
    {
        var text = new StyledTextBuilder().Bold(words.Say(Phrase.HelpTitle)).Line().Line();
        foreach (var topic in catalogue.Topics)
        {
            text.Text($"/{topic.Command} — {topic.Name(words.Language)}").Line();
        }

        text.Line();
        foreach (var (command, description) in CommandMenu.Fixed)
        {
            text.Text($"/{command} — {words.Say(description)}").Line();
        }

        text.Line().Text(words.Say(Phrase.HelpSearch)).Line().Line().Text(words.Say(Phrase.HelpIndependent)).Line().Line().Italic(words.Say(Phrase.WelcomePromise));
        return new RenderedMessage(text.Build(), Layout.TopicButtons(catalogue, words));
    }

    /// <summary>For words we can't do anything with.</summary>
    public RenderedMessage NotUnderstood(Words words) => Offer(words.Say(Phrase.NotUnderstood), words);

    /// <summary>For the address of a page that we don't have.</summary>
    public RenderedMessage AddressUnknown(Words words) => Offer(words.Say(Phrase.AddressUnknown), words);

    /// <summary>For pictures, voices and what else has no words.</summary>
    public RenderedMessage WordsWanted(Words words) => Offer(words.Say(Phrase.WordsWanted), words);

    public RenderedMessage UnknownCommand(Words words) => Offer(words.Say(Phrase.UnknownCommand), words);

    private RenderedMessage Offer(string sentence, Words words) => new(
        new StyledTextBuilder().Text(sentence).Build(),
        Layout.TopicButtons(catalogue, words));
}
