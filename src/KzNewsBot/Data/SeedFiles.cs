using Microsoft.Extensions.Options;

namespace KzNewsBot.Data;

internal sealed class SeedsOptions
{
    public const string Section = "Seeds";

    /// <summary>Empty: the folder that came with the program.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Store the starter archive, so that a new installation has something to show.</summary>
    public bool Starter { get; set; } = true;
}

internal sealed class SeedsOptionsValidator : IValidateOptions<SeedsOptions>
{
    public ValidateOptionsResult Validate(string? name, SeedsOptions options) =>
        Array.Find(["topics.json", "sources.json"], file => !File.Exists(Path.Combine(SeedFiles.FolderOf(options), file))) is { } missing
            ? ValidateOptionsResult.Fail($"Seeds:Folder is \"{SeedFiles.FolderOf(options)}\", which holds no {missing}; it must name the folder with sources.json and topics.json.")
            : ValidateOptionsResult.Success;
}

/// <summary>The registry, the topics and the starter archive, as files the operator may change.</summary>
internal sealed class SeedFiles(IOptions<SeedsOptions> options)
{
    public string StarterFolder => Path.Combine(FolderOf(options.Value), "starter");

    public bool HasStarter => options.Value.Starter && Directory.Exists(StarterFolder);

    public static string FolderOf(SeedsOptions options) =>
        options.Folder.Length > 0 ? Path.GetFullPath(options.Folder) : Path.Combine(AppContext.BaseDirectory, "seeds");

    public string PathOf(string fileName) => Path.Combine(FolderOf(options.Value), fileName);

    public string Read(string fileName) => File.ReadAllText(PathOf(fileName));
}
