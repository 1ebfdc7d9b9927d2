using KzNewsBot.Bot.Views;
using KzNewsBot.Localization;
using KzNewsBot.Stories;

namespace KzNewsBot.Bot.Presses;

/// <summary>"story:ID:TOPIC:OFFSET[:new]": opens a story in place or below; the rest leads back to the page it was on.</summary>
internal sealed class StoryPress(StoryReader stories, StoryView view) : IBotPress
{
    public string Verb => "story";

    public bool ChangesSettings(PressRequest request) => false;

    public async Task<BotReply> AnswerAsync(PressRequest request, CancellationToken cancellationToken)
    {
        var story = request.Number(0) is { } id ? await stories.ReadAsync(id, cancellationToken) : null;
        if (story is null)
        {
            return BotReply.Note(request.Scene.Words.Say(Phrase.StoryGone));
        }

        var message = view.Render(story, await stories.ReadSilentAsync(story, cancellationToken), request.Scene, request.Text(1) ?? "", request.Number(2) ?? 0);
        return new BotReply([message], InPlace: request.Text(3) != "new") { Told = [story] };
    }
}
