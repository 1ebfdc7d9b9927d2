using Spectre.Console;
using Spectre.Console.Rendering;

namespace KzNewsBot.Cli;

/// <summary>Tables for people at a terminal, and for the programs that read a redirected output.</summary>
internal static class Terminal
{
    /// <summary>Without a terminal there is no width: 80 would break every line of a table.</summary>
    private const int WidthOfFiles = 220;

    public static bool IsLive => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;

    public static void Write(IRenderable what)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfFiles;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        AnsiConsole.Write(what);
    }

    public static Table NewTable(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Minimal);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }

        return table;
    }
}
