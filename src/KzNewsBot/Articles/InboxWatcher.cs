using KzNewsBot.Data;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Articles;

/// <summary>
/// Imports what is put into the inbox folder. A file that went in moves to "imported", one that could not to
/// "skipped", so that the folder shows at a glance what is still to come.
/// </summary>
internal sealed partial class InboxWatcher(FileImporter importer, IOptions<StorageOptions> storage, TimeProvider clock, ILogger<InboxWatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    /// <summary>A file still being written is left alone until it has been quiet for so long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ImportWaitingAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!NewsDatabase.IsAway(e))
                {
                    LogFailed(e);
                }
            }

            await Task.Delay(LookInterval, clock, stoppingToken);
        }
    }

    private async Task ImportWaitingAsync(CancellationToken cancellationToken)
    {
        var inbox = Directory.CreateDirectory(storage.Value.InboxFolder);
        var ready = inbox.EnumerateFiles()
            .Where(file => !file.Name.StartsWith('.') && IsQuiet(file))
            .Select(file => file.FullName)
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var path in ready)
        {
            await ImportAsync(path, cancellationToken);
        }
    }

    /// <summary>A file from a machine whose clock is ahead is as quiet as one from long ago.</summary>
    private bool IsQuiet(FileInfo file) => (clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc).Duration() > Quiet;

    /// <summary>One file's trouble never stops another; a database that is away is no file's.</summary>
    private async Task ImportAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var report in importer.ImportAsync([path], sourceId: null, cancellationToken))
            {
                if (report.Skipped is { } reason)
                {
                    LogSkipped(report.Path, reason);
                }
                else
                {
                    LogImported(report.Path, report.Stored);
                }

                Move(report.Path, report.Skipped is null ? "imported" : "skipped");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotMoved(e, path);
        }
        catch (Exception e) when (e is not OperationCanceledException && !NewsDatabase.IsAwayOrSlow(e))
        {
            LogBroken(e, path);
            TryMoveAside(path);
        }
    }

    private void TryMoveAside(string path)
    {
        try
        {
            Move(path, "skipped");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotMoved(e, path);
        }
    }

    private static void Move(string path, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path) ?? ".", folder));
        File.Move(path, Path.Combine(target.FullName, Path.GetFileName(path)), overwrite: true);
    }

    [LoggerMessage(LogLevel.Error, "The inbox folder can't be read; it is tried again shortly")]
    private partial void LogFailed(Exception e);

    [LoggerMessage(LogLevel.Error, "Inbox: {Path} can't be moved out of the way; it is tried again shortly")]
    private partial void LogNotMoved(Exception e, string path);

    [LoggerMessage(LogLevel.Error, "Inbox: {Path} was skipped: reading it failed in our own code")]
    private partial void LogBroken(Exception e, string path);

    [LoggerMessage(LogLevel.Information, "Inbox: {Path} {Outcome}")]
    private partial void LogImported(string path, StoreOutcome? outcome);

    [LoggerMessage(LogLevel.Warning, "Inbox: {Path} was skipped: {Reason}")]
    private partial void LogSkipped(string path, string reason);
}
