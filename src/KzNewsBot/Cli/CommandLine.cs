using System.CommandLine;
using System.CommandLine.Invocation;

namespace KzNewsBot.Cli;

/// <summary>What an operator types. Without a command the bot runs.</summary>
internal static class CommandLine
{
    /// <summary>Longer than the host takes to let messages on their way arrive: it ends by itself, and is not ended.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(10);

    /// <summary>0 all went well · 1 the work failed · 2 the settings or the command are wrong · 3 the database is missing or can't be used.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("KzNewsBot: Kazakhstan's security policy from Telegram. Without a command the bot runs.");
        root.SetAction((_, cancellationToken) => RunCommand.RunAsync(cancellationToken));
        root.Add(Import());
        root.Add(Ask());
        root.Add(Digest());
        root.Add(SourcesCommands.Tree());
        root.Add(SourcesCommands.Fetch());
        root.Add(Article());
        root.Add(StoriesCommands.Tree());
        root.Add(Config());
        root.Add(Database());
        var typed = root.Parse(args);
        var exitCode = await typed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestStop });

        // By itself it would end with 1, and a service manager would start a command that nobody knows again and again.
        return typed.Action is ParseErrorAction ? ExitCodes.BadSettings : exitCode;
    }

    private static Command Import()
    {
        var paths = new Argument<string[]>("paths") { Description = "Files or folders: HTML, Markdown, text dumps.", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string?>("--source") { Description = "The registry's id of the outlet, when the texts don't say it." };
        var command = new Command("import", "Store articles from files; a second import changes nothing.") { paths, source };
        command.SetAction((result, cancellationToken) => ImportCommand.RunAsync(result.GetRequiredValue(paths), result.GetValue(source), cancellationToken));
        return command;
    }

    private static Command Ask()
    {
        var text = new Argument<string>("text") { Description = "What a person would write, such as \"/nato\"." };
        var language = LanguageOption();
        var command = new Command("ask", "Print the bot's answer as a chat would show it.") { text, language };
        command.SetAction((result, cancellationToken) => AskCommand.RunAsync(result.GetRequiredValue(text), result.GetRequiredValue(language), cancellationToken));
        return command;
    }

    private static Command Digest()
    {
        var date = new Option<string?>("--date") { Description = "yyyy-MM-dd, today if absent: stories with an article published that day." };
        var topics = new Option<string?>("--topics") { Description = "Topic ids, split by commas; all if absent." };
        var language = LanguageOption();
        var command = new Command("digest", "Print a day's digest.") { date, topics, language };
        command.SetAction((result, cancellationToken) => DigestPrintCommand.RunAsync(
            result.GetValue(date),
            result.GetValue(topics),
            result.GetRequiredValue(language),
            cancellationToken));
        return command;
    }

    private static Command Article()
    {
        var address = new Argument<string>("address") { Description = "The address of a stored article." };
        var command = new Command("article", "Show a stored article's dates, whether it is whole, and what its outlet changed.") { address };
        command.SetAction((result, cancellationToken) => ArticleCommand.RunAsync(result.GetRequiredValue(address), cancellationToken));
        return command;
    }

    private static Command Config()
    {
        var check = new Command("check", "Say whether every setting is valid.");
        check.SetAction((_, cancellationToken) => ConfigCheckCommand.RunAsync(cancellationToken));
        return new Command("config", "The settings.") { check };
    }

    private static Command Database()
    {
        var status = new Command("status", "Say what the database holds.");
        status.SetAction((_, cancellationToken) => DatabaseStatusCommand.RunAsync(cancellationToken));
        var restored = new Command("restored", "Once after a backup was put back, before the bot starts: no digest that was due since is sent again.");
        restored.SetAction((_, cancellationToken) => DatabaseRestoredCommand.RunAsync(cancellationToken));
        return new Command("db", "The database.") { status, restored };
    }

    private static Option<string> LanguageOption()
    {
        var language = new Option<string>("--lang") { Description = "ru, kk or en.", DefaultValueFactory = _ => "ru" };
        language.AcceptOnlyFromAmong("ru", "kk", "en");
        return language;
    }
}
