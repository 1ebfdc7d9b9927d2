using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KzNewsBot.Stories;

namespace KzNewsBot.Cli;

/// <summary>"stories …": what the operator puts right in the grouping.</summary>
internal static class StoriesCommands
{
    public static Command Tree() => new("stories", "What the bot took for one event.") { Show(), Merge(), Split() };

    private static Command Show()
    {
        var story = StoryArgument("story", "The number of a story, as /why shows it.");
        var command = new Command("show", "List a story's articles with their numbers.") { story };
        command.SetAction((result, cancellationToken) => Tool.WithDatabaseAsync(services => ShowAsync(services, result.GetRequiredValue(story), cancellationToken), cancellationToken));
        return command;
    }

    private static Command Merge()
    {
        var into = StoryArgument("into", "The story that stays.");
        var from = StoryArgument("from", "The story that becomes part of it.");
        var command = new Command("merge", "Make two stories one, also for a bot that runs.") { into, from };
        command.SetAction((result, cancellationToken) => EditAsync(
            (editor, token) => editor.MergeAsync(result.GetRequiredValue(from), result.GetRequiredValue(into), token), cancellationToken));
        command.Validators.Add(result =>
        {
            if (result.GetResult(into)?.Tokens is [var one] && result.GetResult(from)?.Tokens is [var other] && one.Value == other.Value)
            {
                result.AddError("A story can't become part of itself.");
            }
        });
        return command;
    }

    private static Command Split()
    {
        var story = StoryArgument("story", "The story to take from.");
        var articles = new Argument<long[]>("articles")
        {
            Description = "The articles' numbers, as \"stories show\" lists them.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => [.. result.Tokens.Select(token => Number(token.Value, result))],
        };
        var command = new Command("split", "Take articles out of a story into one of their own, also for a bot that runs.") { story, articles };
        command.SetAction((result, cancellationToken) => EditAsync(
            (editor, token) => editor.SplitAsync(result.GetRequiredValue(story), result.GetRequiredValue(articles), token), cancellationToken));
        return command;
    }

    private static async Task<int> ShowAsync(IServiceProvider services, long storyId, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<StoryReader>().ReadAsync(storyId, cancellationToken) is not { } story)
        {
            return await FailAsync(new StoryEdit.NoStory(storyId));
        }

        Console.WriteLine(Title(story));
        foreach (var article in story.Articles)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{article.Id,8}  {When(article.Published),-20}  {article.Source?.Id ?? article.Outlet ?? "unknown"}  {article.Title}"));
        }

        return ExitCodes.Fine;
    }

    private static Task<int> EditAsync(Func<StoryEditor, CancellationToken, Task<StoryEdit>> edit, CancellationToken cancellationToken) => Tool.WithDatabaseAsync(
        async services =>
        {
            var done = await edit(services.GetRequiredService<StoryEditor>(), cancellationToken);
            return done is StoryEdit.Done { StoryId: var storyId } ? await ShowAsync(services, storyId, cancellationToken) : await FailAsync(done);
        },
        cancellationToken);

    private static async Task<int> FailAsync(StoryEdit edit)
    {
        await Console.Error.WriteLineAsync(edit switch
        {
            StoryEdit.NoStory gone => $"There is no story {gone.StoryId}.",
            StoryEdit.NoArticle foreign => $"Article {foreign.ArticleId} is not in that story; \"stories show\" lists those that are.",
            _ => "Nothing would be left in the story.",
        });
        return ExitCodes.Failed;
    }

    internal static string When(Published published) => published switch
    {
        { IsAhead: true } => $"{When(published with { IsAhead = false })} (in the future when it was first seen)",
        { At: { } at } => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        { Day: { } day } => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => "not given",
    };

    private static string Title(StoryCard story) => string.Create(CultureInfo.InvariantCulture, $"story {story.Id}: {story.Lead.Title}");

    private static Argument<long> StoryArgument(string name, string description) => new(name) { Description = description, CustomParser = result => Number(result.Tokens[0].Value, result) };

    private static long Number(string text, ArgumentResult result)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"\"{text}\" is no number; expected digits such as 12.");
        return 0;
    }
}
