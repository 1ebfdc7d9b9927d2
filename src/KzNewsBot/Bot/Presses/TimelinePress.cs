using KzNewsBot.Bot.Commands;
using KzNewsBot.Localization;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Bot.Presses;

/// <summary>"line:TOPIC:FROM:TO:OFFSET": turns a page of a chronology in place.</summary>
internal sealed class TimelinePress(TopicCatalogue catalogue, TimelineCommand timeline) : IBotPress
{
    public string Verb => "line";

    public bool ChangesSettings(PressRequest request) => false;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        if (catalogue.Find(request.Text(0) ?? "") is not { } topic || request.Number(1) is not { } from || request.Number(2) is not { } to || request.Number(3) is not { } offset)
        {
            return BotReply.Note(request.Scene.Words.Say(Phrase.ButtonStale));
        }

        return await timeline.ShowAsync(topic, from, to, offset, request.Scene, cancellationToken) with { InPlace = true };
    }
}
