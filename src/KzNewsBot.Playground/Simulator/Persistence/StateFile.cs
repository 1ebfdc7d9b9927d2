using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Persistence;

/// <summary>Keeps the time, people, chats, messages and what the bot said of itself in a JSON file. Updates the bot has not fetched are not kept.</summary>
internal sealed class StateFile(string path, SimulatedWorld world) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;
    private long _savedAt = -1;

    public void Load()
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            var text = File.ReadAllText(path);
            lock (world.Gate)
            {
                WorldJson.Read(world, JsonNode.Parse(text)!.AsObject());
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            // A conversation is not worth refusing to start: put the file aside and begin anew.
            File.Move(path, path + ".unreadable", overwrite: true);
        }
    }

    public void KeepSaving() => _loop = Task.Run(async () =>
    {
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                Save();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped; the last state is saved on the way out.
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _savedAt = -1; // the time has gone on
        Save();
        _stop.Dispose();
    }

    private void Save()
    {
        string text;
        var changedAt = world.Events.LastId;
        if (changedAt == _savedAt)
        {
            return;
        }

        lock (world.Gate)
        {
            text = WorldJson.Write(world).ToJsonString();
        }

        var aside = path + ".new";
        File.WriteAllText(aside, text);
        File.Move(aside, path, overwrite: true);
        _savedAt = changedAt;
    }
}
