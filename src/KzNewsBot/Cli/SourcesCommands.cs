using System.CommandLine;
using KzNewsBot.Sources;

namespace KzNewsBot.Cli;

/// <summary>"sources …" and "fetch": what an operator asks of the outlets.</summary>
internal static class SourcesCommands
{
    public static Command Tree()
    {
        var command = new Command("sources", "List the outlets the bot knows.") { Check(), Test(), Add(), Remove(), Pause(), Resume(), ImportOpml(), ExportOpml() };
        command.SetAction((_, cancellationToken) => SourcesCommand.RunAsync(cancellationToken));
        return command;
    }

    public static Command Fetch()
    {
        var address = new Argument<string>("address") { Description = "The page of an article." };
        var body = new Option<bool>("--body") { Description = "Print the whole text." };
        var command = new Command("fetch", "Print what would be stored of a page, and why; nothing is stored.") { address, body };
        command.SetAction((result, cancellationToken) => FetchCommand.RunAsync(result.GetRequiredValue(address), result.GetValue(body), cancellationToken));
        return command;
    }

    private static Command Check()
    {
        var ids = new Argument<string[]>("ids") { Description = "Only these outlets.", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Also the outlets that are switched off." };
        var command = new Command("check", "Ask every road now and show what each brings.") { ids, all };
        command.SetAction((result, cancellationToken) => SourcesCheckCommand.RunAsync(result.GetValue(ids) ?? [], result.GetValue(all), cancellationToken));
        return command;
    }

    private static Command Test()
    {
        var what = new Argument<string>("what") { Description = "An id, or an address of a feed or a site." };
        var command = new Command("test", "Try an outlet's roads and read its newest entry; nothing is stored.") { what };
        command.SetAction((result, cancellationToken) => SourcesTestCommand.RunAsync(result.GetRequiredValue(what), cancellationToken));
        return command;
    }

    private static Command Add()
    {
        var what = new Argument<string>("what") { Description = "An id of the registry, or an address of a feed, a site or a Telegram channel." };
        var id = new Option<string?>("--id") { Description = "Lower-case Latin letters, digits and hyphens; made from the address if absent." };
        var name = new Option<string?>("--name") { Description = "What the outlet calls itself; its feed says it if absent." };
        var side = SideOption();
        var owner = new Option<string?>("--owner") { Description = "Who owns it; shown to readers." };
        var language = new Option<string?>("--lang") { Description = "ru, kk or en; read from the titles if absent." };
        language.AcceptOnlyFromAmong("ru", "kk", "en");
        var command = new Command("add", "Switch an outlet on, or add one by its address.") { what, id, name, side, owner, language };
        command.SetAction((result, cancellationToken) => SourcesAddCommand.RunAsync(
            result.GetRequiredValue(what),
            new AddedSourceWish(result.GetValue(id), result.GetValue(name), result.GetValue(side), result.GetValue(owner), result.GetValue(language)),
            cancellationToken));
        return command;
    }

    private static Command Remove() => OfId("remove", "Remove an outlet, or switch it off; its articles stay.", SourcesStopCommand.RemoveAsync);

    private static Command Pause() =>
        OfId("pause", "Stop an outlet's collection for the time being.", (id, cancellationToken) => SourcesStopCommand.PauseAsync(id, paused: true, cancellationToken));

    private static Command Resume() =>
        OfId("resume", "Collect a paused outlet again.", (id, cancellationToken) => SourcesStopCommand.PauseAsync(id, paused: false, cancellationToken));

    private static Command ImportOpml()
    {
        var file = new Argument<string>("file") { Description = "An OPML file." };
        var side = SideOption();
        var command = new Command("import-opml", "Add the feeds of an OPML file.") { file, side };
        command.SetAction((result, cancellationToken) => OpmlCommand.ImportAsync(result.GetRequiredValue(file), result.GetValue(side), cancellationToken));
        return command;
    }

    private static Command ExportOpml()
    {
        var file = new Argument<string?>("file") { Description = "Where to write; the terminal if absent.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Also the outlets that are switched off." };
        var command = new Command("export-opml", "Write the outlets' feeds as OPML.") { file, all };
        command.SetAction((result, cancellationToken) => OpmlCommand.ExportAsync(result.GetValue(file), result.GetValue(all), cancellationToken));
        return command;
    }

    private static Command OfId(string name, string description, Func<string, CancellationToken, Task<int>> run)
    {
        var id = new Argument<string>("id") { Description = "An id of the registry." };
        var command = new Command(name, description) { id };
        command.SetAction((result, cancellationToken) => run(result.GetRequiredValue(id), cancellationToken));
        return command;
    }

    private static Option<string?> SideOption()
    {
        var side = new Option<string?>("--side") { Description = "Whose side the outlet speaks for; readers see it as a label." };
        side.AcceptOnlyFromAmong([.. Sides.OfOutlets]);
        return side;
    }
}
