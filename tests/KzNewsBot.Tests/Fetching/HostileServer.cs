using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KzNewsBot.Tests.Fetching;

/// <summary>A web server that answers byte by byte as told, rightly or wrongly, one request a connection.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private int _underWay;

    public HostileServer()
    {
        _listener.Start();
        _loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    /// <summary>How long it thinks before it answers; a request counts as under way meanwhile.</summary>
    public TimeSpan Thinks { get; set; }

    /// <summary>
    /// The most requests it thought about at once. The answer itself is not counted: its reader may ask again before
    /// the server knows that the last byte has left.
    /// </summary>
    public int MostAtOnce { get; private set; }

    public int Connections { get; private set; }

    public Func<SeenRequest, Stream, CancellationToken, Task> Script { get; set; } = (_, stream, token) => stream.WriteAsync(Answer("200 OK", "hello"), token).AsTask();

    public Uri At(string path, string host = "127.0.0.1") => new(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{Port}{path}"));

    /// <summary>The same answer for everyone.</summary>
    public void Always(byte[] answer) => Script = (_, stream, token) => stream.WriteAsync(answer, token).AsTask();

    /// <summary>An answer for each path; 404 for the others.</summary>
    public void Paths(params (string Path, byte[] Answer)[] answers) =>
        Script = (request, stream, token) =>
            stream.WriteAsync(answers.FirstOrDefault(pair => pair.Path == request.Path).Answer ?? Answer("404 Not Found", ""), token).AsTask();

    public static byte[] Answer(string status, string body, params string[] headers) => Answer(status, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Answer(string status, byte[] body, params string[] headers) =>
        [.. Head(status, [.. headers, $"Content-Length: {body.Length}"]), .. body];

    public static byte[] Head(string status, params string[] headers) =>
        Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}Connection: close\r\n\r\n");

    public static byte[] Redirect(string status, string location) => Answer(status, "", $"Location: {location}");

    /// <summary>A header's text that goes out as the bytes of its UTF-8.</summary>
    public static string Bytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Connections++;
                talks.Add(TalkAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var request = await SeenRequest.ReadAsync(stream, _stop.Token);
            var underWay = Interlocked.Increment(ref _underWay);
            lock (_listener)
            {
                MostAtOnce = Math.Max(MostAtOnce, underWay);
            }

            Requests.Enqueue(request);
            try
            {
                await Task.Delay(Thinks, TimeProvider.System, _stop.Token);
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }

            await Script(request, stream, _stop.Token);
            // Closing with unread answers on the way would reset the connection under the client.
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The client went away or the test is over.
        }
    }
}

internal sealed record SeenRequest(string Line, IReadOnlyDictionary<string, string> Headers)
{
    public string Path => Line.Split(' ')[1];

    public string? this[string header] => Headers.GetValueOrDefault(header);

    public static async Task<SeenRequest> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            await stream.ReadExactlyAsync(one, cancellationToken);
            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new SeenRequest(lines[0], headers);
    }
}
