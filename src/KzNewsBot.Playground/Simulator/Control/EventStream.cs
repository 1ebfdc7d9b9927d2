using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace KzNewsBot.Playground.Simulator.Control;

internal readonly record struct ServerEvent(long Id, string Name, string Data);

/// <summary>What happens in the chats, for pages that watch; the recent events can be replayed after a lost connection.</summary>
internal sealed class EventStream
{
    private const int Remembered = 2000;

    private readonly Lock _gate = new();
    private readonly Queue<ServerEvent> _recent = new();
    private readonly List<Channel<ServerEvent>> _watchers = [];
    private long _lastId;

    /// <summary>Grows with every change in a chat.</summary>
    public long LastId
    {
        get
        {
            lock (_gate)
            {
                return _lastId;
            }
        }
    }

    public void Publish(string name, JsonObject data)
    {
        var text = data.ToJsonString();
        lock (_gate)
        {
            var published = new ServerEvent(++_lastId, name, text);
            _recent.Enqueue(published);
            if (_recent.Count > Remembered)
            {
                _recent.Dequeue();
            }

            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(published);
            }
        }
    }

    /// <summary>A reader of all events after the given one; null starts with the next.</summary>
    public Channel<ServerEvent> Watch(long? after)
    {
        var channel = Channel.CreateUnbounded<ServerEvent>();
        lock (_gate)
        {
            foreach (var missed in _recent.Where(e => after is not null && e.Id > after))
            {
                channel.Writer.TryWrite(missed);
            }

            _watchers.Add(channel);
        }

        return channel;
    }

    public void Leave(Channel<ServerEvent> channel)
    {
        lock (_gate)
        {
            _watchers.Remove(channel);
        }
    }

    /// <summary>Ends every watcher's stream, so that the server can stop.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _watchers.ForEach(watcher => watcher.Writer.TryComplete());
        }
    }
}
