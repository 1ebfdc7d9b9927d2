using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Evaluation.Input;
using KzNewsBot.Evaluation.Tasks;
using KzNewsBot.Evaluation.Training;

namespace KzNewsBot.Evaluation;

/// <summary>One command for each task: reads the input, writes one JSON object a line, and last a score line on stderr.</summary>
internal static class CommandLine
{
    private const int WrongInput = 2;

    private static readonly Argument<string> Input = new("input") { Description = "A JSONL file, or a folder where the task says so." };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "Where the objects go; standard output if absent." };
    private static readonly Option<int> Sentences = new("--sentences") { Description = "Quotes for an article or story at most.", DefaultValueFactory = _ => 4 };

    public static Task<int> RunAsync(string[] args)
    {
        var understanding = new Lazy<Understanding>(Understanding.Load);
        var root = new RootCommand("Measures the understanding of news with the code the bot runs.")
        {
            Work("language", "{\"text\"} to {\"lang\",\"confidence\"}. Gold: \"lang\".", (input, _) => LanguageTask.Run(input)),
            Work("topics", "{\"id\",\"title\"?,\"text\",\"lang\"?} to topics with evidence, or a folder with pages.jsonl and topics.jsonl. Gold: \"topics\", \"mentions\", \"kz_relevant\", \"security\", or the organisations that are named.", (input, _) => TopicsTask.Run(input, understanding.Value)),
            Work("pairs", "{\"a\",\"b\"} to {\"same\",\"score\"}, or a folder with pages.jsonl, stories.jsonl and hard_negatives.jsonl. Gold: \"same_story\".", (input, _) => PairsTask.Run(input)),
            Work("stories", "Articles in any order to {\"id\",\"story\"}, or a folder with pages.jsonl and stories.jsonl. Gold: \"story\".", (input, _) => StoriesTask.Run(input)),
            Work("quotes", "An article, or {\"articles\"}, to verbatim quotes. Gold: \"summary\", or the titles of a cluster.", (input, sentences) => QuotesTask.Run(input, sentences)),
            Work("extract", "A folder of *.html[.gz] to articles. Gold: gold.jsonl in it or above it.", (input, _) => ExtractTask.Run(input, understanding.Value)),
            Work("feeds", "A folder with a folder of *.xml for each kind of the feedparser library's test cases to what is missed. Gold: the comment at their top.", (input, _) => FeedsTask.Run(input)),
            Work("dump", "A text dump, or a folder of *.txt, to articles. Gold: gold.json beside them.", (input, sentences) => DumpTask.Run(input, understanding.Value, sentences)),
            Train("train-blocks", "A folder of pages with gold bodies to the model that tells an article's blocks, with in-sample and out-of-fold figures.", (input, model) => TrainBlocksTask.Run(input, model, Understanding.Load())),
            Train("train-languages", "The folder of evaluation data to the model that tells languages, with out-of-fold figures.", TrainLanguagesTask.Run),
            Train("count-stems", "A JSONL file of general news to the table of stems that are common in news of every kind.", CountStemsTask.Run),
            Work("stems", "A folder with voc.txt and output.txt to the words whose stem is wrong.", (input, _) => StemsTask.Run(input)),
            Work("forms", "A TSV file of Kazakh forms and lemmas to their stems, with Paice's pairwise figures.", (input, _) => FormsTask.Run(input)),
            Work("clean", "{\"id\",\"noisy\"}, a text within page noise, to its title, body and spans. Gold: \"spans\".", (input, _) => CleanTask.Run(input, understanding.Value)),
            Work("speed", "Items a second for each step that fits the input.", (input, _) => SpeedTask.Run(input, understanding.Value)),
            Work("chronology", "{\"id\",\"text\",\"date\"?} to dated facts. Gold: \"events\".", (input, _) => ChronologyTask.Run(input)),
            Work("denials", "{\"id\",\"title\"?,\"text\"} to denials, or a folder with pages.jsonl and denials.jsonl.", (input, _) => DenialsTask.Run(input)),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Command Work(string name, string description, Func<string, int, TaskResult> run)
    {
        var command = new Command(name, description) { Input, Out, Sentences };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var result = run(parsed.GetRequiredValue(Input), parsed.GetValue(Sentences));
                await WriteAsync(result, parsed.GetValue(Out), cancellationToken);
                return 0;
            }
            catch (InputException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return WrongInput;
            }
        });
        return command;
    }

    private static Command Train(string name, string description, Func<string, string, TaskResult> run)
    {
        var model = new Option<string>("--model") { Description = "Where the trained model goes.", Required = true };
        var command = new Command(name, description) { Input, model };
        command.SetAction(async (parsed, _) =>
        {
            var result = run(parsed.GetRequiredValue(Input), parsed.GetRequiredValue(model));
            await Console.Error.WriteLineAsync(result.Score is { } score ? Line(score) : "");
            return 0;
        });
        return command;
    }

    private static async Task WriteAsync(TaskResult result, FileInfo? file, CancellationToken cancellationToken)
    {
        await using var target = file?.Create() ?? Console.OpenStandardOutput();
        await using var writer = new StreamWriter(target);
        foreach (var item in result.Items)
        {
            await writer.WriteLineAsync(Line(item).AsMemory(), cancellationToken);
        }

        await writer.FlushAsync(cancellationToken);
        if (result.Score is { } score)
        {
            await Console.Error.WriteLineAsync(Line(score));
        }
    }

    /// <summary>Cyrillic stays readable.</summary>
    private static string Line(JsonObject item)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            item.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
