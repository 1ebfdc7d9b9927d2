using KzNewsBot.Bot;
using KzNewsBot.Localization;
using KzNewsBot.Subscriptions;
using KzNewsBot.Text;

namespace KzNewsBot.Cli;

/// <summary>"ask TEXT [--lang L]": the router's answer, without Telegram between.</summary>
internal static class AskCommand
{
    public static Task<int> RunAsync(string text, string languageCode, CancellationToken cancellationToken) => Tool.WithDatabaseAsync(
        async services =>
        {
            var words = services.GetRequiredService<PhraseBook>().In(LanguageCodes.Parse(languageCode));
            var address = new ChatAddress(0, 0);
            var card = services.GetRequiredService<SubscriberBook>().Stranger(address) with { Language = words.Language };
            var scene = new ChatScene(address, ChatKind.Private, UserId: null, card, words);
            var router = services.GetRequiredService<UpdateRouter>();
            var request = CommandText.Parse(text) is { } command ? new CommandRequest(scene, command.Name, command.Arguments) : null;
            if (request is not null && router.ChangesSettings(request))
            {
                // There is no chat: the bot would send its digests to nobody.
                await Console.Error.WriteLineAsync($"\"{text}\" changes a chat's settings; ask shows answers and changes nothing.");
                return ExitCodes.BadSettings;
            }

            var reply = request is not null ? await router.CommandAsync(request, cancellationToken) : await router.WordsAsync(scene, text, cancellationToken);
            foreach (var message in reply.Messages)
            {
                Console.WriteLine(PlainText.Of(message));
            }

            return ExitCodes.Fine;
        },
        cancellationToken);
}
